/*
 * The XMP a gain map needs: Ultra HDR 1.1 ("hdrgm", with Google's Container directory) and Apple's
 * HDRGainMap. Nothing is copied: known names with numbers are read and written anew, in one order.
 */
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const HDRGM = "http://ns.adobe.com/hdr-gain-map/1.0/";
const CONTAINER = "http://ns.google.com/photos/1.0/container/";
const APPLE_MAP = "http://ns.apple.com/HDRGainMap/1.0/";
const APPLE_IMAGE = "http://ns.apple.com/pixeldatainfo/1.0/";
const APPLE_MAP_TYPE = "urn:com:apple:photo:2020:aux:hdrgainmap";
const XMP_HEADER = "http://ns.adobe.com/xap/1.0/\0";

/** What a gain map's own packet says: its vocabulary, and each property with one value or one a channel. */
export interface GainMapXmp {
  readonly is: "hdrgm" | "apple";
  readonly properties: readonly (readonly [name: string, values: readonly string[]])[];
}

interface Vocabulary {
  readonly uri: string;
  readonly prefix: string;
  readonly known: Readonly<Record<string, RegExp>>;
}

const NUMBER = /^[+-]?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?$/;
const WHOLE = /^\d{1,12}$/;

const HDRGM_MAP: Vocabulary = {
  uri: HDRGM,
  prefix: "hdrgm",
  known: {
    Version: /^\d{1,3}\.\d{1,3}$/,
    GainMapMin: NUMBER,
    GainMapMax: NUMBER,
    Gamma: NUMBER,
    OffsetSDR: NUMBER,
    OffsetHDR: NUMBER,
    HDRCapacityMin: NUMBER,
    HDRCapacityMax: NUMBER,
    BaseRenditionIsHDR: /^(?:True|False)$/i,
  },
};
const APPLE: Vocabulary = {
  uri: APPLE_MAP,
  prefix: "HDRGainMap",
  known: { HDRGainMapVersion: WHOLE, HDRGainMapHeadroom: NUMBER },
};
const APPLE_PIXELS: Vocabulary = {
  uri: APPLE_IMAGE,
  prefix: "apdi",
  known: {
    AuxiliaryImageType: new RegExp(`^${APPLE_MAP_TYPE}$`),
    NativeFormat: WHOLE,
    StoredFormat: WHOLE,
  },
};

/** Is this the packet of a main picture with a gain map? */
export const announcesGainMap = (packet: string): boolean =>
  propertiesOf(packet, { ...HDRGM_MAP, known: { Version: /^1\.\d{1,3}$/ } }) !== undefined;

/** A gain map's packet; `undefined` when anything in its vocabulary is missing or not understood. */
export function gainMapXmp(packet: string): GainMapXmp | undefined {
  const hdrgm = propertiesOf(packet, HDRGM_MAP);
  // Only these two have no default (Ultra HDR 1.1, table "gain map metadata").
  const isComplete = ["Version", "GainMapMax", "HDRCapacityMax"].every((name) =>
    hdrgm?.some(([known]) => known === name),
  );
  if (hdrgm && isComplete) return { is: "hdrgm", properties: hdrgm };
  const [map, pixels] = [propertiesOf(packet, APPLE), propertiesOf(packet, APPLE_PIXELS)];
  // Without the headroom it would stand in the camera's maker note, which does not stay.
  const hasHeadroom = map?.some(([name]) => name === "HDRGainMapHeadroom");
  const isMap = pixels?.some(([name]) => name === "AuxiliaryImageType");
  return map && pixels && hasHeadroom && isMap
    ? { is: "apple", properties: [...map, ...pixels] }
    : undefined;
}

/** The main picture's packet, and nothing but the gain map's `length` in bytes in it. */
export const mainSegment = (length: number): Uint8Array =>
  segment(
    `xmlns:hdrgm="${HDRGM}" xmlns:Container="${CONTAINER}" xmlns:Item="${CONTAINER}item/" hdrgm:Version="1.0"`,
    `<Container:Directory><rdf:Seq>${item("Primary")}${item("GainMap", length)}</rdf:Seq></Container:Directory>`,
  );

const item = (semantic: string, length?: number) =>
  `<rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="${semantic}" Item:Mime="image/jpeg"` +
  `${length === undefined ? "" : ` Item:Length="${length}"`}/></rdf:li>`;

/** The gain map's own packet. */
export function mapSegment({ is, properties }: GainMapXmp): Uint8Array {
  const vocabularies = is === "hdrgm" ? [HDRGM_MAP] : [APPLE, APPLE_PIXELS];
  const prefixOf = (name: string) =>
    vocabularies.find(({ known }) => name in known)?.prefix ?? HDRGM_MAP.prefix;
  const attributes = vocabularies.map(({ prefix, uri }) => `xmlns:${prefix}="${uri}"`);
  const elements: string[] = [];
  for (const [name, values] of properties) {
    const full = `${prefixOf(name)}:${name}`;
    if (values.length === 1) attributes.push(`${full}="${values[0]}"`);
    else elements.push(`<${full}><rdf:Seq>${values.map(listed).join("")}</rdf:Seq></${full}>`);
  }
  return segment(attributes.join(" "), elements.join(""));
}

const listed = (value: string) => `<rdf:li>${value}</rdf:li>`;

function segment(attributes: string, elements: string): Uint8Array {
  const packet =
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${RDF}">` +
    `<rdf:Description rdf:about="" ${attributes}>${elements}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  const body = Buffer.from(XMP_HEADER + packet, "latin1");
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return Uint8Array.from(Buffer.concat([head, body]));
}

/**
 * A vocabulary's properties in our order, as attributes or as elements with one value or a list.
 * `undefined` when there is none, or one whose name or value we don't know.
 */
function propertiesOf(
  packet: string,
  { uri, known }: Vocabulary,
): GainMapXmp["properties"] | undefined {
  const prefix = prefixIn(packet, uri);
  if (prefix === undefined) return undefined;
  const found = new Map<string, readonly string[]>();
  const forms = new RegExp(
    `[\\s<]${prefix}:(\\w{1,40})(?:\\s*=\\s*(?:"([^"]{0,200})"|'([^']{0,200})')|[^<>]{0,200}>([\\s\\S]{0,1000}?)</${prefix}:\\1\\s*>)`,
    "g",
  );
  for (const [, name = "", double, single, inner] of packet.matchAll(forms)) {
    if (found.has(name)) return undefined;
    const plain = double ?? single;
    found.set(name, plain === undefined ? valuesIn(inner ?? "") : [plain]);
  }
  for (const [name, values] of found) {
    const isGood = (value: string) => known[name]?.test(value) === true;
    if (!(values.length === 1 || values.length === 3) || !values.every(isGood)) return undefined;
  }
  const properties = Object.keys(known).flatMap((name) => {
    const values = found.get(name);
    return values ? [[name, values] as const] : [];
  });
  return properties.length > 0 ? properties : undefined;
}

function prefixIn(packet: string, uri: string): string | undefined {
  const at = packet.search(new RegExp(`=\\s{0,9}["']${uri.replaceAll(".", "\\.")}["']`));
  return /xmlns:([A-Za-z][\w-]{0,30})\s{0,9}$/.exec(packet.slice(Math.max(0, at - 60), at))?.[1];
}

/** The texts of an element: its own, or those of its list items. */
function valuesIn(inner: string): string[] {
  const items = [...inner.matchAll(/<rdf:li[^<>]{0,100}>([^<>]{0,100})<\/rdf:li>/g)];
  return items.length > 0 ? items.map(([, text = ""]) => text.trim()) : [inner.trim()];
}
