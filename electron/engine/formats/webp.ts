import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import { map, ok, type Result } from "../../../shared/result.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { judge, keptExif, type Verdict } from "./content.ts";
import type { Damaged, Format, Inspection, Piece } from "./format.ts";
import { type Change, dropped, overwritten, piecesOf } from "./pieces.ts";
import { CHUNK_HEADER, type RiffChunk } from "./riff.ts";
import { readWebp, type WebpFile, type WebpFind } from "./webp-read.ts";

/** WebP: a RIFF form whose chunks are the picture's coded parts and what is told about it (RFC 9649). */
export const webp: Format = {
  id: "webp",
  recognises: (head) => ascii(head, 0) === "RIFF" && ascii(head, 8) === "WEBP",
  inspect: (file) => map(readWebp(file), inspectionOf),
  strip,
};

const ascii = (head: Uint8Array, at: number) =>
  Buffer.from(head.subarray(at, at + 4)).toString("latin1");

/** Bits of the extended header that say which metadata follows. The others describe the picture. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

const inspectionOf = ({ size, orientation, finds, pixels }: WebpFile): Inspection => ({
  format: "webp",
  size,
  orientation,
  blocks: finds.map(({ block }) => block),
  pixels,
});

interface Judged {
  readonly find: WebpFind;
  readonly verdict: Verdict;
}

/** Takes chunks out and makes lengths and bits say so. Coded parts are copied as they are. */
function strip(file: ByteSource, plan: StripPlan): Result<readonly Piece[], Damaged> {
  const read = readWebp(file);
  if (!read.ok) return read;
  const webpFile = read.value;
  const judged = webpFile.finds.map((find) => ({ find, verdict: judge(file, find.block, plan) }));
  const anew = exifAnew(file, webpFile, judged, plan);
  const changes = [...judged.flatMap(changesFor), ...anew];
  const lengths = [...frameLengths(file, judged), ...riffLength(file, webpFile, changes)];
  return ok(piecesOf(file, [...changes, ...lengths, ...bits(file, webpFile, judged, anew)]));
}

function changesFor({ find, verdict }: Judged): Change[] {
  if (verdict.do === "keep") return [];
  if (verdict.do === "replace") return overwritten(find.block.payload, verdict.payload);
  return dropped(find.block.spans);
}

/**
 * The Exif chunk written in place of one that goes: how the picture is turned, and the date if it
 * is kept. It stands where the old one stood. A simple file has none, as nothing would read it.
 */
function exifAnew(
  file: ByteSource,
  { finds, orientation, vp8x, end }: WebpFile,
  judged: readonly Judged[],
  plan: StripPlan,
): Change[] {
  const old = judged.filter(({ find }) => isExif(find));
  const isGone = old.every(({ verdict }) => verdict.do === "drop");
  if (!vp8x || !isGone || (!plan.whole && old.length === 0)) return [];
  const blocks = finds.map(({ block }) => block);
  const exif = keptExif(file, { blocks }, { orientation, date: plan.keepDate });
  if (!exif) return [];
  const at = old[0]?.find.block.spans[0]?.start ?? end;
  // The last chunk's own pad byte may be missing.
  const pad = new Uint8Array(at % 2);
  return [{ start: at, end: at, bytes: Buffer.concat([pad, chunk("EXIF", exif)]) }];
}

const isExif = ({ block, frame }: WebpFind) => block.kind === "exif" && !frame;

function chunk(id: string, body: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(CHUNK_HEADER + body.length + (body.length % 2));
  bytes.write(id, 0, "latin1");
  bytes.writeUInt32LE(body.length, 4);
  bytes.set(body, CHUNK_HEADER);
  return bytes;
}

/** Frames are shorter by what was taken out of them. */
function frameLengths(file: ByteSource, judged: readonly Judged[]): Change[] {
  const lost = new Map<RiffChunk, number>();
  for (const { find, verdict } of judged) {
    if (!find.frame || verdict.do !== "drop") continue;
    const bytes = find.block.spans.reduce((sum, { start, end }) => sum + end - start, 0);
    lost.set(find.frame, (lost.get(find.frame) ?? 0) + bytes);
  }
  return [...lost].map(([frame, bytes]) =>
    length(frame.start + 4, (file.u32(frame.start + 4, true) ?? 0) - bytes),
  );
}

/** The form is shorter by what was taken out before its end and longer by what was put in. */
function riffLength(file: ByteSource, { end }: WebpFile, changes: readonly Change[]): Change[] {
  const grown = changes
    .filter((change) => change.start < end || change.bytes.length > 0)
    .reduce((sum, { start, end: to, bytes }) => sum + bytes.length - (to - start), 0);
  return grown === 0 ? [] : [length(4, (file.u32(4, true) ?? 0) + grown)];
}

function length(at: number, value: number): Change {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return { start: at, end: at + 4, bytes };
}

/** Says truly whether Exif and XMP follow, wherever a chunk came or went; leaves all other bits. */
function bits(
  file: ByteSource,
  { vp8x }: WebpFile,
  judged: readonly Judged[],
  anew: readonly Change[],
): Change[] {
  const isTouched = anew.length > 0 || judged.some(({ verdict }) => verdict.do === "drop");
  if (!vp8x || !isTouched) return [];
  const at = vp8x.body.start;
  const stays = (kind: string) =>
    judged.some(
      ({ find, verdict }) => find.block.kind === kind && !find.frame && verdict.do !== "drop",
    );
  const others = (file.u8(at) ?? 0) & ~(HAS_EXIF | HAS_XMP);
  const exif = anew.length > 0 || stays("exif") ? HAS_EXIF : 0;
  const xmp = stays("xmp") ? HAS_XMP : 0;
  return [{ start: at, end: at + 1, bytes: Uint8Array.of(others | exif | xmp) }];
}
