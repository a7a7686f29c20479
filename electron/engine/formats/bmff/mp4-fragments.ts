import type { ByteSource } from "../../../base/bytes.ts";
import type { Span } from "../format.ts";
import { type Box, boxAt, childrenOf } from "./bmff.ts";

/** What fragments hold of one track. */
export interface FragmentedTrack {
  readonly samples: Span[];
  readonly trafs: Box[];
  /** False when the bytes of some samples could not be found. */
  isWhole: boolean;
}

/**
 * Where samples of fragmented films lie, by track.
 * @see ISO/IEC 14496-12:2022 8.8
 */
export function readFragments(
  file: ByteSource,
  moov: Box | undefined,
  moofs: readonly Box[],
): ReadonlyMap<number, FragmentedTrack> {
  const defaults = new Map<number, number>();
  for (const trex of childrenOf(
    moov ? (boxAt(moov.children, "mvex")?.children ?? []) : [],
    "trex",
  )) {
    defaults.set(file.u32(trex.body + 4) ?? 0, file.u32(trex.body + 16) ?? 0);
  }
  const tracks = new Map<number, FragmentedTrack>();
  for (const moof of moofs) {
    let next = moof.start;
    for (const traf of childrenOf(moof.children, "traf")) {
      const head = readHead(file, traf, { moof, next, defaults });
      const track = tracks.get(head.id) ?? { samples: [], trafs: [], isWhole: true };
      tracks.set(head.id, track);
      track.trafs.push(traf);
      next = readRuns(file, traf, head, track);
    }
  }
  return tracks;
}

interface Head {
  readonly id: number;
  /** Where data offsets count from. */
  readonly base: number;
  /** Bytes of a sample that states no size of its own. */
  readonly sampleBytes: number;
}

const HAS_BASE = 0x01;
const HAS_DESCRIPTION = 0x02;
const HAS_DURATION = 0x08;
const HAS_SIZE = 0x10;
const BASE_IS_MOOF = 0x02_0000;

function readHead(
  file: ByteSource,
  traf: Box,
  around: { moof: Box; next: number; defaults: ReadonlyMap<number, number> },
): Head {
  const body = boxAt(traf.children, "tfhd")?.body ?? Number.NaN;
  const flags = (file.u32(body) ?? 0) & 0xff_ffff;
  const id = file.u32(body + 4) ?? 0;
  let at = body + 8;
  const stated = (flags & HAS_BASE) !== 0 ? file.u64(at) : undefined;
  if ((flags & HAS_BASE) !== 0) at += 8;
  if ((flags & HAS_DESCRIPTION) !== 0) at += 4;
  if ((flags & HAS_DURATION) !== 0) at += 4;
  const size = (flags & HAS_SIZE) !== 0 ? file.u32(at) : around.defaults.get(id);
  const base = stated ?? ((flags & BASE_IS_MOOF) !== 0 ? around.moof.start : around.next);
  return { id, base, sampleBytes: size ?? 0 };
}

const HAS_OFFSET = 0x01;
const HAS_FIRST_FLAGS = 0x04;
/** Duration, size, flags and time offset of each sample, in this order. */
const PER_SAMPLE = [0x100, 0x200, 0x400, 0x800];
const HAS_SAMPLE_SIZE = 0x200;

/** Adds the samples of all runs; answers where the last one ends. */
function readRuns(file: ByteSource, traf: Box, head: Head, track: FragmentedTrack): number {
  let next = head.base;
  for (const trun of childrenOf(traf.children, "trun")) {
    const flags = (file.u32(trun.body) ?? 0) & 0xff_ffff;
    const count = file.u32(trun.body + 4) ?? 0;
    const offset = (file.u32(trun.body + 8) ?? 0) | 0;
    const start = (flags & HAS_OFFSET) !== 0 ? head.base + offset : next;
    const first = trun.body + 8 + (flags & HAS_OFFSET ? 4 : 0) + (flags & HAS_FIRST_FLAGS ? 4 : 0);
    const bytes = runBytes(file, trun, { flags, count, first, sampleBytes: head.sampleBytes });
    next = start + (bytes ?? 0);
    const isInFile = bytes !== undefined && start >= 0 && next <= file.size;
    if (isInFile) track.samples.push({ start, end: next });
    else track.isWhole = false;
  }
  return next;
}

interface Run {
  readonly flags: number;
  readonly count: number;
  /** Where the first sample's row begins. */
  readonly first: number;
  readonly sampleBytes: number;
}

/** Bytes of a run's samples together; `undefined` when it claims more rows than it has. */
function runBytes(file: ByteSource, trun: Box, run: Run): number | undefined {
  const rowBytes = 4 * PER_SAMPLE.filter((flag) => (run.flags & flag) !== 0).length;
  if (run.first + run.count * rowBytes > trun.end) return undefined;
  if ((run.flags & HAS_SAMPLE_SIZE) === 0) return run.count * run.sampleBytes;
  const sizeAt = (run.flags & 0x100) !== 0 ? 4 : 0;
  const rows = Buffer.from(file.bytes(run.first, run.first + run.count * rowBytes));
  let sum = 0;
  for (let at = sizeAt; at + 4 <= rows.length; at += rowBytes) sum += rows.readUInt32BE(at);
  return sum;
}
