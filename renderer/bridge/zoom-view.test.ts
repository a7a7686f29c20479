import { expect, it } from "vitest";
import { MIDDLE, moved, WHOLE, zoomed } from "./zoom-view.ts";

/** A lying picture in a square room: bars above and below at scale 1. */
const room = { width: 400, height: 400, picture: { width: 400, height: 200 } };

it("keeps what lies under the pointer where it is", () => {
  const view = zoomed(WHOLE, 4, { x: 100, y: 50 }, room);
  expect(view).toEqual({ scale: 4, x: -300, y: -150 });
  // The dot 100 right of the middle lies at 4 × 100 − 300 = 100: where it was.
  expect(zoomed(view, 1 / 2, { x: 100, y: 50 }, room)).toEqual({ scale: 2, x: -100, y: 0 });
});

it("comes back to the whole picture, in its middle, and goes no further", () => {
  const near = zoomed(WHOLE, 8, { x: 150, y: -60 }, room);
  expect(zoomed(near, 0.001, { x: -90, y: 10 }, room)).toEqual(WHOLE);
  expect(zoomed(WHOLE, 1e9, MIDDLE, room).scale).toBe(16);
});

it("moves no edge of the picture into the room, and nothing at all while the whole is seen", () => {
  expect(moved(WHOLE, { x: 50, y: 50 }, room)).toEqual(WHOLE);
  const near = zoomed(WHOLE, 3, MIDDLE, room);
  expect(moved(near, { x: 5_000, y: -5_000 }, room)).toEqual({ scale: 3, x: 400, y: -100 });
});
