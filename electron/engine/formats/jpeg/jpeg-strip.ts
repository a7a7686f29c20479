import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { err, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { keptExif } from "../content.ts";
import {
  type Block,
  type Damaged,
  damaged,
  type Inspection,
  type Piece,
  type ReadOnly,
} from "../format.ts";
import { type Change, piecesOf } from "../pieces.ts";
import { OVERLONG_ADOBE } from "./jpeg-app.ts";
import type { JpegFile } from "./jpeg-file.ts";
import { plannedChanges } from "./jpeg-plan.ts";
import { SOI } from "./jpeg-segments.ts";

/**
 * The file without what the plan drops.
 * @returns `format-damaged` where the picture has no end (none is invented), `format-read-only`
 * where a segment that the colours need holds more than it should.
 */
export function stripJpeg(
  file: ByteSource,
  read: JpegFile,
  inspection: Inspection,
  plan: StripPlan,
): Result<readonly Piece[], Damaged | ReadOnly> {
  if (read.main.stream.ending !== "eoi") return damaged("jpeg", read.main.stream.end);
  if (inspection.blocks.some(({ name }) => name.endsWith(OVERLONG_ADOBE))) {
    return err({ code: "format-read-only", subject: OVERLONG_ADOBE });
  }
  const changes = plannedChanges(file, read, plan);
  if (!plan.whole) return ok(piecesOf(file, changes));
  const { orientation } = inspection;
  const exif = keptExif(file, read.main, { orientation, date: plan.keepDate });
  return ok(piecesOf(file, [...written(read, exif), ...changes]));
}

/** The Exif block that stays, behind SOI and, where that is the first segment to stay, JFIF. */
function written({ main, gainMap }: JpegFile, exif: Uint8Array | undefined): Change[] {
  if (!exif) return [];
  const at = headEnd(
    main,
    new Set<Block | undefined>([gainMap?.mpf, gainMap?.xmp?.main, ...(gainMap?.iso ?? [])]),
  );
  return [{ start: at, end: at, bytes: exifSegment(exif) }];
}

function headEnd(
  { stream, blocks }: JpegFile["main"],
  stays: ReadonlySet<Block | undefined>,
): number {
  const byStart = new Map(
    blocks.flatMap((block) => block.spans.map((span) => [span.start, block])),
  );
  let at = stream.start;
  for (const { marker, start, end } of stream.segments) {
    const block = byStart.get(start);
    if (marker === SOI) at = end;
    else if (!block || stays.has(block) || block.kind === "icc") return at;
    else if (block.kind === "jfif") return block.spans[0]?.end ?? at;
  }
  return at;
}

/** Exif 2.32 4.7.2. `exif` has at most 65,527 bytes. */
function exifSegment(exif: Uint8Array): Uint8Array {
  const length = 2 + 6 + exif.length;
  const head = [0xff, 0xe1, length >> 8, length & 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0];
  return Uint8Array.from([...head, ...exif]);
}
