import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Folders and files that the build reads. */
const SOURCES = [
  "shared",
  "electron",
  "renderer",
  "package.json",
  "package-lock.json",
  "rolldown.config.ts",
  "vite.config.ts",
];

const NOT_BUILT = /\.test\.tsx?$|(^|[\\/])tsconfig\.json$/;

/** One line that changes when any source of the build does: names, sizes and times, not contents. */
export function sourcesStamp(root: string): string {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap((name) => filesAt(root, name)).sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesAt(root: string, name: string): string[] {
  const found = statSync(join(root, name), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [name];
  return readdirSync(join(root, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
