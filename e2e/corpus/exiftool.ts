import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../../electron/start/build.ts";

/** The values of each tag by "group:name"; the group says which block it stands in. */
export type Tags = ReadonlyMap<string, readonly string[]>;

const SCRIPT = join(ROOT, "node_modules/exiftool-vendored.pl/bin/exiftool");
/** Everything, twice where it stands twice, in embedded files too, unknown tags too, as numbers. */
const ARGUMENTS = ["-r", "-json", "-a", "-G1:4", "-ee3", "-n", "-U"];
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

export const isExifToolThere = ((): boolean => {
  try {
    execFileSync("perl", [SCRIPT, "-ver"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** What ExifTool sees in each file below a folder, by the file's path from there; one process. */
export async function exiftool(folder: string): Promise<ReadonlyMap<string, Tags>> {
  const rows: unknown = JSON.parse(await output(folder));
  if (!Array.isArray(rows)) throw new Error("ExifTool said no list");
  return new Map(
    rows.map((row: object) => {
      const tags = tagsOf(row);
      return [tags.get("SourceFile")?.[0]?.replace(/^\.\//, "") ?? "", tags];
    }),
  );
}

/** Copies of a tag within a group ("IFD0:Copy1:Artist") count as further values of it. */
function tagsOf(row: object): Tags {
  const tags = new Map<string, string[]>();
  for (const [key, value] of Object.entries(row)) {
    const name = key.replace(/:Copy\d+:/, ":");
    tags.set(name, [...(tags.get(name) ?? []), textOf(value)]);
  }
  return tags;
}

const textOf = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);

/** Its exit code is 1 as soon as one file is odd; what counts is what it says. */
function output(folder: string): Promise<string> {
  const limits = { cwd: folder, maxBuffer: MAX_OUTPUT_BYTES };
  return new Promise((resolve, reject) => {
    execFile("perl", [SCRIPT, ...ARGUMENTS, "."], limits, (error, stdout) => {
      if (stdout === "") reject(error ?? new Error("ExifTool said nothing"));
      else resolve(stdout);
    });
  });
}

/** "IFD0:Artist" as its group and its name. */
export function partsOf(tag: string): { readonly group: string; readonly name: string } {
  const at = tag.indexOf(":");
  return { group: tag.slice(0, Math.max(at, 0)), name: tag.slice(at + 1) };
}
