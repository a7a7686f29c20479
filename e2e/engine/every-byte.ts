import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/* Searches all that a program wrote for values that it must not have written. */

/** Texts shorter than this stand in any file by chance: a byte sequence of four in ten megabytes, once in 400. */
const LEAST_BYTES = 5;

/** A value as it may have been written: as printed, folded, without what parts its groups, in each encoding. */
function formsOf(value: string): readonly Buffer[] {
  const folded = value.normalize("NFKC");
  const texts = [value, folded, folded.toUpperCase(), folded.toLowerCase()];
  const plain = texts.map((text) => text.replace(/[\s\p{Pd}]/gu, ""));
  const unique = [...new Set([...texts, ...plain])];
  return unique.flatMap((text) => {
    const utf16 = Buffer.from(text, "utf16le");
    const forms = [Buffer.from(text, "utf8"), utf16, Buffer.from(utf16).swap16()];
    return forms.filter((form) => form.length >= LEAST_BYTES);
  });
}

/** All files at or below some folders, by path. What is not there has nothing in it. */
export const filesBelow = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path)]),
  );

/** "where: value" for each value that stands anywhere. */
export const traces = (
  values: readonly string[],
  written: ReadonlyMap<string, Buffer>,
): readonly string[] =>
  values.flatMap((value) => {
    const forms = formsOf(value);
    return [...written]
      .filter(([, bytes]) => forms.some((form) => bytes.includes(form)))
      .map(([where]) => `${where}: ${value}`);
  });
