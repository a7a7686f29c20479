import { cpSync, mkdirSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MemorySource } from "../../electron/base/bytes.ts";
import type { Inspection } from "../../electron/engine/formats/format.ts";
import { formatOf } from "../../electron/engine/formats/registry.ts";
import { reveal } from "../../electron/engine/formats/reveal/reveal.ts";
import { decodeHeif } from "../../electron/engine/imaging/heif.ts";
import { Scratch, safelight } from "../engine/cli.ts";
import { allButPlaces, notAllowed } from "./allowed.ts";
import { remainsIn } from "./byte-scan.ts";
import { claimsOf } from "./claims.ts";
import { PHOTOS, photoBytes, photoNames, sha256, tellWhatIsMissing } from "./corpus.ts";
import { exiftool, isExifToolThere, type Tags } from "./exiftool.ts";

/* Public sample photos, stripped by the command line, and looked at by those who share no line with it. */

const PRESETS = {
  everything: ["--preset", "everything"],
  identity: ["--preset", "identity", "--keep-date"],
  location: ["--preset", "location"],
} as const;
type Preset = keyof typeof PRESETS;
const EVERY: readonly Preset[] = ["everything", "identity", "location"];
const WHOLE = ["everything", "identity"] as const;

tellWhatIsMissing(isExifToolThere);

describe.runIf(photoNames.length > 0)("stripped sample photos", () => {
  const scratch = new Scratch();
  const results = new Map<Preset, readonly { readonly path: string; readonly result: string }[]>();
  const after = (preset: Preset, name: string) =>
    new Uint8Array(readFileSync(scratch.join(preset, name)));

  beforeAll(async () => {
    for (const preset of EVERY) {
      const folder = scratch.join(preset);
      mkdirSync(folder);
      for (const name of photoNames) cpSync(`${PHOTOS}/${name}`, `${folder}/${name}`);
      const words = ["strip", folder, "--json", "--no-copy", ...PRESETS[preset]];
      const { stdout } = await safelight(words, scratch);
      results.set(preset, JSON.parse(stdout).photos);
    }
  });
  afterAll(() => scratch.remove());

  it.each(EVERY)("are all handled (%s)", (preset) => {
    const rows = results.get(preset) ?? [];
    const refused = rows.filter(({ result }) => result !== "done" && result !== "unchanged");
    expect(refused).toEqual([]);
    expect(rows.length).toBe(photoNames.length);
  });

  describe.runIf(isExifToolThere)("as ExifTool sees them", () => {
    const seen = new Map<Preset | "before", ReadonlyMap<string, Tags>>();
    beforeAll(async () => {
      seen.set("before", await exiftool(PHOTOS));
      for (const preset of EVERY) seen.set(preset, await exiftool(scratch.join(preset)));
    });

    it.each(WHOLE)("show nothing but what draws them (%s)", (preset) => {
      const left = [...(seen.get(preset) ?? [])].flatMap(([name, tags]) => [
        ...claimsOf(tags).map(({ tag, value }) => `${name}: ${tag}  ${value}`),
        ...notAllowed(tags, preset === "identity").map((tag) => `${name}: ${tag}`),
      ]);
      expect(left).toEqual([]);
    });

    it("show no place any more when only the location went, and every other value as it was", () => {
      for (const [name, tags] of seen.get("location") ?? []) {
        const places = claimsOf(tags).filter(({ what }) => what === "place");
        expect({ name, places }).toEqual({ name, places: [] });
        const before = seen.get("before")?.get(name) ?? new Map();
        expect({ name, ...Object.fromEntries(allButPlaces(tags)) }).toEqual({
          name,
          ...Object.fromEntries(allButPlaces(before)),
        });
      }
    });
  });

  it("decode to the same pixels", async () => {
    const compare = async (names: readonly string[]) => {
      for (const name of names) {
        const pixels = await decoded(photoBytes(name));
        expect({ name, pixels: await decoded(after("everything", name)) }).toEqual({
          name,
          pixels,
        });
      }
    };
    // libheif works here, sharp in threads of its own.
    const isSlow = (name: string) => /hei[cf]$/i.test(name);
    await Promise.all([
      compare(photoNames.filter((name) => !isSlow(name))),
      compare(photoNames.filter(isSlow)),
    ]);
  });

  it("keep the bytes that draw them, and are shown the same way up", () => {
    for (const name of photoNames) {
      const before = shown(photoBytes(name));
      for (const preset of EVERY)
        expect({ name, preset, ...shown(after(preset, name)) }).toEqual({
          name,
          preset,
          ...before,
        });
    }
  });

  it.each(WHOLE)("hold no remains that a search of their bytes would find (%s)", (preset) => {
    const left = photoNames.flatMap((name) => {
      const original = new MemorySource(photoBytes(name));
      const told = reveal(original, inspected(photoBytes(name)));
      const bytes = after(preset, name);
      return remainsIn(bytes, inspected(bytes), told).map((what) => `${name}: ${what}`);
    });
    expect(left).toEqual([]);
  });
});

function inspected(bytes: Uint8Array): Inspection {
  const file = new MemorySource(bytes);
  const read = formatOf(file)?.inspect(file, "full");
  if (!read?.ok) throw new Error("a sample photo cannot be read");
  return read.value;
}

function shown(bytes: Uint8Array) {
  const { orientation, size, pixels } = inspected(bytes);
  const drawn = pixels.map(({ start, end }) => bytes.subarray(start, end));
  return { orientation, size, drawn: sha256(Buffer.concat(drawn)) };
}

/** The decoder's pixels as a hash, or what it complains of; damaged photos must stay as damaged. */
async function decoded(bytes: Uint8Array): Promise<string> {
  if (inspected(bytes).format === "heif") {
    const picture = await decodeHeif(bytes);
    return picture.ok ? sha256(new Uint8Array(picture.value.data.buffer)) : picture.error;
  }
  const raw = sharp(bytes, { failOn: "none" }).raw().toBuffer();
  return raw.then(sha256, (error: Error) => error.message);
}
