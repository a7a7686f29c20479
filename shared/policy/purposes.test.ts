import { describe, expect, it } from "vitest";
import { exportRequest } from "../model/action.ts";
import { PURPOSES, purposeOf, wishesFor } from "./purposes.ts";

const ALL = ["face", "document", "personal-text", "barcode"] as const;

describe("what copies are for", () => {
  it("sets all that a copy can be like, each purpose its own way", () => {
    const requests = PURPOSES.map((purpose) => {
      const { strip, cover, resizePx, rename } = wishesFor(purpose, ALL);
      const redact = cover.length > 0 ? { kinds: cover } : null;
      return exportRequest.parse({ kind: "export", strip, redact, resizePx, rename });
    });
    expect(
      requests.map(({ strip, redact, resizePx, rename }) => [
        strip.preset,
        strip.keepDate,
        redact?.kinds ?? [],
        resizePx,
        rename,
      ]),
    ).toEqual([
      ["everything", false, ["document", "personal-text", "barcode"], 2048, true],
      ["everything", false, [], null, true],
      ["identity", true, [], null, false],
    ]);
  });

  it("covers only what there is", () => {
    expect(wishesFor("social", ["face", "barcode"]).cover).toEqual(["barcode"]);
    expect(wishesFor("social", []).cover).toEqual([]);
  });

  it("is known again by what it has set, until something is changed", () => {
    for (const purpose of PURPOSES) expect(purposeOf(wishesFor(purpose, ALL), ALL)).toBe(purpose);
    const social = wishesFor("social", ALL);
    const order = { ...social, cover: ["barcode", "personal-text", "document"] as const };
    expect(purposeOf(order, ALL)).toBe("social");
    expect(purposeOf({ ...social, cover: [...ALL] }, ALL)).toBeNull();
    expect(purposeOf({ ...social, rename: false }, ALL)).toBeNull();
  });
});
