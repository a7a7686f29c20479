import { basename, dirname, extname, join } from "node:path";

/** Names tried before giving up: nobody has so many files of one name. */
const TRIES = 10_000;

/**
 * A path, then others beside it that say why: "a.jpg", "a (restored).jpg", "a (restored 2).jpg"…
 * Without a word: "a (2).jpg", "a (3).jpg"….
 */
export function* freeNames(path: string, word: string): Generator<string> {
  yield path;
  const extension = extname(path);
  const stem = basename(path, extension);
  for (let n = word === "" ? 2 : 1; n < TRIES; n += 1) {
    const mark = [word, ...(n > 1 ? [n] : [])].filter((part) => part !== "").join(" ");
    yield join(dirname(path), `${stem} (${mark})${extension}`);
  }
}
