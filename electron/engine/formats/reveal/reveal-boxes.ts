import type { Revelation } from "../../../../shared/policy/metadata-risk.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Block } from "../format.ts";
import { isBinary, type Look, plain } from "../look.ts";
import { isUniform } from "../payload.ts";
import { textOfBytes } from "../text-block.ts";
import { placeInText } from "../text-place.ts";
import { dateSince1904, lociFacts } from "./reveal-bytes.ts";

/** Times of a container's header: PNG's tIME, or seconds since 1904. Zeros are no time. */
export function timesFacts(source: ByteSource, look: Look, block: Block): readonly Revelation[] {
  if (isUniform(source) && (source.u8(0) ?? 0) === 0) return [];
  if (/tIME/.test(block.name)) {
    return [look.fact({ kind: "time", type: "modify-time" }, block.name, pngTime(source))];
  }
  const seconds = source.size >= 16 ? source.u64(0) : source.u32(0);
  const date = dateSince1904(seconds ?? 0) ?? null;
  return [look.fact({ kind: "time", type: "capture-time" }, block.name, date)];
}

/** PNG 3, 11.3.4: year u16, month, day, hour, minute, second. */
function pngTime(source: ByteSource): string {
  const two = (at: number) => String(source.u8(at) ?? 0).padStart(2, "0");
  return `${source.u16(0) ?? 0}-${two(2)}-${two(3)}T${two(4)}:${two(5)}:${two(6)}Z`;
}

/** A container's own field for a place: a text, or 3GPP's `loci`. A field of zeros is none. */
export function placeFacts(source: ByteSource, look: Look, block: Block): readonly Revelation[] {
  if (isUniform(source)) return [];
  const gps = { kind: "location", type: "gps" } as const;
  if (/loci/.test(block.name)) {
    const isFull = source.u32(0) === 0;
    return lociFacts(isFull ? source.slice(4, source.size) : source, look);
  }
  const text = textOfBytes(source);
  const place = placeInText(text) ?? placeInText(block.label ?? "");
  const facts = [look.fact(gps, block.name, null, place ?? null)];
  const isName = !place && /[\p{L}]{3,}/u.test(text) && !isBinary(text);
  return isName
    ? [look.fact({ kind: "location", type: "place-name" }, block.name, plain(text))]
    : facts;
}

/** Tracks that record where the camera was, by the names of their formats. */
const PLACE_TRACK = /camm|gpmd|ctmd|djmd|dbgi|rtmd|nmea|gps|location|iso6709/i;
const MOTION_TRACK = /camm|gpmd|gyro|djmd|dbgi|rtmd|motion/i;
/** GoPro's keys for places (GPMF): they stand in the samples. */
const PLACE_SAMPLE = /GPS[59UFPA]|ISO6709|[+-]\d{2}[.]\d{3,}[+-]\d{3}[.]\d{3,}|\$G[PN](GGA|RMC)/;
const SAMPLED = 1024 * 1024;

/** A metadata track: named by what it may hold, and by what its samples show. */
export function timedFacts(source: ByteSource, look: Look, block: Block): readonly Revelation[] {
  if (isUniform(source)) return [];
  const where = block.name;
  const text = source.latin1(0, SAMPLED);
  const name = `${block.name} ${block.label ?? ""}`;
  const facts = [look.fact({ kind: "hidden-data", type: "timed-metadata" }, where)];
  if (PLACE_TRACK.test(name) || PLACE_SAMPLE.test(text)) {
    const place = placeInText(text.slice(0, 4096)) ?? null;
    facts.push(look.fact({ kind: "location", type: "timed-metadata" }, where, null, place));
  }
  if (MOTION_TRACK.test(name) || /GYRO|ACCL/.test(text.slice(0, 4096))) {
    facts.push(look.fact({ kind: "device", type: "motion-sensor" }, where));
  }
  return [...facts, ...look.into("bytes", source, "timed metadata")];
}
