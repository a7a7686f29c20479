import type { FormatId } from "../../../../shared/model/photo.ts";
import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import type { Result } from "../../../../shared/result.ts";
import { type ByteSource, MemorySource } from "../../../base/bytes.ts";
import { applyEdits, type Edit, planDrops, zeros } from "../exif/ifd-edit.ts";
import { subtractSpans } from "../exif/ifd-spans.ts";
import type { IfdEntry } from "../exif/ifd-tree.ts";
import { type Damaged, damaged, type Piece } from "../format.ts";
import { lookAt, revealBlock } from "../reveal/reveal.ts";
import { tells } from "../scrub.ts";
import { makerNoteEdits } from "./raw-maker.ts";
import { rawDrops, staysIn } from "./raw-tags.ts";
import { type ExifEdits, embeddedEdits } from "./tiff-embedded-edits.ts";
import { openTiff, type TiffFile } from "./tiff-file.ts";
import { entryJudge, packetVerdicts } from "./tiff-judge.ts";
import { faultOf, rewriteTiff } from "./tiff-rewrite.ts";
import { MAKER_NOTE_TAG } from "./tiff-tags.ts";

/** A raw file stripped in place: same length, sensor data and maker notes where they were. */
export function stripRaw(tiff: TiffFile, plan: StripPlan): Result<readonly Piece[], Damaged> {
  const { drops, edits, fault } = inTiff(tiff, plan);
  if (fault !== undefined) return damaged(tiff.format, fault);
  const beside = embeddedEdits(tiff, plan, rawExif(tiff.file, tiff.format, plan));
  if (!beside.ok) return damaged(tiff.format, beside.error);
  return rewriteTiff(tiff, { drops, edits: [...edits, ...beside.value], clearsRemains: false });
}

/**
 * The Exif block of a camera's own JPEG is edited like the raw file's, because converters look
 * there too: Fujifilm's have no other. It is never dropped as a whole.
 */
export const rawExif =
  (file: ByteSource, format: FormatId, plan: StripPlan): ExifEdits =>
  (block) => {
    const [span, ...more] = block.payload;
    const opened =
      span && more.length === 0
        ? openTiff(file.slice(span.start, span.end), format)
        : damaged(format, 0);
    if (!span || !opened.ok) return tells(revealBlock(file, block), plan.drops) ? "refused" : [];
    const edits = exifEdits(opened.value, plan);
    if (edits === "refused") return edits;
    const after = applyEdits(file.bytes(span.start, span.end), edits);
    if (stillTells(after, format, plan)) return "refused";
    return edits.map((edit) => ({ ...edit, at: edit.at + span.start }));
  };

function exifEdits(tiff: TiffFile, plan: StripPlan): ReturnType<ExifEdits> {
  const { drops, edits, fault } = inTiff(tiff, plan);
  const dropped = planDrops(tiff.file, tiff.tree, drops);
  if (fault !== undefined || faultOf(tiff, dropped, edits) !== undefined) return "refused";
  return [...dropped.cleared.flatMap(zeros), ...dropped.rewritten, ...edits];
}

/** Is anything left that should have gone, under a tag that no table knows for instance? */
function stillTells(exif: Uint8Array, format: FormatId, { drops, keepDate }: StripPlan): boolean {
  const stays = staysIn(format);
  return lookAt()
    .into("bytes", new MemorySource(exif))
    .some(
      ({ kind, type }) =>
        drops.has(kind) &&
        !(kind === "time" && keepDate) &&
        ![...stays].some((stay) => stay === type),
    );
}

function inTiff(tiff: TiffFile, plan: StripPlan) {
  const packets = packetVerdicts(tiff, plan);
  const tells = entryJudge(tiff, plan);
  const drops = (entry: IfdEntry) =>
    packets.dropped.has(entry) || rawDrops(tiff.format, entry, plan, tells);
  const notes = notesIn(tiff);
  const blanks = notes.flatMap((note) => makerNoteEdits(tiff.file, tiff.tree, note, plan));
  return { drops, edits: [...packets.edits, ...blanks], fault: strayFault(notes, blanks) };
}

/** DNG readers need no maker notes: there they go as a whole. */
const notesIn = ({ format, tree }: TiffFile): readonly IfdEntry[] =>
  format === "dng"
    ? []
    : tree.ifds.flatMap(({ entries }) => entries.filter(({ tag }) => tag === MAKER_NOTE_TAG));

/** A note with a value outside of itself was moved or is damaged: zeros would hit something else. */
function strayFault(notes: readonly IfdEntry[], blanks: readonly Edit[]): number | undefined {
  const inside = notes.map(({ valueAt, valueLength }) => ({
    start: valueAt,
    end: valueAt + valueLength,
  }));
  const isStray = ({ at, bytes }: Edit) =>
    subtractSpans([{ start: at, end: at + bytes.length }], inside).length > 0;
  return blanks.some(isStray) ? notes[0]?.at : undefined;
}
