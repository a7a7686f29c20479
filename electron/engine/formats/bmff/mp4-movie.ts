import { ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { mergeSpans, subtractSpans } from "../exif/ifd-spans.ts";
import type { Inspection, Span } from "../format.ts";
import { type Box, type Broken, boxAt, childrenOf } from "./bmff.ts";
import { type Foreign, foreignFinds, paddingFinds, spanFind, spanOf } from "./bmff-foreign.ts";
import { isZero, lengthOf } from "./bmff-patch.ts";
import type { Find } from "./bmff-strip.ts";
import { isTextTrack, pictureOf, readTracks, type Track } from "./mp4-tracks.ts";
import { keyedMetaFinds, userDataFinds } from "./mp4-user-data.ts";

/** What `moov` and its fragments tell. */
export interface MovieReading extends Pick<Inspection, "size" | "orientation"> {
  readonly finds: readonly Find[];
  /** Samples and structure of the tracks that are seen and heard. */
  readonly pixels: readonly Span[];
  /** All bytes that any track refers to. */
  readonly referred: readonly Span[];
  /** True when every sample was found, so that other bytes beside them are known to be no part of it. */
  readonly isExact: boolean;
}

/** Boxes that players need, by the box they stand in. What is not listed is reported and can go. */
const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    moov: "mvhd trak mvex iods udta meta pssh prfl ctab clip rmra",
    trak: "tkhd tref edts mdia udta meta load imap matt clip tapt trgr txas",
    mdia: "mdhd hdlr minf elng udta meta",
    minf: "vmhd smhd sthd nmhd hmhd gmhd hdlr dinf stbl",
    moof: "mfhd traf pssh udta meta",
    traf: "tfhd tfdt trun sbgp sgpd saiz saio senc subs csgp udta meta",
  }).map(([parent, types]) => [parent, new Set(types.match(/.{4}(?= |$)/g))]),
);

/** QuickTime's deflated `moov`: what it says is not read. */
const COMPRESSED = "compressed movie header";

/** Reads a film: what its headers tell, its tracks, its fragments. */
export function readMovie(
  file: ByteSource,
  moov: Box,
  moofs: readonly Box[],
  foreign: Foreign,
): Result<MovieReading, Broken> {
  const tracks = readTracks(file, moov, moofs);
  if (!tracks.ok) return tracks;
  const gone = new Set(tracks.value.flatMap((track) => (track.isMetadata ? track.trafs : [])));
  const finds = [
    ...headerFinds(file, moov, "moov/", foreign),
    ...timeFinds(file, moov, "moov/mvhd"),
  ];
  for (const track of tracks.value) finds.push(...trackFinds(file, track));
  for (const moof of moofs) finds.push(...fragmentFinds(file, moof, gone));
  return ok({
    ...pictureOf(file, tracks.value),
    finds,
    pixels: tracks.value.flatMap((track) => (track.isMetadata ? [] : drawn(file, track))),
    referred: tracks.value.flatMap((track) => track.samples),
    isExact: tracks.value.length > 0 && tracks.value.every((track) => track.isExact),
  });
}

/** What stands in a structural box beside what it needs: user data, metadata, foreign boxes, remains. */
function headerFinds(
  file: ByteSource,
  box: Box,
  path: string,
  foreign: Foreign = foreignFinds,
): Find[] {
  const known = KNOWN.get(box.type) ?? new Set();
  const finds = box.children.flatMap((child) => {
    if (child.type === "udta") return userDataFinds(file, child, path);
    if (child.type === "meta") return keyedMetaFinds(file, child, path);
    if (known.has(child.type)) return [];
    const finds = foreign(file, child, path);
    return child.type === "cmov" ? finds.map((find) => ({ ...find, stuck: COMPRESSED })) : finds;
  });
  return box.rest ? [...finds, ...paddingFinds(file, box.rest, `${path}rest`)] : finds;
}

function trackFinds(file: ByteSource, track: Track): Find[] {
  const path = `moov/trak[${track.number}]/`;
  const mdia = boxAt(track.box.children, "mdia");
  const minf = boxAt(track.box.children, "mdia/minf");
  const finds = [
    ...headerFinds(file, track.box, path),
    ...timeFinds(file, track.box, `${path}tkhd`),
    ...(mdia
      ? [...headerFinds(file, mdia, `${path}mdia/`), ...timeFinds(file, mdia, `${path}mdhd`)]
      : []),
    ...(minf ? headerFinds(file, minf, `${path}minf/`) : []),
    ...handlerFinds(file, [mdia, minf], path),
    ...(track.isMetadata ? [] : encoderFinds(file, track, path)),
  ];
  if (!track.isMetadata) return finds;
  return [metadataTrackFind(file, track), ...finds.map((find) => ({ ...find, inside: track.box }))];
}

/** A track that nobody sees or hears: its samples become zeros, its boxes free space. */
function metadataTrackFind(file: ByteSource, track: Track): Find {
  const frees = [track.box, ...track.trafs];
  const label = labelOf(file, track);
  const block = {
    kind: "timed-metadata",
    name: `moov/trak[${track.number}] ${track.coding || track.handler}`,
    spans: mergeSpans([...frees.map(spanOf), ...track.samples]),
    payload: track.samples,
    ...(label && { label }),
  } as const;
  const stuck = track.isWhole ? {} : { stuck: "timed metadata in fragments" };
  return { block, erase: () => track.samples, frees, data: track.samples, ...stuck };
}

/** What Apple's tracks say they record: the keys in their sample description. */
function labelOf(file: ByteSource, { box, handler }: Track): string {
  // Subtitles are taken for metadata only where they tell places.
  if (isTextTrack(handler)) return "gps";
  const stsd = boxAt(box.children, "mdia/minf/stbl/stsd");
  const text = stsd ? file.latin1(stsd.body, Math.min(stsd.end, stsd.body + MAX_KEYS_BYTES)) : "";
  return [...new Set(text.match(/com[.]apple[.][\w.-]+/g))].join(" ");
}

const MAX_KEYS_BYTES = 16 * 1024;

/** Creation and modification time: 2 × 4 bytes in version 0, 2 × 8 in version 1; seconds since 1904, UTC. */
function timeFinds(file: ByteSource, parent: Box, name: string): Find[] {
  const type = name.slice(-4);
  return childrenOf(parent.children, type).flatMap((box) => {
    const start = box.body + 4;
    const end = Math.min(box.end, start + (file.u8(box.body) === 1 ? 16 : 8));
    const isSaid = end > start && !isZero(file, { start, end });
    return isSaid ? [spanFind("times", name, { start, end })] : [];
  });
}

/** Names that every encoder writes. */
const PLAIN_NAME = /^.?(Video|Sound|Audio|Subtitle|Data|Text)(Media)?Handler\0*$/s;

/** `hdlr` ends with a name for people; devices sign there. */
function handlerFinds(
  file: ByteSource,
  parents: readonly (Box | undefined)[],
  path: string,
): Find[] {
  return parents.flatMap((parent) =>
    childrenOf(parent?.children ?? [], "hdlr").flatMap((box) => {
      const span = { start: Math.min(box.end, box.body + 24), end: box.end };
      const isPlain = lengthOf([span]) < 64 && PLAIN_NAME.test(file.latin1(span.start, span.end));
      if (isPlain || isZero(file, span)) return [];
      return [labelled(spanFind("text", `${path}hdlr name`, span), "hdlr")];
    }),
  );
}

/** Offset and length of the encoder's name in a picture track's sample entry (12.1.3). */
const ENCODER = { at: 50, bytes: 32 };

/** Where the encoders of a track are named: one place in each sample description. */
function encoderSpans(file: ByteSource, { box, handler }: Track): Span[] {
  const stsd = boxAt(box.children, "mdia/minf/stbl/stsd");
  const spans: Span[] = [];
  const isPicture = handler === "vide" || handler === "auxv" || handler === "pict";
  for (let at = (stsd?.body ?? 0) + 8; stsd && isPicture && at + 8 <= stsd.end; ) {
    const end = at + Math.max(8, file.u32(at) ?? 0);
    const start = at + ENCODER.at;
    if (start + ENCODER.bytes <= Math.min(end, stsd.end))
      spans.push({ start, end: start + ENCODER.bytes });
    at = end;
  }
  return spans;
}

function encoderFinds(file: ByteSource, track: Track, path: string): Find[] {
  const named = encoderSpans(file, track).filter((span) => !isZero(file, span));
  return named.map((span) =>
    labelled(spanFind("text", `${path}stsd compressorname`, span), "compressorname"),
  );
}

const labelled = (find: Find, label: string): Find => ({
  ...find,
  block: { ...find.block, label },
});

function fragmentFinds(file: ByteSource, moof: Box, gone: ReadonlySet<Box>): Find[] {
  const trafs = childrenOf(moof.children, "traf");
  const inner = trafs.flatMap((traf) => {
    const finds = headerFinds(file, traf, "moof/traf/");
    return gone.has(traf) ? finds.map((find) => ({ ...find, inside: traf })) : finds;
  });
  return [...headerFinds(file, moof, "moof/"), ...inner];
}

/** A track's samples, and the boxes by which players find and show them. */
function drawn(file: ByteSource, track: Track): Span[] {
  const stbl = boxAt(track.box.children, "mdia/minf/stbl");
  const edts = boxAt(track.box.children, "edts");
  const runs = track.trafs.flatMap((traf) => childrenOf(traf.children, "trun"));
  const boxes = [stbl, edts, ...runs].flatMap((box) => (box ? [spanOf(box)] : []));
  return [...subtractSpans(boxes, encoderSpans(file, track)), ...track.samples];
}
