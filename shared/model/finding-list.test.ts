import { expect, it } from "vitest";
import type { Finding } from "./finding.ts";
import { NO_FINDINGS, packFindings, unpackFindings, unpackMarked } from "./finding-list.ts";
import { momentIn, packSighting } from "./sighting.ts";

const PLACE: Finding = {
  kind: "location",
  type: "gps",
  severity: "high",
  confidence: 1,
  box: null,
  value: null,
  source: "Exif GPS",
  location: { lat: 31.2, lon: -121.4 },
};
const FACE: Finding = {
  ...PLACE,
  kind: "face",
  type: "face",
  severity: "medium",
  confidence: 0.75,
  box: [0.1, 0.2, 0.3, 0.4],
  value: "J•••",
  location: null,
};

it("gives back every finding as it was packed", () => {
  const list = packFindings([PLACE, FACE, PLACE], "high");
  expect(unpackFindings(list.text)).toEqual([PLACE, FACE, PLACE]);
  expect(list.kinds).toEqual(["location", "face"]);
  expect(list.severity).toBe("high");
});

it("keeps with a place the part of the week and the month, and tells both in one number", () => {
  const when = { part: "night", month: 655 } as const;
  const seen: Finding = { ...PLACE, location: { lat: 31.2, lon: -121.4, when } };
  const { text, sighting } = packFindings([FACE, seen, PLACE], "high");
  expect(unpackFindings(text)).toEqual([FACE, seen, PLACE]);
  expect(momentIn(sighting ?? 0)).toEqual(when);
  expect(packFindings([PLACE], "high").sighting).toBe(packSighting({ lat: 31.2, lon: -121.4 }));
});

it("packs nothing into an empty list that is as bad as nothing", () => {
  expect(packFindings([], "none")).toEqual(NO_FINDINGS);
  expect(unpackFindings(NO_FINDINGS.text)).toEqual([]);
});

it("refuses a text that it did not make", () => {
  expect(() => unpackFindings('[[99,"gps",3,1,null,null,"Exif GPS",null]]')).toThrow();
  expect(() => unpackFindings('{"kind":"location"}')).toThrow();
});

it("keeps the word of a value for counting, and shows it to nobody else", () => {
  const list = packFindings([{ ...FACE, word: "a7" }, PLACE], "high");
  expect(unpackMarked(list.text)).toEqual([{ ...FACE, word: "a7" }, PLACE]);
  expect(unpackFindings(list.text)).toEqual([FACE, PLACE]);
});

it("reads a list that was packed before there were words", () => {
  const text = '[[0,"gps",3,1,null,null,"Exif GPS",[31.2,-121.4]]]';
  expect(unpackFindings(text)).toEqual([PLACE]);
});
