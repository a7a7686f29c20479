import { lstatSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { errnoOf } from "../../base/errno.ts";
import { placeNew } from "../../base/files.ts";
import { fsPath } from "../../base/paths.ts";

/** What file systems answer to a name they cannot hold: too long (with its mark), a sign that FAT or NTFS lack, bytes that are no text. */
const UNUSABLE = new Set(["ENAMETOOLONG", "EINVAL", "EILSEQ"]);

/**
 * Gives a finished file the first name that is free. Once this disk cannot hold a name, the next of
 * the lists of `names` is tried. `before` hears each name but the first before it is taken.
 * @returns the name it has now.
 * @throws `EEXIST` when none is free, and whatever else {@link placeNew} throws.
 */
export function placeFree(
  temporary: string,
  names: readonly Iterable<string>[],
  before: (name: string) => void,
): string {
  let isFirst = true;
  for (const some of names) {
    for (const name of some) {
      const answer = tried(temporary, name, () => isFirst || before(name));
      isFirst = false;
      if (answer === "placed") return name;
      if (answer === "unusable") break;
    }
  }
  throw new NoFreeName();
}

function tried(temporary: string, name: string, before: () => void) {
  try {
    if (lstatSync(fsPath(name), { throwIfNoEntry: false })) return "taken";
    before();
    placeNew(temporary, name);
    return "placed";
  } catch (error) {
    const errno = errnoOf(error) ?? "";
    if (errno === "EEXIST") return "taken";
    if (UNUSABLE.has(errno)) return "unusable";
    throw error;
  }
}

class NoFreeName extends Error {
  readonly code = "EEXIST";
}

/** Signs that FAT, exFAT and NTFS have no room for, and what no name should hold (Microsoft, "Naming Files"). */
const FOREIGN = /[<>:"/\\|?*\p{Cc}\udc80-\udcff]/gu;
/** Bytes of a name that every file system takes (255), less what a mark like " (restored 9999)" needs. */
const MOST_BYTES = 235;

/** The same name as far as every disk can hold it. */
export function plainName(path: string): string {
  const extension = extname(path);
  const stem = basename(path, extension)
    .replace(FOREIGN, "_")
    .replace(/[. ]+$/, "");
  return join(
    dirname(path),
    `${cut(stem, MOST_BYTES - extension.length) || "photo"}${extension.replace(FOREIGN, "_")}`,
  );
}

/** Cut between two characters. */
function cut(text: string, bytes: number): string {
  let [kept, size] = ["", 0];
  for (const char of text) {
    size += Buffer.byteLength(char);
    if (size > bytes) break;
    kept += char;
  }
  return kept;
}
