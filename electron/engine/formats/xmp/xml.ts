import type { Span } from "../format.ts";

/** One attribute of a tag; offsets count characters of the text. */
export interface XmlAttribute extends Span {
  readonly name: string;
  /** Between its quotes, entities unread. */
  readonly value: string;
}

export type XmlToken = Span &
  (
    | {
        readonly is: "open" | "empty";
        readonly name: string;
        readonly attributes: readonly XmlAttribute[];
      }
    | { readonly is: "close"; readonly name: string }
    | { readonly is: "text" | "comment" | "instruction" }
    /** What is no XML, or XML that we refuse to follow (a DOCTYPE). Nothing comes after it. */
    | { readonly is: "broken" }
  );

/** Attributes of one tag; Camera Raw writes some hundreds. */
const MAX_ATTRIBUTES = 5_000;

const NAME = /[^\s=></"'?!]{1,512}/y;
const ATTRIBUTE = /\s+([^\s=></"']{1,512})\s{0,64}=\s{0,64}(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

/** Splits a text into tags and what lies between. Never throws; each step moves on, so it ends. */
export function* xmlTokens(text: string): Generator<XmlToken> {
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    yield token;
    if (token.is === "broken") return;
    at = token.end;
  }
}

function tokenAt(text: string, start: number): XmlToken {
  if (text[start] !== "<") {
    const next = text.indexOf("<", start);
    return { is: "text", start, end: next < 0 ? text.length : next };
  }
  if (text.startsWith("<!--", start)) return until(text, start, "-->", "comment");
  if (text.startsWith("<?", start)) return until(text, start, "?>", "instruction");
  if (text.startsWith("<![CDATA[", start)) return until(text, start, "]]>", "text");
  if (text.startsWith("</", start)) return closeTag(text, start);
  return openTag(text, start);
}

function until(
  text: string,
  start: number,
  mark: string,
  is: "comment" | "instruction" | "text",
): XmlToken {
  const found = text.indexOf(mark, start + 2);
  return found < 0 ? broken(text, start) : { is, start, end: found + mark.length };
}

const broken = (text: string, start: number): XmlToken => ({
  is: "broken",
  start,
  end: text.length,
});

function closeTag(text: string, start: number): XmlToken {
  const name = match(NAME, text, start + 2)?.[0];
  const end = name && match(TAG_END, text, start + 2 + name.length);
  if (!name || !end || end[1]) return broken(text, start);
  return { is: "close", name, start, end: start + 2 + name.length + end[0].length };
}

function openTag(text: string, start: number): XmlToken {
  const name = match(NAME, text, start + 1)?.[0];
  if (!name) return broken(text, start);
  const attributes: XmlAttribute[] = [];
  let at = start + 1 + name.length;
  for (;;) {
    const found = match(ATTRIBUTE, text, at);
    if (!found) break;
    const end = at + found[0].length;
    const key = found[1] ?? "";
    const begin = at + found[0].search(/\S/);
    attributes.push({ name: key, value: found[2] ?? found[3] ?? "", start: begin, end });
    at = end;
    if (attributes.length > MAX_ATTRIBUTES) return broken(text, start);
  }
  const end = match(TAG_END, text, at);
  if (!end) return broken(text, start);
  const is = end[1] ? "empty" : "open";
  return { is, name, attributes, start, end: at + end[0].length };
}

/** A sticky pattern's match at exactly `at`. */
function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Reads XML's five entities and character numbers. Entities that a file declares stay as they are. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (all, dec, hex, name) => {
    if (name) return ENTITIES[name] ?? all;
    const code = dec ? Number.parseInt(dec, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
