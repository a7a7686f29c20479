import { ok, type Result } from "../../../shared/result.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { mergeSpans, subtractSpans } from "./exif/ifd-spans.ts";
import { type Block, type Damaged, damaged, type Span } from "./format.ts";
import { isUniform } from "./payload.ts";
import { png } from "./png/png.ts";

/** One picture of an icon: where its bytes stand, and at `at` its 16 bytes of the directory. */
export interface IcoEntry extends Span {
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

export interface IcoFile {
  readonly entries: readonly IcoEntry[];
  /** Pictures that are PNG files, each once. */
  readonly pngs: readonly Span[];
  /** What stands beside the pictures. */
  readonly blocks: readonly Block[];
  /** What stands inside PNG pictures; they are stripped by PNG's own rules. */
  readonly inner: readonly Block[];
  readonly pixels: readonly Span[];
  /** The largest picture's. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

const DIRECTORY = 6;
const ENTRY = 16;
/** Pictures of one icon; the largest collections in one file have some dozens. */
const MAX_ENTRIES = 1024;

/** Reads the directory and looks into PNG pictures. @see ICONDIR and ICONDIRENTRY, Windows resource formats. */
export function readIco(file: ByteSource): Result<IcoFile, Damaged> {
  const entries = readEntries(file);
  if (typeof entries === "number") return damaged("ico", entries);
  const pictures = distinct(entries);
  const overlap = pictures.find(({ start }, i) => start < (pictures[i - 1]?.end ?? 0));
  if (overlap) return damaged("ico", overlap.start);
  const directoryEnd = DIRECTORY + entries.length * ENTRY;
  const inner: Block[] = [];
  const drawn: Span[] = [{ start: 0, end: DIRECTORY }];
  for (const { at } of entries) drawn.push({ start: at, end: at + 8 });
  const pngs = pictures.filter(({ start }) => file.latin1(start, start + 8) === PNG_SIGNATURE);
  for (const picture of pictures) {
    if (!pngs.includes(picture)) drawn.push(picture);
    else {
      const inspected = png.inspect(file.slice(picture.start, picture.end), "full");
      if (!inspected.ok) return damaged("ico", picture.start + inspected.error.offset);
      inner.push(...inspected.value.blocks.map((block) => insideAt(block, picture.start)));
      drawn.push(...inspected.value.pixels.map((span) => shifted(span, picture.start)));
    }
  }
  const blocks = besides(file, [{ start: 0, end: directoryEnd }, ...pictures]);
  return ok({ entries, pngs, blocks, inner, pixels: mergeSpans(drawn), size: largest(entries) });
}

const PNG_SIGNATURE = "\x89PNG\r\n\x1a\n";

/** @returns the offset of an entry that points out of the file. */
function readEntries(file: ByteSource): readonly IcoEntry[] | number {
  const count = file.u16(4, true) ?? 0;
  if (count === 0 || count > MAX_ENTRIES) return 4;
  const entries: IcoEntry[] = [];
  for (let i = 0; i < count; i++) {
    const at = DIRECTORY + i * ENTRY;
    const [length, start] = [file.u32(at + 8, true), file.u32(at + 12, true)];
    if (!length || start === undefined || start + length > file.size) return at;
    if (start < DIRECTORY + count * ENTRY) return at;
    const [width, height] = [file.u8(at) || 256, file.u8(at + 1) || 256];
    entries.push({ at, width, height, start, end: start + length });
  }
  return entries;
}

/** The ranges of bytes that entries name, each once, in file order. */
function distinct(entries: readonly IcoEntry[]): readonly Span[] {
  const spans = new Map(entries.map(({ start, end }) => [`${start}-${end}`, { start, end }]));
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Bytes that no entry names. Zeros that round lengths up hide nothing. */
function besides(file: ByteSource, used: readonly Span[]): Block[] {
  const end = Math.max(...used.map((span) => span.end));
  return subtractSpans([{ start: 0, end: file.size }], used)
    .filter(({ start, end: to }) => file.u8(start) !== 0 || !isUniform(file.slice(start, to)))
    .map((span) => {
      const isTail = span.start >= end;
      const name = isTail ? "bytes after the end" : "unused bytes";
      return { kind: isTail ? "trailer" : "padding", name, spans: [span], payload: [span] };
    });
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const insideAt = (block: Block, by: number): Block => ({
  ...block,
  name: `PNG/${block.name}`,
  spans: block.spans.map((span) => shifted(span, by)),
  payload: block.payload.map((span) => shifted(span, by)),
});

const largest = (entries: readonly IcoEntry[]): IcoFile["size"] =>
  entries.reduce<IcoFile["size"]>(
    (best, { width, height }) =>
      best && best.width * best.height >= width * height ? best : { width, height },
    null,
  );
