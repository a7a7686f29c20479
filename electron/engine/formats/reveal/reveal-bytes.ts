import type { Revelation } from "../../../../shared/policy/metadata-risk.ts";
import { isAiRecord } from "../../../../shared/policy/sensitive-tags.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { type Carved, carve } from "../carve.ts";
import type { Look } from "../look.ts";
import { iso6709, onEarth } from "../text-place.ts";

const GPS = { kind: "location", type: "gps" } as const;

/** What is found in bytes that nobody vouches for: a trailer, a thumbnail, a maker's block. */
export function revealBytes(source: ByteSource, look: Look): Revelation[] {
  const facts = carve(source).flatMap((found) => carvedFacts(source, found, look));
  const head = source.latin1(0, HEAD_BYTES);
  if (isAiRecord(head)) facts.push(look.fact({ kind: "hidden-data", type: "ai-record" }, "text"));
  if (/"exif:GPS(Latitude|Longitude)"/.test(head)) facts.push(look.fact(GPS, "text"));
  return facts;
}
/** Bytes looked at as text: manifests of content credentials are rarely longer. */
const HEAD_BYTES = 256 * 1024;

function carvedFacts(
  source: ByteSource,
  { what, start, end }: Carved,
  look: Look,
): readonly Revelation[] {
  const inner = source.slice(start, end);
  switch (what) {
    case "exif":
      return inner.size > TIFF_HEADER ? withoutFault(look.into("exif", inner)) : [];
    case "xmp":
      return withoutFault(look.into("xmp", inner));
    case "photoshop":
      return withoutFault(look.into("photoshop", inner));
    case "iso6709": {
      const place = iso6709(inner.latin1(0, inner.size));
      return place ? [look.fact(GPS, "ISO 6709", null, place)] : [];
    }
    case "loci":
      return lociFacts(inner, look);
    case "flir":
      return flirFacts(inner, look);
    case "times":
      return movieTimes(inner, look);
  }
}
const TIFF_HEADER = 8;

/** What was carved ends somewhere unknown: that it cannot be read to its end is no finding. */
const withoutFault = (facts: readonly Revelation[]): readonly Revelation[] =>
  facts.filter(({ type }) => type !== "unreadable-block");

/** 3GPP TS 26.244 8.3, after version and flags: language u16, name, role u8, then three 16.16 numbers. */
export function lociFacts(box: ByteSource, look: Look): Revelation[] {
  const name = box.latin1(2, LOCI_NAME);
  const nameEnd = 2 + name.indexOf("\0") + 1;
  if (!name.includes("\0")) return [look.fact(GPS, "loci")];
  const fixed = (at: number) => ((box.u32(at) ?? Number.NaN) | 0) / 65_536;
  const place = onEarth(fixed(nameEnd + 5), fixed(nameEnd + 1));
  const facts = [look.fact(GPS, "loci", null, place ?? null)];
  const text = name.slice(0, name.indexOf("\0")).trim();
  if (text) facts.push(look.fact({ kind: "location", type: "place-name" }, "loci", text));
  return facts;
}
const LOCI_NAME = 256;

/**
 * FLIR's records: "FFF\0", at 0x18 the offset of an index and at 0x1c its length; an index entry has
 * 32 bytes, type u16 at 0, offset u32 at 12, length u32 at 16. Type 0x2b holds the place: validity
 * u32, version, references, latitude and longitude as little-endian doubles at 16 and 24.
 */
function flirFacts(block: ByteSource, look: Look): Revelation[] {
  for (const littleEndian of [false, true]) {
    const index = block.u32(0x18, littleEndian) ?? 0;
    const count = Math.min(block.u32(0x1c, littleEndian) ?? 0, MAX_FLIR_RECORDS);
    for (let record = 0; record < count; record++) {
      const at = index + record * FLIR_ENTRY;
      if (block.u16(at, littleEndian) !== FLIR_GPS) continue;
      const data = block.u32(at + 12, littleEndian) ?? 0;
      const bytes = block.bytes(data, data + 32);
      if (bytes.length < 32 || bytes.every((byte) => byte === 0)) continue;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const place = onEarth(view.getFloat64(16, true), view.getFloat64(24, true));
      if (place || view.getUint32(0, true) !== 0)
        return [look.fact(GPS, "FLIR", null, place ?? null)];
    }
  }
  return [];
}
const MAX_FLIR_RECORDS = 100;
const FLIR_ENTRY = 32;
const FLIR_GPS = 0x2b;

/** ISO/IEC 14496-12 8.2.2: version u8, flags u24, then creation and modification in seconds since 1904. */
function movieTimes(header: ByteSource, look: Look): Revelation[] {
  const isLong = header.u8(0) === 1;
  const taken = isLong ? header.u64(4) : header.u32(4);
  const date = dateSince1904(taken ?? 0);
  return date ? [look.fact({ kind: "time", type: "capture-time" }, "movie header", date)] : [];
}

const FROM_1904_TO_1970 = 2_082_844_800;
const YEAR_2100 = 4_102_444_800;

/** Seconds since 1904 as a date, or undefined when none is set or it is no likely one. */
export function dateSince1904(seconds: number): string | undefined {
  const since1970 = seconds - FROM_1904_TO_1970;
  if (seconds === 0 || since1970 < -FROM_1904_TO_1970 || since1970 > YEAR_2100) return undefined;
  return new Date(since1970 * 1000).toISOString();
}
