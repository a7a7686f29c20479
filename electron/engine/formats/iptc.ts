import { isUtf8 } from "node:buffer";
import type { Span } from "./format.ts";

/** One IIM dataset; offsets count bytes of the block. */
export interface IptcDataset extends Span {
  readonly record: number;
  readonly dataset: number;
  readonly valueAt: number;
}

export interface IptcBlock {
  readonly datasets: readonly IptcDataset[];
  /** False when bytes that are no zeros follow the last dataset that could be read. */
  readonly isWhole: boolean;
  /** Dataset 1:90 says so (ESC % G). */
  readonly isUtf8: boolean;
}

const TAG_MARK = 0x1c;
const HEADER_BYTES = 5;
const EXTENDED = 0x8000;
const MAX_DATASETS = 10_000;

/**
 * Lists the datasets of an IPTC-IIM block (IIM 4.2, 1.5: tag marker, record, dataset, length).
 * Lengths above 32,767 are given in up to 4 bytes of their own. Zeros behind the last are padding.
 */
export function readIptc(bytes: Uint8Array): IptcBlock {
  const datasets: IptcDataset[] = [];
  let at = 0;
  while (datasets.length < MAX_DATASETS) {
    const next = datasetAt(bytes, at);
    if (!next) break;
    datasets.push(next);
    at = next.end;
  }
  const charset = datasets.find(({ record, dataset }) => record === 1 && dataset === 90);
  const escapes = charset ? bytes.subarray(charset.valueAt, charset.end) : new Uint8Array();
  return {
    datasets,
    isWhole: bytes.subarray(at).every((byte) => byte === 0),
    isUtf8: escapes[0] === 0x1b && escapes[1] === 0x25 && escapes[2] === 0x47,
  };
}

function datasetAt(bytes: Uint8Array, start: number): IptcDataset | undefined {
  const [mark, record = 0, dataset = 0, high, low] = bytes.subarray(start, start + HEADER_BYTES);
  if (mark !== TAG_MARK || high === undefined || low === undefined) return undefined;
  let length = high * 256 + low;
  let valueAt = start + HEADER_BYTES;
  if (length & EXTENDED) {
    const lengthBytes = length & ~EXTENDED;
    if (lengthBytes < 1 || lengthBytes > 4 || valueAt + lengthBytes > bytes.length)
      return undefined;
    length = bytes.subarray(valueAt, valueAt + lengthBytes).reduce((sum, b) => sum * 256 + b, 0);
    valueAt += lengthBytes;
  }
  const end = valueAt + length;
  return end > bytes.length ? undefined : { record, dataset, start, valueAt, end };
}

/** A dataset's text: UTF-8 where the block says so or it is valid, else Latin-1. At most 64 KB. */
export function iptcText(
  bytes: Uint8Array,
  block: IptcBlock,
  { valueAt, end }: IptcDataset,
): string {
  const value = bytes.subarray(valueAt, Math.min(end, valueAt + 65_536));
  const encoding = block.isUtf8 || isUtf8(value) ? "utf8" : "latin1";
  return Buffer.from(value).toString(encoding).replaceAll("\0", "");
}

/**
 * Takes datasets out; those behind move up, zeros fill the end, the length stays. Readers end at the first
 * byte that is no tag marker, so the zeros must stand last.
 * @returns the same bytes, unchanged, when nothing is dropped.
 */
export function dropIptc(
  bytes: Uint8Array,
  block: IptcBlock,
  drops: (dataset: IptcDataset) => boolean,
): Uint8Array {
  const dropped = block.datasets.filter(drops);
  if (dropped.length === 0) return bytes;
  const changed = new Uint8Array(bytes.length);
  let [from, to] = [0, 0];
  for (const { start, end } of [...dropped, { start: bytes.length, end: bytes.length }]) {
    const kept = bytes.subarray(from, start);
    changed.set(kept, to);
    to += kept.length;
    from = end;
  }
  return changed;
}
