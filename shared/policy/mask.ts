import type { StripKind } from "../model/action.ts";

/*
 * Findings are stored and shown in lists, so a value is masked before it becomes part of one: enough
 * to recognise it for who knows it, not enough to learn it.
 */

/** Shown as they are: thousands of people own the same camera, millions live in the same country. */
const PLAIN: ReadonlySet<string> = new Set(["device-model", "software", "country"]);
const NAMES: ReadonlySet<string> = new Set([
  "owner-name",
  "author",
  "copyright",
  "person-name",
  "contact",
  "host-computer",
  "place-name",
]);
const NUMBERS: ReadonlySet<string> = new Set([
  "serial-number",
  "unique-id",
  "live-photo",
  "document-id",
]);
const TIMES: ReadonlySet<string> = new Set(["capture-time", "modify-time"]);
/** Their coordinates stand in the finding's `location`, never in its text. */
const SILENT: ReadonlySet<string> = new Set(["gps", "timed-metadata"]);

/** Characters of a plain value shown at most. */
const PLAIN_LENGTH = 80;
/** Words of a masked name at most. */
const MASKED_WORDS = 4;
/** A number this long keeps its first and last two characters. */
const LONG_NUMBER = 8;

// Control characters and the marks that turn text around.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\ufffd]+/gu;

/**
 * A value as a finding may carry it; null when nothing may be shown. A personal value never leaves
 * four or more of its characters in a row.
 */
export function mask(_kind: StripKind, type: string, value: string): string | null {
  const text = value.replace(UNPRINTABLE, " ").trim();
  if (text === "" || SILENT.has(type)) return null;
  if (PLAIN.has(type)) return text.slice(0, PLAIN_LENGTH);
  if (TIMES.has(type)) return monthOf(text);
  if (NAMES.has(type)) return maskWords(text);
  if (NUMBERS.has(type)) return maskNumber(text);
  return `••• (${[...text].length})`;
}

/** "2021:07:14 …", "2021-07-14T…" and "20210714" all become "2021-07". */
function monthOf(text: string): string | null {
  const found = /^(\d{4})[:\-/.]?(0[1-9]|1[0-2])(?!\d{3,})/.exec(text.replace(/^D:/, ""));
  const compact = /^(\d{4})(0[1-9]|1[0-2])(?:[0-2]\d|3[01])/.exec(text);
  const [, year, month] = found ?? compact ?? [];
  return year && month ? `${year}-${month}` : null;
}

function maskWords(text: string): string {
  const words = text.split(/\s+/);
  const shown = words.slice(0, MASKED_WORDS).map(maskWord).join(" ");
  return words.length > MASKED_WORDS ? `${shown} …` : shown;
}

/** The first letter, then as many dots as letters are hidden, four at most so that length stays vague. */
function maskWord(word: string): string {
  const [first = "", ...rest] = [...word];
  const isShown = rest.length > 0 && /[\p{L}\p{N}]/u.test(first);
  const hidden = isShown ? rest.length : rest.length + 1;
  return (isShown ? first : "") + "•".repeat(Math.min(4, hidden));
}

function maskNumber(text: string): string {
  const characters = [...text];
  if (characters.length < LONG_NUMBER) return "*".repeat(characters.length);
  const hidden = Math.min(8, characters.length - 4);
  return [...characters.slice(0, 2), "*".repeat(hidden), ...characters.slice(-2)].join("");
}
