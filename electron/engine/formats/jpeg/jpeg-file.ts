import { ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Block, BlockKind, Damaged, Depth } from "../format.ts";
import { describe, type JpegPicture } from "./jpeg-blocks.ts";
import { findGainMap, type GainMap } from "./jpeg-gain-map.ts";
import { type IndexedPicture, picturesOf } from "./jpeg-mpf.ts";
import { mainEnd, pictureEnd } from "./jpeg-quick.ts";
import { readStream } from "./jpeg-segments.ts";
import { readTail, type TailPart } from "./jpeg-tail.ts";

/** All of a JPEG file: its picture, and what was appended to it. */
export interface JpegFile {
  readonly main: JpegPicture;
  readonly tail: readonly TailItem[];
  /** An HDR gain map that is understood to the last byte; otherwise it is one more appended picture. */
  readonly gainMap: GainMap | undefined;
}

/** One thing behind the main picture. */
export interface TailItem {
  readonly part: TailPart;
  /** All of it as one block. */
  readonly block: Block;
  /** For a picture, what is in it. */
  readonly picture: JpegPicture | undefined;
}

/** Reads the whole structure; `quick` as `Depth` says. */
export function readJpeg(file: ByteSource, depth: Depth): Result<JpegFile, Damaged> {
  const isQuick = depth === "quick";
  const stream = readStream(file, 0, isQuick ? mainEnd(file) : undefined);
  if (!stream.ok) return stream;
  const main = describe(file, stream.value);
  const listed = main.blocks
    .filter(({ kind }) => kind === "mpf")
    .flatMap((block) => picturesOf(file, block, 0));
  const parts = readTail(file, stream.value.end, (start) =>
    isQuick ? pictureEnd(file, listed, start) : undefined,
  );
  const tail = parts.map((part) => itemOf(file, part, listed));
  return ok({ main, tail, gainMap: findGainMap(file, main, tail, listed) });
}

/** Every block of the file, in file order; those inside an appended picture follow it. */
export function blocksOf({ main, tail, gainMap }: JpegFile): readonly Block[] {
  const blocks = [...main.blocks];
  for (const { part, block, picture } of tail) {
    const inner = picture?.blocks ?? [];
    if (part === gainMap?.item.part) blocks.push(gainMap.block, ...inner);
    else blocks.push(block, ...inner.filter(({ kind }) => kind !== "icc" && kind !== "jfif"));
  }
  return gainMap ? blocks.filter((block) => !gainMap.absorbed.has(block)) : blocks;
}

const KINDS: Readonly<Record<TailPart["is"], readonly [BlockKind, string]>> = {
  picture: ["image", "appended JPEG"],
  video: ["video", "appended video"],
  samsung: ["vendor", "Samsung trailer"],
  archive: ["trailer", "appended ZIP"],
  zeros: ["padding", "zeros after the end"],
  other: ["trailer", "bytes after the end"],
};

function itemOf(file: ByteSource, part: TailPart, listed: readonly IndexedPicture[]): TailItem {
  const { start, end } = part;
  const isListed = part.is === "picture" && listed.some((picture) => picture.start === start);
  const [kind, plainName] = KINDS[part.is];
  const name = isListed ? "MPF picture" : plainName;
  const block = { kind, name, spans: [{ start, end }], payload: [{ start, end }] };
  if (part.is !== "picture") return { part, block, picture: undefined };
  const picture = describe(file, part.stream);
  const blocks = picture.blocks.map((inner) => ({ ...inner, name: `${name}/${inner.name}` }));
  // What such a picture holds is listed as blocks of its own; the rest of it is coded pixels.
  return { part, block: { ...block, payload: [] }, picture: { ...picture, blocks } };
}
