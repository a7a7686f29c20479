import { expect, it } from "vitest";
import {
  covers,
  fallenWord,
  hasFallen,
  looksAfter,
  looksIn,
  outdated,
  readingWord,
  seenBy,
  seenText,
  sightsDue,
  sightsIn,
  sightsOf,
} from "./versions.ts";

const full = seenBy("full");
const withFaces = seenBy("full", ["faces"]);

it("reads again where an older reader or a hastier one has read, and only there", () => {
  expect(covers(full, readingWord("quick"))).toBe(true);
  expect(covers(seenBy("quick"), readingWord("full"))).toBe(false);
  expect(covers(withFaces, readingWord("full"))).toBe(true);
  expect(covers("metadata1.full faces1", readingWord("full"))).toBe(false);
});

it("looks for what was not looked for before, and for nothing twice", () => {
  expect(sightsDue(full, [])).toEqual([]);
  expect(sightsDue(full, ["faces", "text"])).toEqual(["faces", "text"]);
  expect(sightsDue(withFaces, ["faces", "text"])).toEqual(["text"]);
});

it("looks again where an older version has looked, or where the picture is another one now", () => {
  const old = withFaces.replace(/faces\d+$/, "faces0");
  expect(sightsDue(old, ["faces"])).toEqual(["faces"]);
  expect(sightsDue(seenText(readingWord("full"), outdated(looksIn(withFaces))), [])).toEqual([
    "faces",
  ]);
});

it("looks once more where a look has brought its analyst down, and not for ever", () => {
  const fallen = seenText(readingWord("full"), looksAfter(full, ["faces"], fallenWord));
  expect(sightsDue(fallen, ["faces"])).toEqual(["faces"]);
  expect([hasFallen(fallen, ["faces"]), hasFallen(full, ["faces"])]).toEqual([true, false]);
  expect(outdated(looksIn(fallen))).toEqual(["faces0"]);
  const again = seenText(readingWord("full"), looksAfter(fallen, ["faces"]));
  expect(again).toBe(withFaces);
});

it("keeps the looks that a look does not replace", () => {
  expect(looksAfter("metadata3.full barcodes7 faces0", ["faces"])).toEqual([
    "barcodes7",
    ...looksIn(withFaces),
  ]);
});

it("knows who has looked, whatever the version, and that metadata is no picture", () => {
  expect(sightsIn("metadata1.full barcodes9 faces0")).toEqual(["barcodes", "faces"]);
  expect(sightsOf(["location", "text", "text", "faces"])).toEqual(["faces", "text"]);
});

it("takes a thorough look for a usual one, but no usual one for a thorough one", () => {
  const thorough = seenBy("full", ["faces+"]);
  expect(looksIn(thorough)).toEqual([`${looksIn(withFaces)[0]}+`]);
  expect(sightsDue(withFaces, ["faces+"])).toEqual(["faces+"]);
  expect(sightsDue(thorough, ["faces"])).toEqual([]);
  expect(sightsDue(thorough, ["faces+"])).toEqual([]);
  expect(looksAfter(withFaces, ["faces+"])).toEqual(looksIn(thorough));
  expect(sightsOf(["faces", "text"], "thorough")).toEqual(["faces+", "text"]);
});

it("looks again as thoroughly as before at a picture that is another one now", () => {
  const other = outdated(looksIn(seenBy("full", ["faces+", "text"])));
  expect(other).toEqual(["faces0+", "text0"]);
  expect(sightsDue(other.join(" "), ["faces"])).toEqual(["faces+", "text"]);
});
