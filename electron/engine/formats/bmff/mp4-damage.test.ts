import { describe, expect, it } from "vitest";
import { box, bytesOf, fullBox, u32, zeros } from "../testing/bmff-builder.ts";
import {
  buildFilm,
  FILMED,
  fragment,
  keyedMeta,
  quickTimeText,
  type TrackSpec,
} from "../testing/bmff-film.ts";
import { ascii } from "../testing/content-builder.ts";
import { cuts, extremes, flips, wrongWith } from "../testing/harness.ts";
import { mp4 } from "./mp4.ts";

const VIDEO: TrackSpec = { handler: "vide", coding: "avc1", samples: [ascii("one"), ascii("two")] };
const PLACES: TrackSpec = {
  handler: "meta",
  coding: "gpmd",
  samples: [ascii("GPS5"), ascii("GPS9")],
};
const USER_DATA = [
  box("udta", quickTimeText("\xa9xyz", "+51.5000-000.1250/"), zeros(4)),
  keyedMeta([["com.apple.quicktime.make", "Example"]]),
];
const FILM = buildFilm({
  tracks: [VIDEO, PLACES],
  time: FILMED,
  inMoov: USER_DATA,
  after: box("free", "x"),
});
const START = buildFilm({
  tracks: [VIDEO, { ...PLACES, samples: [] }],
  moovFirst: true,
  inMoov: [
    box("mvex", ...[1, 2].map((id) => fullBox("trex", 0, 0, u32(id), zeros(16)))),
    USER_DATA,
  ],
});
const FRAGMENTED = bytesOf(
  START,
  fragment([
    { track: 1, samples: VIDEO.samples },
    { track: 2, samples: PLACES.samples },
  ]),
);

/** The answer, or the typed refusal, is right for every one of these files. */
const expectAnswers = (files: readonly Uint8Array[]) => {
  for (const file of files) expect(wrongWith(mp4, file)).toBeUndefined();
};

describe.each([
  ["film", FILM],
  ["fragmented film", FRAGMENTED],
])("a damaged %s", (_, bytes) => {
  it("is answered for when cut anywhere", () => {
    expectAnswers(cuts(bytes));
  });

  it("is answered for when bytes are changed", () => {
    expectAnswers(flips(bytes));
  });

  it("is answered for when numbers are nothing or far too much", () => {
    const offsets = Array.from(bytes, (_, at) => at);
    expectAnswers(
      extremes(
        bytes,
        offsets.filter((at) => at % 3 === 0),
      ),
    );
    expectAnswers(
      extremes(
        bytes,
        offsets.filter((at) => at % 8 === 0),
        8,
      ),
    );
  });
});
