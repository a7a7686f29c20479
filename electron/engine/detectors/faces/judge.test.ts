import { describe, expect, it } from "vitest";
import type { UnitBox } from "../../../../shared/model/geometry.ts";
import type { Network } from "../detector.ts";
import { FACES } from "../models/face.ts";
import { judge } from "./judge.ts";
import { Levels } from "./pixels.ts";

/** A detector that gives one score to whatever stands in the middle, shaped as a face is there. */
function detectorThatSees(score: number, looks: number[] = []): Network {
  const settings = FACES.find(({ name }) => name === "face-detector")?.settings ?? {};
  return {
    classes: [],
    setting: (name) => settings[name] ?? Number.NaN,
    run: async () => {
      looks.push(score);
      const middle = Float32Array.of(64, 75.5, 128, 116.5);
      return {
        scores: { data: Float32Array.of(score), dims: [1, 1] },
        boxes: { data: middle, dims: [1, 1, 4] },
      };
    },
  };
}

const photo = new Levels({ width: 400, height: 400, rgb: new Uint8Array(400 * 400 * 3) });
const never = new AbortController().signal;
const FACE: UnitBox = [0.4, 0.4, 0.064, 0.1];
const WIDE: UnitBox = [0.4, 0.4, 0.13, 0.1];
const seen = (box: UnitBox, score: number) => [{ box, score }];

describe("a doubtful face", () => {
  it("stays when it is found again alone, as sure as both looks together", async () => {
    const kept = await judge(detectorThatSees(0.9), photo, seen(FACE, 0.5), never);
    expect(kept).toEqual([{ box: FACE, score: expect.closeTo(0.75, 3) }]);
  });

  it("goes when nothing is there at the second look: a dog, a headlight", async () => {
    expect(await judge(detectorThatSees(0.03), photo, seen(FACE, 0.6), never)).toEqual([]);
  });

  it("must be found more surely when it is not shaped like a face", async () => {
    const net = detectorThatSees(0.4);
    expect(await judge(net, photo, seen(FACE, 0.4), never)).toHaveLength(1);
    expect(await judge(net, photo, seen(WIDE, 0.4), never)).toEqual([]);
  });

  it("must be found more surely where faces are less likely", async () => {
    expect(await judge(detectorThatSees(0.4), photo, seen(FACE, 0.4), never, 3)).toEqual([]);
  });
});

it("looks at a sure face only once", async () => {
  const looks: number[] = [];
  const sure = seen(FACE, 0.95);
  expect(await judge(detectorThatSees(0, looks), photo, sure, never)).toEqual(sure);
  expect(looks).toEqual([]);
});

it("looks at 48 faces of a crowd, and takes the surer of the others as they are", async () => {
  const looks: number[] = [];
  const crowd = Array.from({ length: 60 }, (_, n) => ({ box: FACE, score: n < 55 ? 0.5 : 0.2 }));
  expect(await judge(detectorThatSees(0.9, looks), photo, crowd, never)).toHaveLength(55);
  expect(looks).toHaveLength(48);
});
