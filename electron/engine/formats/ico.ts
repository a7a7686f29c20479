import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import { map, ok, type Result } from "../../../shared/result.ts";
import type { ByteSource } from "../../base/bytes.ts";
import type { Damaged, Format, Inspection, Piece, ReadOnly } from "./format.ts";
import { type IcoEntry, type IcoFile, readIco } from "./ico-read.ts";
import { judgedChanges } from "./judged-changes.ts";
import { type Change, movedTo, piecesOf } from "./pieces.ts";
import { png } from "./png/png.ts";

/** Windows icons and cursors: a directory, then bitmaps without a place for metadata, or PNG files. */
export const ico: Format = {
  id: "ico",
  recognises,
  inspect: (file) => map(readIco(file), inspectionOf),
  strip,
};

/** Type 1 is an icon, 2 a cursor; the first entry's reserved byte is 0 and it points behind itself. */
function recognises(head: Uint8Array): boolean {
  const [r0, r1, type = 0, high, count = 0, countHigh = 0] = head;
  const isDirectory = r0 === 0 && r1 === 0 && (type === 1 || type === 2) && high === 0;
  if (!isDirectory || head.length < 22 || head[9] !== 0) return false;
  const offset = Buffer.from(head).readUInt32LE(18);
  return count + countHigh > 0 && offset >= 6 + 16 * (count + countHigh * 256);
}

const inspectionOf = ({ size, blocks, pixels, inner }: IcoFile): Inspection => ({
  format: "ico",
  size,
  orientation: 1,
  blocks: [...blocks, ...inner].toSorted(
    (a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
  ),
  pixels,
});

/** Strips the PNG files inside like any other, then writes where each picture stands now. */
function strip(file: ByteSource, plan: StripPlan): Result<readonly Piece[], Damaged | ReadOnly> {
  const read = readIco(file);
  if (!read.ok) return read;
  const changes = judgedChanges(file, read.value.blocks, plan);
  for (const { start, end } of read.value.pngs) {
    const stripped = png.strip(file.slice(start, end), plan);
    if (!stripped.ok) return stripped;
    changes.push(...changesOf(stripped.value, start, end));
  }
  const directory = read.value.entries.flatMap((entry) => placed(entry, changes));
  return ok(piecesOf(file, [...changes, ...directory]));
}

/** What pieces of `[start, end)`, whose offsets count from its start, leave out and put in. */
function changesOf(pieces: readonly Piece[], start: number, end: number): Change[] {
  const changes: Change[] = [];
  let at = start;
  let put: Uint8Array[] = [];
  for (const piece of [...pieces, { start: end - start, end: end - start }]) {
    if ("bytes" in piece) {
      put.push(piece.bytes);
      continue;
    }
    const from = start + piece.start;
    if (from > at || put.length > 0)
      changes.push({ start: at, end: from, bytes: Buffer.concat(put) });
    put = [];
    at = start + piece.end;
  }
  return changes;
}

/** An entry's length and offset, after everything before and in it moved. */
function placed({ at, start, end }: IcoEntry, changes: readonly Change[]): Change[] {
  const bytes = Buffer.alloc(8);
  const moved = movedTo(changes, start);
  bytes.writeUInt32LE(movedTo(changes, end) - moved, 0);
  bytes.writeUInt32LE(moved, 4);
  return [{ start: at + 8, end: at + 16, bytes }];
}
