import { err, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { mergeSpans, subtractSpans } from "../exif/ifd-spans.ts";
import { type Block, type Damaged, damaged, type Span } from "../format.ts";
import { type XmlAttribute, type XmlToken, xmlTokens } from "../xmp/xml.ts";
import { type EmbeddedImage, embeddedImages } from "./svg-images.ts";
import { localName, Prefixes } from "./svg-names.ts";

/** Where everything in an SVG stands. */
export interface SvgFile {
  readonly blocks: readonly Block[];
  readonly pixels: readonly Span[];
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Bytes of a drawing at most: it is text, and is read into memory. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Elements inside elements. */
const MAX_DEPTH = 10_000;

const PROLOG = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/y;

/** Elements that describe the drawing and are not drawn (SVG 2 §5.8, §5.9). */
const DESCRIBING: ReadonlyMap<string, string> = new Map([
  ["title", "title"],
  ["desc", "description"],
]);

interface Walk {
  readonly file: ByteSource;
  readonly text: string;
  readonly prefixes: Prefixes;
  readonly blocks: Block[];
  /** Attributes of editors, by name: each name is one block. */
  readonly attributes: Map<string, XmlAttribute[]>;
  readonly open: string[];
  /** The element that goes whole: how deep it stands and where it began. */
  dropped: { readonly depth: number; readonly start: number; readonly inner: number } | undefined;
  root: readonly XmlAttribute[] | undefined;
}

/** Splits a drawing into what is drawn and what is told about it. Characters are bytes (Latin-1). */
export function readSvg(file: ByteSource): Result<SvgFile, Damaged> {
  if (file.size > MAX_BYTES) return damaged("svg", MAX_BYTES);
  const text = file.latin1(0, file.size);
  const walk: Walk = {
    file,
    text,
    prefixes: new Prefixes(),
    blocks: [],
    attributes: new Map(),
    open: [],
    dropped: undefined,
    root: undefined,
  };
  const rootAt = readProlog(walk);
  const fault = readElements(walk, rootAt);
  if (fault !== undefined) return err({ code: "format-damaged", subject: "svg", offset: fault });
  return ok(fileOf(walk));
}

function fileOf({ file, text, blocks, attributes, root }: Walk): SvgFile {
  for (const [name, all] of attributes) blocks.push(attributeBlock(name, all));
  const spans = mergeSpans(blocks.flatMap((block) => block.spans));
  const images = outside(embeddedImages(file, text), spans);
  blocks.push(...images.flatMap(({ block }) => block ?? []));
  blocks.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  const undrawn = [...spans, ...images.map((image) => image.text)];
  const pixels = subtractSpans([{ start: 0, end: file.size }], undrawn);
  return { blocks, pixels, size: sizeOf(root ?? []) };
}

/** Those that go with no element or comment. Both lists are in file order. */
function outside(images: readonly EmbeddedImage[], spans: readonly Span[]): EmbeddedImage[] {
  let next = 0;
  return images.filter(({ text }) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= text.start) next += 1;
    return text.start < (spans[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}

/** What stands before the root: declaration, comments, document type. @returns where the root begins. */
function readProlog({ text, blocks }: Walk): number {
  let at = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
  for (;;) {
    PROLOG.lastIndex = at;
    const part = PROLOG.exec(text)?.[0];
    if (!part) return at;
    const span = { start: at, end: at + part.length };
    if (part.startsWith("<!--")) blocks.push(commentBlock(span));
    else if (part.startsWith("<?")) blocks.push(...instructionBlocks(text, span));
    at = span.end;
  }
}

/** Walks all elements. @returns the offset of what is no well-formed XML, or where no drawing begins. */
function readElements(walk: Walk, from: number): number | undefined {
  for (const token of xmlTokens(walk.text.slice(from))) {
    const at = moved(token, from);
    const isOutside = walk.open.length === 0;
    if (isOutside && walk.root && at.is !== "comment") {
      if (walk.text.slice(at.start, at.end).trim() === "") continue;
      const rest = { start: at.start, end: walk.file.size };
      walk.blocks.push({
        kind: "trailer",
        name: "text after the end",
        spans: [rest],
        payload: [rest],
      });
      return undefined;
    }
    const isFine = take(walk, at);
    if (!isFine) return at.start;
  }
  return walk.root && walk.open.length === 0 ? undefined : walk.file.size;
}

function moved(token: XmlToken, by: number): XmlToken {
  const span = { start: token.start + by, end: token.end + by };
  if (token.is !== "open" && token.is !== "empty") return { ...token, ...span };
  const attributes = token.attributes.map((one) => ({
    ...one,
    start: one.start + by,
    end: one.end + by,
  }));
  return { ...token, ...span, attributes };
}

function take(walk: Walk, token: XmlToken): boolean {
  switch (token.is) {
    case "open":
    case "empty":
      return takeTag(walk, token);
    case "close":
      return takeClose(walk, token);
    case "comment":
      if (!walk.dropped) walk.blocks.push(commentBlock(token));
      return true;
    case "instruction":
      if (!walk.dropped) walk.blocks.push(...instructionBlocks(walk.text, token));
      return true;
    case "text":
      return walk.root !== undefined;
    case "broken":
      return false;
  }
}

function takeTag(walk: Walk, token: XmlToken & { readonly is: "open" | "empty" }): boolean {
  const { name, attributes, start, end } = token;
  walk.prefixes.declare(attributes);
  if (!walk.root) {
    if (localName(name) !== "svg") return false;
    walk.root = attributes;
  }
  if (!walk.dropped) {
    if (isTold(walk, token)) {
      walk.dropped = { depth: walk.open.length, start, inner: end };
      if (token.is === "empty") closeDropped(walk, name, end, end);
    } else takeAttributes(walk, attributes);
  }
  if (token.is === "open") walk.open.push(name);
  return walk.open.length <= MAX_DEPTH;
}

/** Is the element about the drawing, or an editor's own? */
function isTold(
  { prefixes, open }: Walk,
  { name, attributes }: { readonly name: string; readonly attributes: readonly XmlAttribute[] },
): boolean {
  const local = localName(name);
  if (open.length === 0) return false;
  return (
    local === "metadata" || DESCRIBING.has(local) || prefixes.isForeignElement(name, attributes)
  );
}

function takeAttributes(walk: Walk, attributes: readonly XmlAttribute[]): void {
  for (const attribute of attributes) {
    if (!walk.prefixes.isForeign(attribute.name)) continue;
    const all = walk.attributes.get(attribute.name);
    if (all) all.push(attribute);
    else walk.attributes.set(attribute.name, [attribute]);
  }
}

function takeClose(walk: Walk, token: XmlToken & { readonly is: "close" }): boolean {
  if (walk.open.pop() !== token.name) return false;
  if (walk.dropped?.depth === walk.open.length)
    closeDropped(walk, token.name, token.start, token.end);
  return true;
}

function closeDropped(walk: Walk, name: string, innerEnd: number, end: number): void {
  if (!walk.dropped) return;
  const { start, inner } = walk.dropped;
  walk.dropped = undefined;
  const payload = [{ start: inner, end: innerEnd }];
  const spans = [{ start, end }];
  const label = DESCRIBING.get(localName(name));
  if (label) walk.blocks.push({ kind: "text", name, label, spans, payload });
  else if (/<\w*:?RDF[\s>]/.test(walk.text.slice(inner, innerEnd)))
    walk.blocks.push({ kind: "xmp", name, spans, payload });
  else walk.blocks.push({ kind: "unknown", name, spans, payload: spans });
}

const commentBlock = ({ start, end }: Span): Block => ({
  kind: "comment",
  name: "comment",
  spans: [{ start, end }],
  payload: [{ start: start + 4, end: end - 3 }],
});

/** The XML declaration and style sheets are needed; no other instruction is. */
function instructionBlocks(text: string, { start, end }: Span): Block[] {
  if (/^<\?xml(?:-stylesheet)?\s/.test(text.slice(start, start + 20))) return [];
  return [
    { kind: "unknown", name: "instruction", spans: [{ start, end }], payload: [{ start, end }] },
  ];
}

function attributeBlock(name: string, all: readonly XmlAttribute[]): Block {
  return {
    kind: "text",
    name: `attribute ${name}`,
    label: name,
    spans: all.map(({ start, end }) => ({ start, end })),
    payload: all.map(({ end, value }) => ({ start: end - 1 - value.length, end: end - 1 })),
  };
}

/** Pixels by `width` and `height`, else by `viewBox` (SVG 2 §8.2). Other units are left to the viewer. */
function sizeOf(root: readonly XmlAttribute[]): SvgFile["size"] {
  const value = (name: string) => root.find((one) => one.name === name)?.value ?? "";
  const pixels = (text: string) => /^\s*(\d{1,7}(?:\.\d+)?)(?:px)?\s*$/.exec(text)?.[1];
  const box = value("viewBox")
    .trim()
    .split(/[\s,]+/);
  const width = Math.round(Number(pixels(value("width")) ?? box[2]));
  const height = Math.round(Number(pixels(value("height")) ?? box[3]));
  return width > 0 && height > 0 && width < 1e7 && height < 1e7 ? { width, height } : null;
}
