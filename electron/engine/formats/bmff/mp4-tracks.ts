import type { Orientation } from "../../../../shared/model/geometry.ts";
import { err, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Inspection, Span } from "../format.ts";
import { type Box, type Broken, boxAt, childrenOf } from "./bmff.ts";
import { readFragments } from "./mp4-fragments.ts";
import { firstSamples, hasFixedSize, sampleSpans } from "./mp4-samples.ts";

/** One track of a film. */
export interface Track {
  readonly box: Box;
  /** Its place among the tracks, from 1. */
  readonly number: number;
  /** What its samples are: `vide`, `soun`, `meta`… */
  readonly handler: string;
  /** How they are coded: `avc1`, `mebx`, `gpmd`… */
  readonly coding: string;
  /** Its samples' bytes, touching ones joined. */
  readonly samples: readonly Span[];
  /** Its parts of fragments. */
  readonly trafs: readonly Box[];
  /** True when the samples are places, movements or the like and not seen or heard. */
  readonly isMetadata: boolean;
  /** False when not all samples could be found. */
  readonly isWhole: boolean;
  /** False also where sizes are rules of thumb (QuickTime audio that counts single bytes). */
  readonly isExact: boolean;
}

/** Tracks that are seen, heard or read, or that players need to present such tracks. */
const MEDIA: ReadonlySet<string> = new Set([
  ...["vide", "auxv", "pict", "soun", "subt", "sbtl", "text", "clcp", "tmcd", "hint"],
  ...["odsm", "sdsm", "crsm", "m7sm", "ocsm", "ipsm", "mjsm", "qd3d", "sprt", "strm", "MPEG"],
]);
/** Drones and cameras write places into subtitles. */
const TEXT: ReadonlySet<string> = new Set(["text", "subt", "sbtl", "clcp"]);
export const isTextTrack = (handler: string): boolean => TEXT.has(handler);
const PLACE_TEXT = /GPS|\$G[NP][A-Z]{3}|latitude|longitude|HOME\s*\(|[NS]\d{2,}.*[EW]\d{2,}/i;
const SAMPLES_READ = 8;
const SAMPLE_BYTES_READ = 1024;

/**
 * The tracks of a film, with the samples of its fragments.
 * @returns the offset of the sample table that breaks its rules.
 */
export function readTracks(
  file: ByteSource,
  moov: Box,
  moofs: readonly Box[],
): Result<readonly Track[], Broken> {
  const fragments = readFragments(file, moov, moofs);
  const tracks: Track[] = [];
  for (const box of childrenOf(moov.children, "trak")) {
    const stbl = boxAt(box.children, "mdia/minf/stbl");
    const handler = handlerOf(file, box);
    const own = stbl && isInThisFile(file, box) ? samplesOf(file, stbl, handler) : [];
    if (!own) return err({ offset: stbl?.start ?? box.start });
    const fragmented = fragments.get(trackId(file, box));
    const parts = fragmented?.samples ?? [];
    const samples = parts.length > 0 ? own.concat(parts) : own;
    const isWhole = fragmented?.isWhole ?? true;
    tracks.push({
      box,
      number: tracks.length + 1,
      handler,
      coding: codingOf(file, stbl),
      samples,
      trafs: fragmented?.trafs ?? [],
      isMetadata: !MEDIA.has(handler) || tellsPlaces(file, handler, stbl, parts),
      isWhole,
      isExact: isWhole && !(handler === "soun" && stbl && hasFixedSize(file, stbl)),
    });
  }
  return ok(tracks);
}

const samplesOf = (file: ByteSource, stbl: Box, handler: string) =>
  stbl.children.some((box) => box.type === "stco" || box.type === "co64")
    ? sampleSpans(file, stbl, handler === "soun")
    : [];

function handlerOf(file: ByteSource, trak: Box): string {
  const hdlr = boxAt(trak.children, "mdia/hdlr");
  return hdlr ? file.latin1(hdlr.body + 8, hdlr.body + 12) : "";
}

function codingOf(file: ByteSource, stbl: Box | undefined): string {
  const stsd = stbl && boxAt(stbl.children, "stsd");
  return stsd ? file.latin1(stsd.body + 12, Math.min(stsd.end, stsd.body + 16)) : "";
}

function trackId(file: ByteSource, trak: Box): number {
  const tkhd = boxAt(trak.children, "tkhd");
  return tkhd ? (file.u32(tkhd.body + (file.u8(tkhd.body) === 1 ? 20 : 12)) ?? 0) : 0;
}

/** A data reference without the "in this file" flag names another file. */
function isInThisFile(file: ByteSource, trak: Box): boolean {
  const dref = boxAt(trak.children, "mdia/minf/dinf");
  const flags = dref ? file.u32(dref.body + 8 + 8 + 8) : undefined;
  return flags === undefined || (flags & 1) === 1;
}

function tellsPlaces(
  file: ByteSource,
  handler: string,
  stbl: Box | undefined,
  fragmented: readonly Span[],
): boolean {
  if (!TEXT.has(handler) || !stbl) return false;
  const samples = [...firstSamples(file, stbl, SAMPLES_READ), ...fragmented.slice(0, SAMPLES_READ)];
  return samples.some(({ start, end }) =>
    PLACE_TEXT.test(file.latin1(start, Math.min(end, start + SAMPLE_BYTES_READ))),
  );
}

/** Stored size and turn of the first picture track; the turn is its matrix (ISO/IEC 14496-12 8.3.2). */
export function pictureOf(
  file: ByteSource,
  tracks: readonly Track[],
): Pick<Inspection, "size" | "orientation"> {
  const track = tracks.find(({ handler }) => handler === "vide" || handler === "pict");
  const stsd = track && boxAt(track.box.children, "mdia/minf/stbl/stsd");
  const entry = stsd ? stsd.body + 8 : Number.NaN;
  const [width, height] = [file.u16(entry + 32), file.u16(entry + 34)];
  const size = width && height ? { width, height } : null;
  return { size, orientation: track ? turnOf(file, track) : 1 };
}

/** Sign of the matrix' first two rows, "a b c d", against Exif's orientation. */
const TURNS: ReadonlyMap<string, Orientation> = new Map([
  ["1 0 0 1", 1],
  ["-1 0 0 1", 2],
  ["-1 0 0 -1", 3],
  ["1 0 0 -1", 4],
  ["0 1 1 0", 5],
  ["0 1 -1 0", 6],
  ["0 -1 -1 0", 7],
  ["0 -1 1 0", 8],
]);

function turnOf(file: ByteSource, { box }: Track): Orientation {
  const tkhd = boxAt(box.children, "tkhd");
  const at = tkhd ? tkhd.body + (file.u8(tkhd.body) === 1 ? 52 : 40) : Number.NaN;
  const signs = [0, 4, 12, 16].map((offset) => Math.sign((file.u32(at + offset) ?? 0) | 0));
  return TURNS.get(signs.join(" ")) ?? 1;
}
