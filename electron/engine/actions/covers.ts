import type { Redaction } from "../../../shared/model/action.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import type { UnitBox } from "../../../shared/model/geometry.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import type { Cover } from "../imaging/paintable.ts";
import type { Wish } from "./previews.ts";

/** Detectors draw their boxes close; a cover is this much wider on each side, as a share of the box. */
const MARGIN = 0.06;

/** What is to be covered on one photo: findings of the chosen kinds that have a box, and drawn boxes. */
export function coversOf(wish: Wish, photo: PhotoId, findings: readonly Finding[]): Cover[] {
  const redaction = redactionOf(wish);
  if (redaction === null) return [];
  const { kinds, boxes, ellipse } = redaction;
  const found = findings.flatMap(({ kind, box }): Cover[] => {
    if (box === null || !kinds.includes(kind)) return [];
    const isRound = ellipse && kind === "face";
    return [{ kind, box: widened(box, MARGIN), isRound }];
  });
  const drawn = boxes
    .filter((one) => one.photoId === photo)
    .map(({ box }): Cover => ({ kind: null, box, isRound: false }));
  return [...found, ...drawn];
}

function redactionOf(wish: Wish): Redaction | null {
  if (wish.kind === "redact") return wish;
  return wish.kind === "export" ? wish.redact : null;
}

function widened([x, y, width, height]: UnitBox, by: number): UnitBox {
  const [left, top] = [Math.max(0, x - width * by), Math.max(0, y - height * by)];
  const right = Math.min(1, x + width * (1 + by));
  const bottom = Math.min(1, y + height * (1 + by));
  return [left, top, right - left, bottom - top];
}
