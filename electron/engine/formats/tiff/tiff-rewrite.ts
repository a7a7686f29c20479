import { ok, type Result } from "../../../../shared/result.ts";
import { type DropPlan, type Edit, planDrops, zeros } from "../exif/ifd-edit.ts";
import { intersects, mergeSpans } from "../exif/ifd-spans.ts";
import type { IfdEntry, TiffTree } from "../exif/ifd-tree.ts";
import { type Damaged, damaged, type Piece, type Span } from "../format.ts";
import { type Change, piecesOf } from "../pieces.ts";
import { lostDirectories, pixelsOf, type TiffFile } from "./tiff-file.ts";
import { remainsOf } from "./tiff-remains.ts";

/** What is to happen to a file's bytes. */
interface Rewrite {
  readonly drops: (entry: IfdEntry) => boolean;
  /** Written over bytes that stay in use. */
  readonly edits: readonly Edit[];
  /** Clear what no directory uses, and cut the end off where nothing uses it. */
  readonly clearsRemains: boolean;
}

/**
 * The file with entries dropped and bytes overwritten in place; strips and tiles never move.
 * @returns `format-damaged` where the file contradicts itself, or a page's data is not all there
 *   and so it cannot be told from remains.
 */
export function rewriteTiff(
  tiff: TiffFile,
  { drops, edits, clearsRemains }: Rewrite,
): Result<readonly Piece[], Damaged> {
  const plan = planDrops(tiff.file, tiff.tree, drops);
  const fault = faultOf(tiff, plan, edits);
  if (fault !== undefined) return damaged(tiff.format, fault);
  const pages = tiff.pages.filter(({ ifd }) => plan.left.has(ifd.at));
  const cut = clearsRemains ? pages.find(({ isComplete }) => !isComplete) : undefined;
  if (cut) return damaged(tiff.format, cut.ifd.at);
  const inUse = [...plan.tables, ...plan.values];
  const remains = clearsRemains ? remainsOf(tiff, pages, inUse) : [];
  const end = remains.at(-1)?.end === tiff.file.size ? remains.at(-1) : undefined;
  const inside = mergeSpans([...plan.cleared, ...remains]).filter((span) => span.end !== end?.end);
  const changes = [...inside.flatMap(zeros), ...plan.rewritten, ...edits].map(changeOf);
  if (end) changes.push({ ...end, start: startOfEnd(plan, end), bytes: new Uint8Array(0) });
  return ok(piecesOf(tiff.file, changes));
}

/** Bytes freed right before the end go with it. */
const startOfEnd = ({ cleared }: DropPlan, end: Span): number =>
  mergeSpans([...cleared, end]).at(-1)?.start ?? end.start;

/** Where the file contradicts itself so that editing it would harm what stays; `undefined`: nowhere. */
export function faultOf(
  tiff: TiffFile,
  plan: DropPlan,
  edits: readonly Edit[],
): number | undefined {
  const lost = lostDirectories(tiff.tree).find((at) => isStillLost(tiff.tree, plan, at));
  if (lost !== undefined) return lost;
  const shared = sharedWithData(tiff, plan);
  if (shared) return shared.at;
  const torn = plan.rewritten.find((edit) => intersects([spanOf(edit)], plan.values));
  if (torn) return torn.at;
  const inSensor = [...plan.cleared, ...plan.rewritten.map(spanOf)].find((span) =>
    intersects([span], tiff.beside),
  );
  if (inSensor) return inSensor.start;
  const written = edits.map(spanOf);
  const fixed = [...plan.tables, ...plan.cleared, ...pixelsOf(tiff)];
  const bytes = (spans: readonly Span[]) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const isTwice = bytes(mergeSpans(written)) < bytes(written);
  return isTwice || intersects(written, fixed) ? written[0]?.start : undefined;
}

/** A dropped entry whose value lies in picture data that stays: it would not go. */
function sharedWithData({ tree, pages }: TiffFile, { left }: DropPlan): IfdEntry | undefined {
  const data = pages.filter(({ ifd }) => left.has(ifd.at)).flatMap((page) => page.data);
  return tree.ifds
    .flatMap(({ at, entries }) => {
      const kept = new Set(left.get(at) ?? []);
      return entries.filter((entry) => !kept.has(entry));
    })
    .find(({ valueAt, valueLength }) =>
      intersects([{ start: valueAt, end: valueAt + valueLength }], data),
    );
}

/** A pointer that was dropped, or a directory that nothing leads to any more, loses nothing. */
function isStillLost(tree: TiffTree, { left, tables }: DropPlan, at: number): boolean {
  const kept = [...left.values()].some((entries) => entries.some((entry) => entry.at === at));
  const dropped = tree.ifds.some(({ entries }) => entries.some((entry) => entry.at === at));
  const isInUse = tables.some(({ start, end }) => at >= start && at <= end);
  return kept || (!dropped && isInUse);
}

const spanOf = ({ at, bytes }: Edit): Span => ({ start: at, end: at + bytes.length });
const changeOf = (edit: Edit): Change => ({ ...spanOf(edit), bytes: edit.bytes });
