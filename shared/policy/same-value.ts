import type { Finding } from "../model/finding.ts";

/*
 * When two findings are about the same thing: the same number printed with spaces and without, the
 * same name in capitals. Only such findings are counted as items of which each is different.
 */

/** Of metadata, what names a person or one device. What was read in a picture always does. */
const NAMED_IN_FILES: ReadonlySet<string> = new Set([
  "owner-name",
  "author",
  "person-name",
  "contact",
  "host-computer",
  "serial-number",
]);
/** One sign more or less is another one. */
const EXACT: ReadonlySet<string> = new Set([
  "password",
  "wifi-password",
  "one-time-code",
  "contact",
]);

type Named = Pick<Finding, "kind" | "type">;

/** Is it worth knowing how many different ones there are? */
export const isItem = ({ kind, type }: Named): boolean =>
  kind === "personal-text" || kind === "barcode" || NAMED_IN_FILES.has(type);

/** A value without what does not tell it from another one of its sort. @param raw as it was read */
export function plainValue({ kind, type }: Named, raw: string): string {
  const folded = raw.normalize("NFKC").trim();
  if (kind === "barcode" || EXACT.has(type)) return folded;
  if (type === "email") return folded.toLowerCase();
  const plain = folded.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  // China's numbers are printed with and without the country's: ITU-T E.164, +86.
  return type === "phone" ? plain.replace(/^(?:00)?86(?=1\d{10}$)/, "") : plain;
}

/** What a catalogue knows of an item. */
export interface Item {
  readonly type: string;
  /** Masked. */
  readonly value: string | null;
  /** A keyed hash of one byte, in hexadecimal; absent in photos that were read before there was one. */
  readonly word?: string | undefined;
}

/** Counts items of one type, each different one once. */
export class DifferentItems {
  readonly #masked = new Set<string>();
  readonly #marked = new Set<string>();
  readonly #unmarked = new Set<string>();

  add({ type, value, word }: Item) {
    // A phone's first digits are the country's where that is printed, and its own where it is not.
    const mask = (type === "phone" ? value?.slice(-4) : value) ?? "";
    if (word === undefined) this.#unmarked.add(mask);
    else {
      this.#marked.add(`${word} ${mask}`);
      this.#masked.add(mask);
    }
  }

  get count(): number {
    const unknown = [...this.#unmarked].filter((mask) => !this.#masked.has(mask));
    return this.#marked.size + unknown.length;
  }
}
