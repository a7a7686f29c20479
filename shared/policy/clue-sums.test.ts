import { expect, it } from "vitest";
import { type CountedClues, clueSums } from "./clue-sums.ts";

const COUNTED: readonly CountedClues[] = [
  [
    [
      ["child", null, 2],
      ["device-model", "Example Phone 12", 1],
    ],
    3,
  ],
  [
    [
      ["child", null, 1],
      ["possible-child", null, 1],
      ["passport", null, 2],
    ],
    2,
  ],
  [
    [
      ["face", null, 1],
      ["software", "Example Editor 3", 1],
    ],
    4,
  ],
  [
    [
      ["device-model", "Example Phone 12", 1],
      ["serial-number", "12****78", 1],
    ],
    1,
  ],
  [[], 90],
];

it("counts a photo once, however many children are in it, and each of its papers", () => {
  expect(clueSums(COUNTED)).toEqual({
    people: { faces: 9, children: 5, elderly: 0 },
    papers: [{ type: "passport", name: null, photos: 2, items: 4 }],
    devices: [
      { type: "device-model", name: "Example Phone 12", photos: 4, items: 4 },
      { type: "serial-number", name: "12****78", photos: 1, items: 1 },
    ],
    apps: [{ type: "software", name: "Example Editor 3", photos: 4, items: 4 }],
  });
});
