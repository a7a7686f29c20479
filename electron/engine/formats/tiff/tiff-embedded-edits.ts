import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { err, map, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { judge } from "../content.ts";
import { type Edit, zeros } from "../exif/ifd-edit.ts";
import type { Block, Span } from "../format.ts";
import { overwritten } from "../pieces.ts";
import { lookAt } from "../reveal/reveal.ts";
import { tells } from "../scrub.ts";
import { brokenJpegs, embeddedBlocks } from "./tiff-embedded.ts";
import type { TiffFile } from "./tiff-file.ts";

/** Edits an Exif block of an embedded JPEG by rules of its own, or says that it cannot be done. */
export type ExifEdits = (block: Block) => readonly Edit[] | "refused";

/**
 * What changes in the JPEG pictures that a file carries beside its own data. None of them moves.
 * @returns the offset of an Exif block that cannot be edited.
 */
export function embeddedEdits(
  tiff: TiffFile,
  plan: StripPlan,
  exifEdits?: ExifEdits,
): Result<readonly Edit[], number> {
  const broken = brokenJpegs(tiff).flatMap((span) => brokenEdits(tiff.file, span, plan));
  return map(segmentEdits(tiff.file, embeddedBlocks(tiff), plan, exifEdits), (edits) => [
    ...edits,
    ...broken,
  ]);
}

/** The verdict on each segment of a JPEG picture, carried out where it stands. */
export function segmentEdits(
  file: ByteSource,
  blocks: readonly Block[],
  plan: StripPlan,
  exifEdits?: ExifEdits,
): Result<readonly Edit[], number> {
  const edits: Edit[] = [];
  for (const block of blocks) {
    const done =
      block.kind === "exif" && exifEdits ? exifEdits(block) : judgedEdits(file, block, plan);
    if (done === "refused") return err(block.spans[0]?.start ?? 0);
    edits.push(...done);
  }
  return ok(edits);
}

function judgedEdits(file: ByteSource, block: Block, plan: StripPlan): readonly Edit[] {
  const verdict = judge(file, block, plan);
  if (verdict.do === "keep") return [];
  const length = block.payload.reduce((sum, { start, end }) => sum + end - start, 0);
  if (verdict.do === "drop" || verdict.payload.length !== length) {
    return block.spans.map((span) => blankSegment(file, span));
  }
  return overwritten(block.payload, verdict.payload).map(({ start, bytes }) => ({
    at: start,
    bytes,
  }));
}

const COMMENT_MARKER = 0xfe;
const SPACE = 0x20;

/** A segment becomes a comment of as many spaces (T.81 B.2.4.5); stray bytes become zeros. */
function blankSegment(file: ByteSource, { start, end }: Span): Edit {
  const bytes = new Uint8Array(end - start);
  const isSegment = file.u8(start) === 0xff && file.u16(start + 2) === end - start - 2;
  if (isSegment) {
    bytes.fill(SPACE);
    bytes.set([0xff, COMMENT_MARKER, ...file.bytes(start + 2, start + 4)]);
  }
  return { at: start, bytes };
}

/** A picture that cannot be read to its end, and so not edited, goes when it tells what must go. */
function brokenEdits(file: ByteSource, span: Span, { drops }: StripPlan): readonly Edit[] {
  const facts = lookAt().into("bytes", file.slice(span.start, span.end));
  return tells(facts, drops) ? zeros(span) : [];
}
