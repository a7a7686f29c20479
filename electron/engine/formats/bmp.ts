import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import { err, map, ok, type Result } from "../../../shared/result.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { type BmpFile, readBmp } from "./bmp-read.ts";
import { judge } from "./content.ts";
import type { Block, Damaged, Format, Inspection, Piece, ReadOnly } from "./format.ts";
import { type Change, dropped, overwritten, piecesOf } from "./pieces.ts";

/**
 * Windows bitmap: nothing in it is meant for metadata. What can hide stands between the tables and
 * the pixels, behind the end, in two reserved fields, or as the path of a linked colour profile.
 */
export const bmp: Format = {
  id: "bmp",
  recognises,
  inspect: (file) => map(readBmp(file), inspectionOf),
  strip,
};

/** "BM" alone begins many a text; the bitmap header's length tells. */
function recognises(head: Uint8Array): boolean {
  if (head[0] !== 0x42 || head[1] !== 0x4d || head.length < 18) return false;
  const [length = 0, ...rest] = head.subarray(14, 18);
  return length >= 12 && length <= 124 && length % 4 === 0 && rest.every((byte) => byte === 0);
}

const inspectionOf = ({ size, blocks, pixels }: BmpFile): Inspection => ({
  format: "bmp",
  size,
  orientation: 1,
  blocks,
  pixels,
});

/** Nothing moves: what is dropped becomes zeros, and the file ends where the picture does. */
function strip(file: ByteSource, plan: StripPlan): Result<readonly Piece[], Damaged | ReadOnly> {
  const read = readBmp(file);
  if (!read.ok) return read;
  const { blocks, end, isWrapped } = read.value;
  const changes = blocks.flatMap((block) => changesFor(file, block, end, plan));
  if (isWrapped) return err({ code: "format-read-only", subject: "BMP around JPEG or PNG" });
  return ok(piecesOf(file, changes));
}

function changesFor(file: ByteSource, block: Block, end: number, plan: StripPlan): Change[] {
  const verdict = judge(file, block, plan);
  if (verdict.do === "keep") return [];
  if (verdict.do === "replace") return overwritten(block.payload, verdict.payload);
  if (block.kind === "trailer") return [...dropped(block.spans), ...fileLength(file, end)];
  return block.spans.map(({ start, end: to }) => ({
    start,
    end: to,
    bytes: new Uint8Array(to - start),
  }));
}

/** bfSize, where it counted bytes that are gone. */
function fileLength(file: ByteSource, end: number): Change[] {
  if ((file.u32(2, true) ?? 0) <= end) return [];
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(end);
  return [{ start: 2, end: 6, bytes }];
}
