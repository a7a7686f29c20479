import { isUtf8 } from "node:buffer";
import {
  bareUri,
  isPrivate,
  type Meaning,
  xmpProperty,
} from "../../../../shared/policy/sensitive-tags.ts";
import type { Span } from "../format.ts";
import { unescapeXml, type XmlAttribute, type XmlToken, xmlTokens } from "./xml.ts";
import { namespacesOf, type Scope, splitName, uriOf } from "./xmp-names.ts";

/** One property of a packet: an attribute or an element. Structures contain further properties. */
export interface XmpProperty extends Span {
  /** Namespace, without its closing "/" or "#"; "" where the packet declares none. */
  readonly uri: string;
  readonly name: string;
  /** Its own text; the items of a list joined by "; ". At most 64 KB. */
  readonly value: string;
  /** The property it is part of: an index into the packet's list. */
  readonly parent: number | undefined;
}

export interface XmpPacket {
  /** In file order, a structure before its parts. Offsets are bytes. */
  readonly properties: readonly XmpProperty[];
  /** False when the XML breaks off, is nested too deep or has a DOCTYPE: what was read is not all. */
  readonly isWhole: boolean;
}

/** Elements inside elements; the deepest structure of the standard schemas has about twelve. */
const MAX_DEPTH = 100;
const MAX_PROPERTIES = 20_000;
const MAX_VALUE = 65_536;

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns";
const META = "adobe:ns:meta";
const XML = "http://www.w3.org/XML/1998/namespace";
/** Elements that carry properties but are none themselves. */
const FRAMES: ReadonlySet<string> = new Set([RDF, META]);
/** How RDF is written down; the rest of its attributes are properties. */
const SYNTAX: ReadonlySet<string> = new Set(["parseType", "datatype", "resource", "bagID", "li"]);
const HARMLESS_INSTRUCTION = /^<\?(xpacket\s(begin|end)=|xml\s|adobe-xap-filters\s)/;

/** `a:b="c"` or `<a:b>c`, in XML that is none. */
const LOOSE_PROPERTY =
  /(?<![\w:.-])([a-z_][\w.-]{0,60}):([a-z_][\w.-]{0,60})\s{0,8}(?:=\s{0,8}["']([^"'<]{0,2000})|>([^<]{0,2000}))/gi;

/** Reads an XMP packet (ISO 16684-1), UTF-8 or UTF-16 of either order. Never throws. */
export function readXmp(bytes: Uint8Array): XmpPacket {
  const { text, unit } = textOf(bytes);
  const reader = new PacketReader(text);
  for (const token of xmlTokens(text)) if (!reader.take(token)) break;
  return reader.packet(unit);
}

/**
 * Blanks the properties that `drops` names with spaces: nothing moves and the XML stays well-formed.
 * Parts of a dropped structure go with it.
 * @returns the same bytes, unchanged, when nothing is dropped.
 */
export function dropXmp(
  bytes: Uint8Array,
  packet: XmpPacket,
  drops: (property: XmpProperty) => boolean,
): Uint8Array {
  const dropped = packet.properties.filter(drops);
  if (dropped.length === 0) return bytes;
  const { unit, littleEndian } = encodingOf(bytes);
  const changed = bytes.slice();
  for (const { start, end } of dropped) {
    changed.fill(unit === 1 ? 0x20 : 0, start, end);
    if (unit === 2)
      for (let at = start + (littleEndian ? 0 : 1); at < end; at += 2) changed[at] = 0x20;
  }
  return changed;
}

/** What was found out already; structures nest, and every part asks for the whole. */
const MEANINGS = new WeakMap<XmpProperty, Meaning>();

/** What a property is: by its own name, else as part of the structure it stands in. */
export function xmpMeaning(packet: XmpPacket, property: XmpProperty): Meaning {
  const known = MEANINGS.get(property);
  if (known) return known;
  const meaning = meaningOf(packet, property);
  MEANINGS.set(property, meaning);
  return meaning;
}

function meaningOf(packet: XmpPacket, property: XmpProperty): Meaning {
  const own = xmpProperty(property.uri, property.name);
  const above = property.parent === undefined ? undefined : packet.properties[property.parent];
  if (!above || (isPrivate(own) && own.type !== "unknown-tag")) return own;
  const around = xmpMeaning(packet, above);
  return isPrivate(around) ? around : own;
}

/** An element that is open. */
interface Frame {
  readonly name: string;
  readonly scope: Scope;
  /** The innermost property it is or stands in. */
  readonly property: number | undefined;
  readonly isProperty: boolean;
}

interface Draft {
  uri: string;
  name: string;
  values: string[];
  length: number;
  parent: number | undefined;
  start: number;
  end: number;
}

class PacketReader {
  readonly #text: string;
  readonly #drafts: Draft[] = [];
  readonly #frames: Frame[] = [];
  #isWhole = true;
  #sawElement = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** False when there is no use in going on. */
  take(token: XmlToken): boolean {
    switch (token.is) {
      case "open":
      case "empty":
        this.#open(token);
        break;
      case "close":
        this.#close(token.name, token.end);
        break;
      case "text":
        this.#addText(token);
        break;
      case "comment":
        this.#add("", "#comment", this.#text.slice(token.start, token.end), token);
        break;
      case "instruction": {
        const text = this.#text.slice(token.start, token.end);
        if (!HARMLESS_INSTRUCTION.test(text)) this.#add("", "#instruction", text, token);
        break;
      }
      case "broken":
        this.#isWhole = false;
        this.#salvage(token);
    }
    const isTooMuch = this.#frames.length > MAX_DEPTH || this.#drafts.length > MAX_PROPERTIES;
    if (isTooMuch) this.#isWhole = false;
    return this.#isWhole;
  }

  /** What looks like properties behind the point where the XML breaks: they must not hide there. */
  #salvage({ start, end }: Span) {
    const scope = this.#frames.at(-1)?.scope ?? namespacesOf([], undefined);
    const text = this.#text.slice(start, Math.min(end, start + MAX_VALUE));
    for (const found of text.matchAll(LOOSE_PROPERTY)) {
      const [all, prefix = "", local = "", attribute, content = ""] = found;
      const uri = bareUri(uriOf(scope, prefix));
      if (prefix === "xmlns" || FRAMES.has(uri)) continue;
      const at = start + found.index;
      this.#add(uri, local, this.#decode(attribute ?? content), {
        start: at,
        end: at + all.length,
      });
    }
  }

  packet(unit: 1 | 2): XmpPacket {
    for (const frame of this.#frames) this.#end(frame, this.#text.length);
    const isWhole = this.#isWhole && this.#frames.length === 0;
    const isBlank = this.#drafts.length === 0;
    const properties = this.#drafts.map(({ values, length: _, start, end, ...rest }) => ({
      ...rest,
      value: values.join("; "),
      start: start * unit,
      end: end * unit,
    }));
    return { properties, isWhole: isWhole && (this.#sawElement || isBlank) };
  }

  #open(token: Extract<XmlToken, { is: "open" | "empty" }>) {
    this.#sawElement = true;
    const above = this.#frames.at(-1);
    const scope = namespacesOf(token.attributes, above?.scope);
    const [prefix, local] = splitName(token.name);
    const uri = bareUri(uriOf(scope, prefix));
    const isProperty = !FRAMES.has(uri);
    const property = isProperty ? this.#add(uri, local, undefined, token) : above?.property;
    for (const attribute of token.attributes) this.#attribute(attribute, scope, property);
    if (token.is === "open") this.#frames.push({ name: token.name, scope, property, isProperty });
  }

  #attribute(attribute: XmlAttribute, scope: Scope, property: number | undefined) {
    const [prefix, local] = splitName(attribute.name);
    if (prefix === "xmlns" || attribute.name === "xmlns") return;
    const uri = prefix === "" ? "" : bareUri(uriOf(scope, prefix));
    if (uri === bareUri(XML) || (prefix === "" && attribute.value === "")) return;
    const value = this.#decode(attribute.value);
    if (uri === RDF && SYNTAX.has(local)) {
      if (local === "resource" && property !== undefined) this.#addValue(property, value);
    } else if (uri !== RDF || value !== "") {
      this.#add(uri, local, value, attribute, property);
    }
  }

  #close(name: string, end: number) {
    const index = this.#frames.findLastIndex((frame) => frame.name === name);
    if (index !== this.#frames.length - 1 || index < 0) this.#isWhole = false;
    for (const frame of index < 0 ? [] : this.#frames.splice(index)) this.#end(frame, end);
  }

  #end(frame: Frame, end: number) {
    const draft = frame.property === undefined ? undefined : this.#drafts[frame.property];
    if (draft && frame.isProperty) draft.end = end;
  }

  #addText({ start, end }: Span) {
    const raw = this.#text.slice(start, end);
    const isPlain = !raw.startsWith("<![CDATA[");
    const text = isPlain ? raw : raw.slice(9, -3);
    if (!/[^\s\0\ufeff]/.test(text.replace(/^\u00ef\u00bb\u00bf/, ""))) return;
    const value = this.#decode(text.trim(), isPlain);
    const property = this.#frames.at(-1)?.property;
    if (property === undefined) this.#add("", "#text", value, { start, end });
    else this.#addValue(property, value);
  }

  #add(
    uri: string,
    name: string,
    value: string | undefined,
    { start, end }: Span,
    parent = this.#frames.at(-1)?.property,
  ): number {
    this.#drafts.push({ uri, name, values: [], length: 0, parent, start, end });
    const index = this.#drafts.length - 1;
    if (value !== undefined) this.#addValue(index, value);
    return index;
  }

  #addValue(index: number, value: string) {
    const draft = this.#drafts[index];
    if (!draft || draft.length >= MAX_VALUE) return;
    const part = value.slice(0, MAX_VALUE - draft.length);
    draft.values.push(part);
    draft.length += part.length + 1;
  }

  /** A packet of bytes is read one character a byte, so its texts become UTF-8 here. */
  #decode(text: string, hasEntities = true): string {
    const cut = text.slice(0, MAX_VALUE);
    const bytes = Buffer.from(cut, "latin1");
    const isWide = /[^\0-\u00ff]/.test(cut);
    const decoded = !isWide && isUtf8(bytes) ? bytes.toString("utf8") : cut;
    return hasEntities ? unescapeXml(decoded) : decoded;
  }
}

interface Encoding {
  readonly unit: 1 | 2;
  readonly littleEndian: boolean;
}

/** By byte-order mark, else by where the zeros of the first "<" stand. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b] = bytes;
  const littleEndian =
    (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0) || (a === 0x20 && b === 0);
  const bigEndian = (a === 0xfe && b === 0xff) || (a === 0 && (b === 0x3c || b === 0x20));
  return { unit: littleEndian || bigEndian ? 2 : 1, littleEndian };
}

function textOf(bytes: Uint8Array): { text: string; unit: 1 | 2 } {
  const { unit, littleEndian } = encodingOf(bytes);
  const buffer = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % unit)));
  if (unit === 1) return { text: buffer.toString("latin1"), unit };
  if (!littleEndian) buffer.swap16();
  return { text: buffer.toString("utf16le"), unit };
}
