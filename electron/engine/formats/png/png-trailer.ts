import type { ByteSource } from "../../../base/bytes.ts";
import type { Block, BlockKind } from "../format.ts";
import { endOfZeros } from "../jpeg/jpeg-tail.ts";
import { readChunks, SIGNATURE } from "./png-chunks.ts";

/** Pictures told apart behind the first; the rest is one block. */
const MAX_PICTURES = 16;

/** What stands behind a picture's IEND, where no decoder looks. */
export function trailerOf(file: ByteSource, from: number): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = from; at < file.size; at = blocks.at(-1)?.spans[0]?.end ?? file.size) {
    blocks.push(blocks.length < MAX_PICTURES ? partAt(file, at) : block("trailer", at, file.size));
  }
  return blocks;
}

function partAt(file: ByteSource, at: number): Block {
  const head = file.latin1(at, at + 8);
  if (head === SIGNATURE) {
    const stream = readChunks(file, at, "quick");
    if (stream.ok) return block("image", at, stream.value.end);
  }
  if (head.startsWith("\xff\xd8\xff")) return block("image", at, file.size);
  if (head.slice(4) === "ftyp") return block("video", at, file.size);
  const isZeros = endOfZeros(file, at, file.size) === file.size;
  return block(isZeros ? "padding" : "trailer", at, file.size);
}

const NAMES: Partial<Record<BlockKind, string>> = {
  image: "appended picture",
  video: "appended video",
  padding: "zeros after the end",
};

const block = (kind: BlockKind, start: number, end: number): Block => ({
  kind,
  name: NAMES[kind] ?? "bytes after the end",
  spans: [{ start, end }],
  payload: [{ start, end }],
});
