import type { UnitBox } from "../../../../shared/model/geometry.ts";
import type { Turns } from "./pixels.ts";

/** A box that may be a face. */
export interface Candidate {
  readonly box: UnitBox;
  /** 0–1, as the network gave it. */
  readonly score: number;
}

/** Share of two boxes' union that both cover. */
export function overlap([ax, ay, aw, ah]: UnitBox, [bx, by, bw, bh]: UnitBox): number {
  const width = Math.min(ax + aw, bx + bw) - Math.max(ax, bx);
  const height = Math.min(ay + ah, by + bh) - Math.max(ay, by);
  if (width <= 0 || height <= 0) return 0;
  const both = width * height;
  return both / (aw * ah + bw * bh - both);
}

/** Two boxes that overlap by more are one face seen twice. */
const SAME_FACE = 0.45;

/** The surest box of each face, surest first. */
export function suppress(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score)) {
    if (kept.every(({ box }) => overlap(box, candidate.box) <= SAME_FACE)) kept.push(candidate);
  }
  return kept;
}

/** A box from its edges, cut off where the picture ends; null when nothing is left. */
export function boxBetween(
  left: number,
  top: number,
  right: number,
  bottom: number,
): UnitBox | null {
  const [x, y] = [Math.min(Math.max(left, 0), 1), Math.min(Math.max(top, 0), 1)];
  const [width, height] = [Math.min(right, 1) - x, Math.min(bottom, 1) - y];
  return width > 0 && height > 0 ? [x, y, width, height] : null;
}

/** Where a box of a picture that was turned clockwise lies in the picture as it was. */
export function turnedBack([x, y, w, h]: UnitBox, turns: Turns): UnitBox {
  if (turns === 1) return [y, 1 - x - w, h, w];
  if (turns === 2) return [1 - x - w, 1 - y - h, w, h];
  if (turns === 3) return [1 - y - h, x, h, w];
  return [x, y, w, h];
}
