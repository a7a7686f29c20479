import { describe, expect, it } from "vitest";
import { photoId } from "../../../shared/model/ids.ts";
import { EVERY_PHOTO } from "../../bridge/route.ts";
import { GAP_PX, gridShape, move } from "./grid.ts";
import { choiceOf, EVERYTHING, extend, isEmpty, isSelected, NOTHING, toggle } from "./selection.ts";

const photos = [1, 2, 3, 4, 5].map((n) => ({ id: photoId.parse(n) }));
const ids = (...numbers: number[]) => new Set(numbers.map((n) => photoId.parse(n)));

describe("the selection", () => {
  it("picks a photo and drops it again", () => {
    const picked = toggle(NOTHING, photos, 1);
    expect(picked).toEqual({ all: false, ids: ids(2), anchor: 1 });
    expect(isEmpty(toggle(picked, photos, 1))).toBe(true);
  });

  it("adds a range from the last photo picked, in either direction", () => {
    const picked = toggle(NOTHING, photos, 2);
    expect(extend(picked, photos, 4).ids).toEqual(ids(3, 4, 5));
    expect(extend(picked, photos, 0).ids).toEqual(ids(1, 2, 3));
  });

  it("stands for the whole filter when all are selected, and for the photos themselves once one is dropped", () => {
    expect(choiceOf(EVERYTHING, EVERY_PHOTO)).toEqual({ filter: EVERY_PHOTO });
    const allButOne = toggle(EVERYTHING, photos, 0);
    expect(choiceOf(allButOne, EVERY_PHOTO)).toEqual({ photoIds: [2, 3, 4, 5] });
    expect(photos.map(({ id }) => isSelected(allButOne, id))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
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
