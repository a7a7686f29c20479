import { describe, expect, it } from "vitest";
import { photoId } from "../../../shared/model/ids.ts";
import { EVERY_PHOTO, type PhotoTile } from "../../../shared/model/photo.ts";
import { GAP_PX, gridShape, move } from "./grid.ts";
import {
  choiceOf,
  countOf,
  EVERYTHING,
  extend,
  isEmpty,
  isSelected,
  NOTHING,
  toggle,
} from "./selection.ts";

const photos = [1, 2, 3, 4, 5].map(
  (n): PhotoTile => ({
    id: photoId.parse(n),
    name: `${n}.jpg`,
    format: "jpeg",
    width: 4,
    height: 3,
    status: "scanned",
    error: null,
    severity: "high",
    kinds: ["location"],
    revision: 0,
    modified: 0,
    canUndo: false,
  }),
);
const [first, second] = photos;
if (first === undefined || second === undefined) throw new Error("no photos");

describe("the selection", () => {
  it("picks a photo and drops it again", () => {
    const picked = toggle(NOTHING, second, 1);
    expect(picked).toEqual({ all: false, tiles: new Map([[second.id, second]]), anchor: 1 });
    expect(isEmpty(toggle(picked, second, 1))).toBe(true);
  });

  it("adds photos to those picked, or back to all", () => {
    const picked = extend(toggle(NOTHING, second, 1), photos.slice(2));
    expect(choiceOf(picked, EVERY_PHOTO)).toEqual({ photoIds: [2, 3, 4, 5] });
    expect(extend(toggle(EVERYTHING, second, 1), photos).tiles.size).toBe(0);
  });

  it("stands for the whole filter when all are selected, and for all but those dropped from it", () => {
    expect(choiceOf(EVERYTHING, EVERY_PHOTO)).toEqual({ filter: EVERY_PHOTO, except: [] });
    const allButOne = toggle(EVERYTHING, first, 0);
    expect(choiceOf(allButOne, EVERY_PHOTO)).toEqual({ filter: EVERY_PHOTO, except: [1] });
    expect(photos.map(({ id }) => isSelected(allButOne, id))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
    expect(
      [NOTHING, toggle(NOTHING, first, 0), EVERYTHING, allButOne].map((one) => countOf(one, 9)),
    ).toEqual([0, 1, 9, 8]);
  });

  it("asks nothing of the engine when nothing is picked", () => {
    expect(choiceOf(NOTHING, EVERY_PHOTO)).toBeNull();
  });
});

describe("the grid", () => {
  it("fills the width to the last pixel with as many tiles as fit", () => {
    for (const width of [300, 760, 1100, 3600]) {
      const { columns, tileWidth } = gridShape(width);
      const left = width - (columns * tileWidth + (columns - 1) * GAP_PX);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThan(columns);
      expect(Number.isInteger(tileWidth)).toBe(true);
      expect(tileWidth).toBeGreaterThanOrEqual(Math.min(168, width));
    }
  });

  it("has wider tiles and taller captions for larger letters", () => {
    expect(gridShape(760)).toMatchObject({ columns: 4, tileHeight: 194 });
    expect(gridShape(760, 2)).toMatchObject({ columns: 2, tileHeight: 399 });
  });

  it("moves by keys and stays inside", () => {
    const at = (key: string, from: number) => move(key, from, 10, 4, 2);
    expect(at("ArrowRight", 9)).toBe(9);
    expect(at("ArrowLeft", 0)).toBe(0);
    expect(at("ArrowDown", 1)).toBe(5);
    expect(at("ArrowDown", 7)).toBe(9);
    expect(at("ArrowUp", 2)).toBe(2);
    expect(at("PageDown", 1)).toBe(9);
    expect(at("PageUp", 6)).toBe(2);
    expect(at("End", 0)).toBe(9);
    expect(at("Home", 9)).toBe(0);
    expect(at("x", 3)).toBeNull();
  });
});
