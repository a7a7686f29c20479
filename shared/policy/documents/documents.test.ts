import { describe, expect, it } from "vitest";
import { fold } from "../numbers/fold.ts";
import { layoutRect } from "./card-box.ts";
import { paperEdges, reconciled } from "./edges.ts";
import { compactLine, isRunningText, placeOf } from "./print-words.ts";
import { DOCUMENT_TYPES } from "./types.ts";

const compact = (text: string) => compactLine(fold(text).text);
const stands = (word: string, line: string) => placeOf(word, compact(line)) !== null;

describe("a word of a document", () => {
  it.each([
    ["公民身份号码", "公民身份号码110101199003071233", true],
    ["公民身份号码", "公民身份弓码", true],
    ["公民身份号码", "公民身号码", true],
    ["公民身份号码", "公民身分證碼", false],
    ["户口簿", "户口薄", false],
    ["PERSONALAUSWEIS", "PERSONALAUSWE1S", true],
    ["PASSPORT", "PASSPORT / PASSEPORT", true],
    ["CARTENATIONALEDIDENTITE", "Carte nationale d'identité", true],
    ["RP", "CORPORATION", false],
    ["RP", "Rp", true],
    ["DOB", "DOB 01/02/1990", true],
    ["DRIVERLICENSE", "WASHINGTONDRIVERLICENSE", true],
  ])("%s stands in %s: %s", (word, line, expected) => {
    expect(stands(word, line)).toBe(expected);
  });

  it("is written as it is looked for: capitals, no accents, no spaces", () => {
    const unlike = [...DOCUMENT_TYPES.values()].flatMap(({ strong, weak }) =>
      [...strong, ...weak].filter((word) => compact(word).text !== word),
    );
    expect(unlike).toEqual([]);
  });
});

describe("running text", () => {
  const runs = (text: string) => isRunningText(text, fold(text).text, compact(text));

  it.each([
    ["办理业务时应当出示居民身份证、护照等有效证件，妥善保管。", true],
    ["请携带居民身份证", true],
    ["A passport may be shown instead of an identity card", true],
    ["中华人民共和国居民身份证", false],
    ["公民身份号码110101199003071233", false],
    ["UNIQUE IDENTIFICATION AUTHORITY OF INDIA", false],
    ["Employee's social security number", false],
  ])("%s: %s", (text, expected) => {
    expect(runs(text)).toBe(expected);
  });
});

describe("the box of a card", () => {
  const id = DOCUMENT_TYPES.get("cn-resident-id-front");
  if (!id) throw new Error("no such type");

  it("has the shape of all such cards, from its print alone", () => {
    const card = layoutRect(id, { left: 70, top: 70, right: 930, bottom: 580 });
    const [width, height] = [card.right - card.left, card.bottom - card.top];
    expect(width / height).toBeCloseTo(85.6 / 53.98, 5);
    expect([card.left, card.top].map(Math.round)).toEqual([0, 0]);
  });

  it("ends where the paper does, past a printed rule", () => {
    const white = [250, 250, 250] as const;
    const colourAt = ({ x, y }: { readonly x: number; readonly y: number }) => {
      if (x < 0 || y < 0 || x > 1000 || y > 1000) return null;
      if (y > 899.5 && y < 900.5) return [0, 0, 0] as const;
      return x > 100 && x < 900 && y > 200 && y < 950 ? white : ([90, 70, 50] as const);
    };
    const print = { left: 300, top: 300, right: 700, bottom: 600 };
    const edges = { left: 0, top: 0, right: 1000, bottom: 1000 };
    const found = paperEdges(print, edges, colourAt);
    const wanted = { left: 100, top: 200, right: 900, bottom: 950 };
    for (const side of ["left", "top", "right", "bottom"] as const) {
      expect(Math.abs(found[side] - wanted[side])).toBeLessThan(8);
    }
  });

  it("believes an edge that was seen only near where the layout has it", () => {
    const layout = { left: 0, top: 0, right: 100, bottom: 60 };
    const seen = { left: 4, top: -30, right: 99, bottom: 300 };
    expect(reconciled(layout, seen)).toEqual({ left: 4, top: 0, right: 99, bottom: 60 });
  });
});
