import { createHmac } from "node:crypto";
import type { Finding } from "../../../shared/model/finding.ts";
import type { MarkedFinding } from "../../../shared/model/finding-list.ts";
import { isItem, plainValue } from "../../../shared/policy/same-value.ts";
import type { RawFinding } from "./inspect.ts";

/*
 * The word by which the catalogue tells two values apart without knowing either: one byte of an
 * HMAC-SHA-256 (RFC 2104) under a key of the data folder.
 *
 * One byte, because a whole hash would tell the value itself: a mask leaves ten thousand phone
 * numbers that it may stand for, or 50,000 of China's identity numbers, and whoever has the folder
 * has the key and could try each. After one byte 40 and 200 are left. Together with the mask it
 * counts well all the same: of a thousand phone numbers hardly one is taken for another.
 */
const WORD_BYTES = 1;

/** A key for this alone, so that no other use of the data folder's key says anything about words. */
export const itemKeyFrom = (dataKey: Uint8Array): Uint8Array =>
  createHmac("sha256", dataKey).update("words of items").digest();

/** The word of what was read; undefined where there is nothing to count. */
export function itemWord(
  key: Uint8Array,
  finding: Pick<Finding, "kind" | "type">,
  raw: string | null | undefined,
): string | undefined {
  if (raw === null || raw === undefined || !isItem(finding)) return undefined;
  const plain = plainValue(finding, raw);
  if (plain === "") return undefined;
  return createHmac("sha256", key)
    .update(plain)
    .digest("hex")
    .slice(0, 2 * WORD_BYTES);
}

/**
 * What leaves the analyst: raw values end here, their words go on. A finding that was made earlier
 * keeps its word.
 */
export const marked = (findings: readonly RawFinding[], key: Uint8Array): MarkedFinding[] =>
  findings.map(({ raw, ...finding }) => {
    const word = finding.word ?? itemWord(key, finding, raw);
    return word === undefined ? finding : { ...finding, word };
  });

/** Bytes of the hash by which a file is known again: no two of a billion will have the same. */
const CONTENT_BYTES = 16;

/** A file's bytes in one word, under the same key: without that, nobody can tell by the word whether it is a file that he has. */
export const contentWord = (key: Uint8Array, bytes: Uint8Array): string =>
  createHmac("sha256", key)
    .update(bytes)
    .digest("hex")
    .slice(0, 2 * CONTENT_BYTES)
    .toUpperCase();
