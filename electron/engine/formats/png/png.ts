import type { Orientation } from "../../../../shared/model/geometry.ts";
import { map, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Block, Damaged, Depth, Format, Inspection } from "../format.ts";
import { orientationOfTiff } from "../tiff/tiff-orientation.ts";
import { type PngParts, partsOf } from "./png-blocks.ts";
import { hasTrueCrc, type PngStream, readChunks, SIGNATURE } from "./png-chunks.ts";
import { stripPng } from "./png-strip.ts";
import { trailerOf } from "./png-trailer.ts";

/** PNG and APNG: chunks with checks, of which a known few draw the picture (PNG Third Edition). */
export const png: Format = {
  id: "png",
  recognises: (head) => Buffer.from(head.subarray(0, 8)).toString("latin1") === SIGNATURE,
  inspect: (file, depth) => map(readPng(file, depth), (read) => inspectionOf(file, read)),
  strip(file, plan) {
    const read = readPng(file, "full");
    return read.ok ? stripPng(file, read.value, inspectionOf(file, read.value), plan) : read;
  },
};

/** All of a PNG file: its picture, and what was appended to it. */
export interface PngFile extends PngParts {
  readonly stream: PngStream;
  readonly trailer: readonly Block[];
}

function readPng(file: ByteSource, depth: Depth): Result<PngFile, Damaged> {
  return map(readChunks(file, 0, depth), (stream) => ({
    stream,
    ...partsOf(file, stream),
    trailer: trailerOf(file, stream.end),
  }));
}

function inspectionOf(file: ByteSource, read: PngFile): Inspection {
  return {
    format: "png",
    size: sizeOf(file, read.stream),
    orientation: orientationOf(file, read.blocks),
    blocks: [...read.blocks.map(({ block }) => block), ...read.trailer],
    pixels: read.pixels,
  };
}

/** What the first eXIf chunk says; decoders ignore one whose check is wrong (PNG 11.3.4.5). */
function orientationOf(file: ByteSource, blocks: PngFile["blocks"]): Orientation {
  for (const { block, chunk } of blocks) {
    const [exif] = block.kind === "exif" && hasTrueCrc(file, chunk) ? block.payload : [];
    const turn = exif && orientationOfTiff(file.slice(exif.start, exif.end));
    if (turn) return turn;
  }
  return 1;
}

/** PNG 11.2.1: width u32, height u32. */
function sizeOf(file: ByteSource, { chunks }: PngStream): Inspection["size"] {
  const at = chunks.find(({ type }) => type === "IHDR")?.data.start ?? file.size;
  const [width, height] = [file.u32(at) ?? 0, file.u32(at + 4) ?? 0];
  return width > 0 && height > 0 ? { width, height } : null;
}
