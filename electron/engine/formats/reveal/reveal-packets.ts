import type { Revelation } from "../../../../shared/policy/metadata-risk.ts";
import {
  iptcDataset,
  isPrivate,
  photoshopResource,
  type Reveals,
} from "../../../../shared/policy/sensitive-tags.ts";
import { type ByteSource, MemorySource } from "../../../base/bytes.ts";
import { type IptcBlock, type IptcDataset, iptcText, readIptc } from "../iptc.ts";
import { type Content, isBinary, type Look, plain } from "../look.ts";
import { PAYLOAD_LIMIT } from "../payload.ts";
import { isBlank, type PhotoshopResource, RESOURCE, readPhotoshop } from "../photoshop.ts";
import { degreesInText, iso6709, onEarth } from "../text-place.ts";
import { readXmp, type XmpPacket, type XmpProperty, xmpMeaning } from "../xmp/xmp.ts";

const UNREADABLE: Reveals = { kind: "hidden-data", type: "unreadable-block" };

/** What an XMP packet gives away. A packet that breaks off is told as far as it goes, and as unreadable. */
export function revealXmp(source: ByteSource, look: Look): Revelation[] {
  if (source.size > PAYLOAD_LIMIT) return [look.fact(UNREADABLE, "XMP")];
  const packet = readXmp(source.bytes(0, source.size));
  const facts = packet.isWhole ? [] : [look.fact(UNREADABLE, "XMP")];
  const gps: XmpProperty[] = [];
  for (const property of packet.properties) {
    const own = propertyFacts(packet, property, look);
    if (own === "gps") gps.push(property);
    else facts.push(...own);
  }
  return [...facts, ...gpsFacts(gps, look)];
}

/** What one property gives away by itself; "gps" when it is part of a place. */
export function propertyFacts(
  packet: XmpPacket,
  property: XmpProperty,
  look: Look,
): readonly Revelation[] | "gps" {
  const meaning = xmpMeaning(packet, property);
  const value = plain(property.value);
  if (!isPrivate(meaning) || (value === "" && meaning.type !== "face-region")) return [];
  return meaning.type === "gps" ? "gps" : look.text(meaning, value, "XMP");
}

const LATITUDE = /^(?!.*dest).*(latitude|^lat$)/i;
const LONGITUDE = /^(?!.*dest).*(longt?itude|^long?$)/i;
/** They describe how a place was measured; alone they name none. */
const NO_PLACE = /^GPS(VersionID|MapDatum|MeasureMode|Differential|Status)$/;

/** Latitude and longitude of one structure are one place. */
function gpsFacts(gps: readonly XmpProperty[], look: Look): Revelation[] {
  const told = gps.filter(({ name }) => !NO_PLACE.test(name));
  if (told.length === 0) return [];
  const meaning: Reveals = { kind: "location", type: "gps" };
  const longitudes = new Map(
    told.filter(({ name }) => LONGITUDE.test(name)).map((property) => [property.parent, property]),
  );
  const places = told.flatMap((property) => {
    const whole = iso6709(property.value);
    if (whole) return [whole];
    if (!LATITUDE.test(property.name)) return [];
    const other = longitudes.get(property.parent);
    const place = other && onEarth(degreesInText(property.value), degreesInText(other.value));
    return place ? [place] : [];
  });
  if (places.length === 0) return [look.fact(meaning, "XMP")];
  return places.map((place) => look.fact(meaning, "XMP", null, place));
}

/** What an IPTC-IIM block gives away. TIFF writers may have stored it in swapped words. */
export function revealIptc(source: ByteSource, look: Look): Revelation[] {
  if (source.size > PAYLOAD_LIMIT) return [look.fact(UNREADABLE, "IPTC")];
  const bytes = unswapped(source.bytes(0, source.size));
  const block = readIptc(bytes);
  const facts = block.isWhole ? [] : [look.fact(UNREADABLE, "IPTC")];
  for (const dataset of block.datasets) {
    facts.push(...datasetFacts(bytes, block, dataset, look));
  }
  return facts;
}

/** What one dataset gives away. */
export function datasetFacts(
  bytes: Uint8Array,
  block: IptcBlock,
  dataset: IptcDataset,
  look: Look,
): readonly Revelation[] {
  const meaning = iptcDataset(dataset.record, dataset.dataset);
  const value = plain(iptcText(bytes, block, dataset));
  if (!isPrivate(meaning) || value === "") return [];
  if (meaning.kind === "thumbnail") return [look.fact(meaning, "IPTC")];
  return look.text(meaning, value, "IPTC");
}

/** IPTC that was written as LONG on a little-endian machine starts with its fourth byte. */
export function unswapped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x1c || bytes[3] !== 0x1c) return bytes;
  const even = bytes.length - (bytes.length % 4);
  const swapped = Buffer.from(bytes);
  swapped.subarray(0, even).swap32();
  return new Uint8Array(swapped);
}

export const INSIDE: Readonly<Record<number, Content>> = {
  [RESOURCE.iptc]: "iptc",
  [RESOURCE.exif]: "exif",
  [RESOURCE.exif2]: "exif",
  [RESOURCE.xmp]: "xmp",
};
/** A thumbnail resource begins with 28 bytes about it. */
export const THUMBNAIL_HEADER = 28;

/** What Photoshop's image resources give away, and those inside them. */
export function revealPhotoshop(source: ByteSource, look: Look): Revelation[] {
  if (source.size > PAYLOAD_LIMIT) return [look.fact(UNREADABLE, "Photoshop")];
  const bytes = source.bytes(0, source.size);
  const block = readPhotoshop(bytes);
  const facts: Revelation[] = [];
  if (!block.isWhole) {
    const rest = source.slice(block.resources.at(-1)?.end ?? 0, source.size);
    facts.push(look.fact(UNREADABLE, "Photoshop"), ...look.into("bytes", rest, "Photoshop"));
  }
  for (const resource of block.resources) {
    if (!isBlank(bytes, resource)) facts.push(...resourceFacts(bytes, resource, look));
  }
  return facts;
}

/** What one resource gives away, with what stands inside it. */
export function resourceFacts(
  bytes: Uint8Array,
  resource: PhotoshopResource,
  look: Look,
): Revelation[] {
  const data = bytes.subarray(resource.dataAt, resource.dataEnd);
  const inside = INSIDE[resource.id];
  if (inside) return [...look.into(inside, new MemorySource(data), "Photoshop")];
  const meaning = photoshopResource(resource.id);
  if (!isPrivate(meaning)) return [];
  if (meaning.kind === "thumbnail") {
    const picture = new MemorySource(data.subarray(THUMBNAIL_HEADER));
    return [look.fact(meaning, "Photoshop"), ...look.into("bytes", picture, "Photoshop thumbnail")];
  }
  const text = resourceText(data);
  if (text !== null && text !== "") return look.text(meaning, text, "Photoshop");
  return [
    look.fact(meaning, "Photoshop"),
    ...look.into("bytes", new MemorySource(data), "Photoshop"),
  ];
}

/** A resource's data as text, if it is: plain, a Pascal string or UTF-16 with its length before. */
function resourceText(data: Uint8Array): string | null {
  const buffer = Buffer.from(data);
  const isUtf16 = data.length > 5 && buffer.readUInt32BE(0) * 2 === data.length - 4;
  const text = isUtf16
    ? Buffer.from(buffer.subarray(4)).swap16().toString("utf16le")
    : buffer.toString("latin1").replace(/^\p{Cc}/u, "");
  return isBinary(text.replace(/\0+$/, "")) ? null : plain(text);
}
