import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../electron/start/build.ts";

/* What others see in the files: ExifTool, which knows nothing of us, and the bytes themselves. */

const EXIFTOOL = join(ROOT, "node_modules", "exiftool-vendored.pl", "bin", "exiftool");

/** Every tag that ExifTool finds, as `Group:Tag`; what it knows without opening the file is left out. */
export async function exifTool(file: string): Promise<Readonly<Record<string, unknown>>> {
  const { stdout } = await promisify(execFile)("perl", [EXIFTOOL, "-json", "-a", "-G1", file]);
  const [tags = {}]: Record<string, unknown>[] = JSON.parse(stdout);
  const told = Object.entries(tags).filter(
    ([name]) => !/^(SourceFile|ExifTool:|System:)/.test(name),
  );
  return Object.fromEntries(told);
}

/** The tags among them that tell where a photo was taken. */
export const placeTags = (tags: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(tags).filter((name) => /GPS|City|Location|State|Country/i.test(name));

export const sha256 = async (file: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(file))
    .digest("hex");

/** The digest of every file of a folder, by its path. */
export async function digests(dir: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const all = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(dir.length + 1), await sha256(path)] as const;
  });
  return new Map((await Promise.all(all)).toSorted());
}
