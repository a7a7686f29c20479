import { describe, expect, it } from "vitest";
import type { Finding } from "../../../shared/model/finding.ts";
import { afterLook, isOfFile, pictureBefore } from "./picture-before.ts";
import { PICTURE_UNSEEN, PICTURE_WAITING, PRINT_UNREAD } from "./unseen.ts";
import { looksIn, seenBy } from "./versions.ts";

const found = (kind: Finding["kind"], type: string): Finding => ({
  ...PICTURE_UNSEEN,
  kind,
  type,
  severity: "high",
});
const gps = found("location", "gps");
const face = found("face", "face");
const card = found("document", "cn-resident-id");
const number = found("personal-text", "phone");

const looked = (
  findings: readonly Finding[],
  ...sights: Parameters<typeof seenBy>[1] & object
) => ({
  detectors: seenBy("full", sights),
  findings: () => findings,
});

describe("what is known of a picture when its file is read anew", () => {
  it("is what was seen in it, when it is the same picture", () => {
    const before = looked([gps, face], "faces");
    const known = pictureBefore(before, { isSame: true, sights: ["faces"] });
    expect(known).toEqual({ findings: [face], looks: looksIn(before.detectors) });
  });

  it("is nothing of another picture, and that it waits for the same looks", () => {
    const before = looked([gps, face], "faces");
    const known = pictureBefore(before, { isSame: false, sights: [] });
    expect(known).toEqual({ findings: [PICTURE_WAITING], looks: ["faces0"] });
  });

  it("is that it waits, where more is asked for than was looked for", () => {
    const before = looked([gps, face], "faces");
    const known = pictureBefore(before, { isSame: true, sights: ["faces", "text"] });
    expect(known.findings).toEqual([face, PICTURE_WAITING]);
  });

  it("is that it waits for a first look, or nothing where nobody asked for one", () => {
    const never = { isSame: true, sights: [] } as const;
    expect(pictureBefore(undefined, never)).toEqual({ findings: [], looks: [] });
    const first = pictureBefore(undefined, { isSame: true, sights: ["text"] });
    expect(first).toEqual({ findings: [PICTURE_WAITING], looks: [] });
  });
});

describe("what is known after a look", () => {
  it("is the file's own and other detectors' findings, and this look's in place of its old ones", () => {
    const before = [gps, face, card, PICTURE_WAITING];
    expect(afterLook(before, ["faces"], [])).toEqual([gps, card]);
    expect(afterLook(before, ["text"], [number])).toEqual([gps, face, card, number]);
  });

  it("is that print was left unread until print is read again", () => {
    expect(afterLook([PRINT_UNREAD], ["faces"], [face])).toEqual([PRINT_UNREAD, face]);
    expect(afterLook([PRINT_UNREAD], ["documents"], [])).toEqual([]);
  });
});

it("tells the file's own findings from what its picture shows", () => {
  expect([gps, face, PICTURE_WAITING].map(isOfFile)).toEqual([true, false, false]);
});
