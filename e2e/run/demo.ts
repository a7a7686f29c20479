import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../electron/start/build.ts";
import { writeAlbum } from "../fixtures/album.ts";

/* `npm run demo`: writes the sample album to a temporary folder and opens it, catalogue and all. */

const folder = mkdtempSync(join(tmpdir(), "safelight-demo-"));
const album = join(folder, "Sample album");
const { photos, sidecars } = await writeAlbum(album);
console.log(`${photos.length} photos and ${sidecars.length} sidecars in ${album}`);

const start = join(ROOT, "electron", "start", "start.ts");
const data = join(folder, "data");
const child = spawn(
  process.execPath,
  [start, album, "--data-dir", data, ...process.argv.slice(2)],
  { stdio: "inherit" },
);
// Ctrl+C reaches the child too; this process stays to take the folder away after it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => child.kill(signal));
}
child.once("close", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
