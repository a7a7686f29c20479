import type { ByteSource } from "../../../base/bytes.ts";
import type { Span } from "../format.ts";
import { type Box, boxAt } from "./bmff.ts";

/*
 * Where a track's samples lie: `stco`/`co64` place the chunks, `stsc` says how many samples each
 * chunk has, `stsz`/`stz2` how long each sample is (ISO/IEC 14496-12:2022 8.7).
 */

/** A day of 8 kHz audio, one sample a frame, is below this. */
const MAX_SAMPLES = 1_000_000_000;

/**
 * The bytes of all samples, chunk by chunk, touching chunks joined.
 * @returns `undefined` when the tables contradict each other or leave the file.
 */
export function sampleSpans(file: ByteSource, stbl: Box, isAudio: boolean): Span[] | undefined {
  const chunks = chunkOffsets(file, stbl);
  const sizes = sampleSizes(file, stbl, isAudio);
  const runs = chunkRuns(file, stbl);
  if (!chunks || !sizes || !runs) return undefined;
  const spans: Span[] = [];
  let [run, sample] = [0, 0];
  for (let chunk = 0; chunk < chunks.count && sample < sizes.count; chunk++) {
    while ((runs[run + 1]?.firstChunk ?? Number.POSITIVE_INFINITY) <= chunk + 1) run += 1;
    const count = Math.min(runs[run]?.samples ?? 0, sizes.count - sample);
    const start = chunks.at(chunk);
    const end = start + sizes.total(sample, count);
    sample += count;
    if (end > file.size) return undefined;
    const last = spans.at(-1);
    if (last?.end === start) spans[spans.length - 1] = { start: last.start, end };
    else if (end > start) spans.push({ start, end });
  }
  return spans;
}

/** The first `limit` samples, one span each; for looking into a track's content. */
export function firstSamples(file: ByteSource, stbl: Box, limit: number): Span[] {
  const sizes = sampleSizes(file, stbl, false);
  const spans = sampleSpans(file, stbl, false) ?? [];
  const first: Span[] = [];
  let [at, span] = [spans[0]?.start ?? 0, 0];
  for (let sample = 0; sizes && sample < Math.min(limit, sizes.count); sample++) {
    if (at >= (spans[span]?.end ?? 0)) at = spans[++span]?.start ?? 0;
    const end = at + sizes.total(sample, 1);
    if (end > (spans[span]?.end ?? 0)) break;
    first.push({ start: at, end });
    at = end;
  }
  return first;
}

interface Numbers {
  readonly count: number;
  at(index: number): number;
}

/** The numbers of a table that is read in one go. `undefined` when it has fewer bytes than it claims. */
function table(
  file: ByteSource,
  start: number,
  end: number,
  count: number,
  bits: number,
): Numbers | undefined {
  const length = Math.ceil((count * bits) / 8);
  if (start + length > end) return undefined;
  const bytes = Buffer.from(file.bytes(start, start + length));
  if (bytes.length < length) return undefined;
  const readers: Record<number, (index: number) => number> = {
    4: (index) => ((bytes[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15,
    8: (index) => bytes[index] ?? 0,
    16: (index) => bytes.readUInt16BE(index * 2),
    32: (index) => bytes.readUInt32BE(index * 4),
    64: (index) => bytes.readUInt32BE(index * 8) * 2 ** 32 + bytes.readUInt32BE(index * 8 + 4),
  };
  const at = readers[bits];
  return at && { count, at };
}

function chunkOffsets(file: ByteSource, stbl: Box): Numbers | undefined {
  const box = boxAt(stbl.children, "stco") ?? boxAt(stbl.children, "co64");
  if (!box) return undefined;
  const bits = box.type === "stco" ? 32 : 64;
  return table(file, box.body + 8, box.end, file.u32(box.body + 4) ?? 0, bits);
}

interface Sizes {
  readonly count: number;
  /** Bytes of `count` samples from sample `first` on. */
  total(first: number, count: number): number;
}

function sampleSizes(file: ByteSource, stbl: Box, isAudio: boolean): Sizes | undefined {
  const stsz = boxAt(stbl.children, "stsz");
  const box = stsz ?? boxAt(stbl.children, "stz2");
  const count = box ? (file.u32(box.body + 8) ?? 0) : 0;
  if (!box || count > MAX_SAMPLES) return undefined;
  const fixed = stsz ? (file.u32(stsz.body + 4) ?? 0) : 0;
  if (fixed > 0) {
    const bytes = isAudio ? audioFrameBytes(file, stbl, fixed) : fixed;
    return { count, total: (_, samples) => Math.ceil(samples * bytes) };
  }
  const bits = stsz ? 32 : (file.u32(box.body + 4) ?? 0) & 255;
  const sizes = table(file, box.body + 12, box.end, count, bits);
  if (!sizes) return undefined;
  const total = (first: number, samples: number) => {
    let sum = 0;
    for (let i = first; i < first + samples; i++) sum += sizes.at(i);
    return sum;
  };
  return { count, total };
}

/** True when all samples have one length, which only the table's head states. */
export function hasFixedSize(file: ByteSource, stbl: Box): boolean {
  const stsz = boxAt(stbl.children, "stsz");
  return stsz !== undefined && (file.u32(stsz.body + 4) ?? 0) > 0;
}

/**
 * QuickTime audio of fixed size counts "samples" of one byte, or of one frame, that are longer in
 * the file; the truth stands in the sample description (QuickTime File Format, "Sound sample
 * descriptions"). Bytes per sample, possibly a fraction.
 */
function audioFrameBytes(file: ByteSource, stbl: Box, fixed: number): number {
  const entry = (boxAt(stbl.children, "stsd")?.body ?? 0) + 8;
  const version = file.u16(entry + 16);
  const [samples, bytes] = [file.u32(entry + 36) ?? 0, file.u32(entry + 44) ?? 0];
  if (version === 1 && samples > 0 && bytes > 0)
    return Math.max(bytes / samples, fixed === 1 ? 0 : fixed / samples);
  const [channels, bits] = [file.u16(entry + 24) ?? 0, file.u16(entry + 26) ?? 0];
  const isPcm = PCM.has(file.latin1(entry + 4, entry + 8));
  return fixed === 1 && version === 0 && isPcm ? Math.max(1, (channels * bits) / 8) : fixed;
}

const PCM: ReadonlySet<string> = new Set([
  "raw ",
  "twos",
  "sowt",
  "NONE",
  "in24",
  "in32",
  "fl32",
  "fl64",
  "ulaw",
  "alaw",
]);

interface ChunkRun {
  readonly firstChunk: number;
  readonly samples: number;
}

function chunkRuns(file: ByteSource, stbl: Box): ChunkRun[] | undefined {
  const box = boxAt(stbl.children, "stsc");
  const count = box ? (file.u32(box.body + 4) ?? 0) : 0;
  const numbers = box && table(file, box.body + 8, box.end, count * 3, 32);
  if (!numbers) return undefined;
  return Array.from({ length: count }, (_, row) => ({
    firstChunk: numbers.at(row * 3),
    samples: numbers.at(row * 3 + 1),
  }));
}
