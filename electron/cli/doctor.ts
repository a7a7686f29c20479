import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { OpenEngine } from "../engine/engine.ts";
import { nameOf, photosOf } from "./engine.ts";
import { look } from "./look.ts";
import { EXIT, type ExitCode, print, say } from "./terminal.ts";

/** `safelight doctor`: does every part work on this machine? Each line is one part, tried for real. */
export async function doctorCommand(engine: OpenEngine): Promise<ExitCode> {
  const checks: readonly (readonly [string, () => Promise<string> | string])[] = [
    ["Node", () => process.version],
    ["catalogue", () => `${engine.folders.list().length} folders`],
    ["pictures", () => `sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`],
    ["analysts", () => tryAnalyst(engine)],
  ];
  let isFine = true;
  for (const [name, check] of checks) {
    try {
      print(`ok      ${name}: ${await check()}`);
    } catch (error) {
      isFine = false;
      print(`missing ${name}: ${error instanceof Error ? error.message : "unknown"}`);
    }
  }
  print(say(isFine ? "cli.doctor.fine" : "cli.doctor.broken"));
  return isFine ? EXIT.fine : EXIT.someFailed;
}

/** A one-pixel photo through an analyst and back. */
async function tryAnalyst(engine: OpenEngine): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "safelight-doctor-"));
  try {
    const file = join(folder, "pixel.png");
    writeFileSync(
      file,
      await sharp({ create: { width: 1, height: 1, channels: 3, background: "#fff" } })
        .png()
        .toBuffer(),
    );
    const named = nameOf(engine, file);
    if (!named.ok) throw new Error(named.error);
    await look(engine, [named.value], { depth: "full" });
    const [id] = photosOf(engine, [named.value]);
    const photo = id === undefined ? undefined : engine.parts.catalogue.photos.place(id);
    if (photo?.status !== "scanned") throw new Error(photo?.error ?? "no answer");
    engine.parts.catalogue.photos.remove([photo.id]);
    return "a photo was read";
  } finally {
    rmSync(folder, { recursive: true });
  }
}
