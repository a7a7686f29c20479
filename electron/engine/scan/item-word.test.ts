import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DifferentItems } from "../../../shared/policy/same-value.ts";
import { itemKeyFrom, itemWord } from "./item-word.ts";

const KEY = itemKeyFrom(Buffer.alloc(32, 1));
const ID = { kind: "personal-text", type: "cn-resident-id" } as const;
const PHONE = { kind: "personal-text", type: "phone" } as const;

describe("the word of an item", () => {
  it("is the same for the same value, however it is printed", () => {
    const word = itemWord(KEY, PHONE, "13800138000");
    expect(word).toMatch(/^[0-9a-f]{2}$/);
    expect(itemWord(KEY, PHONE, "+86 138 0013 8000")).toBe(word);
  });

  it("is another one under another data folder's key", () => {
    const numbers = Array.from({ length: 64 }, (_, at) => String(13800138000 + at));
    const words = (key: Uint8Array) => numbers.map((number) => itemWord(key, PHONE, number));
    expect(words(itemKeyFrom(randomBytes(32)))).not.toEqual(words(KEY));
  });

  it("is not there where nothing was read or nothing is to be counted", () => {
    expect(itemWord(KEY, PHONE, null)).toBeUndefined();
    expect(itemWord(KEY, PHONE, " - ")).toBeUndefined();
    expect(itemWord(KEY, { kind: "time", type: "capture-time" }, "2024:06:01")).toBeUndefined();
  });

  it("does not tell which number it stands for: hundreds fit a mask and its word", () => {
    // "1101**********1234": one of 16 districts, one of 36,525 days; one in eleven passes the check digit.
    const fitting = Array.from({ length: (16 * 36_525) / 11 }, (_, at) => `1101${at}1234`);
    const word = itemWord(KEY, ID, fitting[700]);
    expect(fitting.filter((one) => itemWord(KEY, ID, one) === word).length).toBeGreaterThan(100);
  });

  it("counts a thousand phone numbers with hardly one lost", () => {
    const numbers = Array.from({ length: 1000 }, (_, at) =>
      String(13_000_000_000 + at * 7_654_321),
    );
    const different = new DifferentItems();
    for (const number of numbers) {
      const value = `${number.slice(0, 3)}****${number.slice(-4)}`;
      different.add({ type: "phone", value, word: itemWord(KEY, PHONE, number) });
    }
    expect(different.count).toBeGreaterThanOrEqual(998);
  });
});
