import { describe, expect, it } from "vitest";
import type { FindingKind } from "../model/finding.ts";
import { DifferentItems, type Item, isItem, plainValue } from "./same-value.ts";

const plain = (type: string, raw: string, kind: FindingKind = "personal-text") =>
  plainValue({ kind, type }, raw);

describe("a value", () => {
  it("is the same however it is printed", () => {
    const same = [
      [plain("phone", "138 0013 8000"), plain("phone", "+86 138-0013-8000")],
      [plain("phone", "0086 13800138000"), plain("phone", "１３８００１３８０００")],
      [plain("bank-card", "6228 4800 1234 5678 903"), plain("bank-card", "6228480012345678903")],
      [
        plain("cn-resident-id", "11010119900307002x"),
        plain("cn-resident-id", "11010119900307002X"),
      ],
      [plain("full-name", "JANE SAMPLE"), plain("full-name", "Jane Sample")],
      [plain("email", "Jane.S@Example.com"), plain("email", "jane.s@example.com")],
    ];
    expect(same.filter(([one, other]) => one !== other)).toEqual([]);
  });

  it("is another one where a sign counts", () => {
    const unlike = [
      [plain("email", "a-b@example.com"), plain("email", "ab@example.com")],
      [plain("password", "Secret 1"), plain("password", "secret1")],
      [
        plain("web-code", "https://example.com/A", "barcode"),
        plain("web-code", "https://example.com/a", "barcode"),
      ],
      // Eleven digits of another country that begin with 86 are no number of China's.
      [plain("phone", "86 20 7946 0018"), plain("phone", "20 7946 0018")],
    ];
    expect(unlike.filter(([one, other]) => one === other)).toEqual([]);
  });

  it("is counted where it names somebody or something", () => {
    const counted = [
      isItem({ kind: "personal-text", type: "phone" }),
      isItem({ kind: "barcode", type: "wifi-code" }),
      isItem({ kind: "device", type: "serial-number" }),
      isItem({ kind: "device", type: "device-model" }),
      isItem({ kind: "time", type: "capture-time" }),
      isItem({ kind: "document", type: "passport" }),
    ];
    expect(counted).toEqual([true, true, true, false, false, false]);
  });
});

describe("the count of different items", () => {
  const id = (value: string, word?: string) => ({ type: "cn-resident-id", value, word });
  const phone = (value: string, word?: string) => ({ type: "phone", value, word });
  const countDifferent = (items: readonly Item[]) => {
    const different = new DifferentItems();
    for (const item of items) different.add(item);
    return different.count;
  };

  it("tells two numbers with one mask apart by their words, and two with one word by their masks", () => {
    const items = [
      id("3101**********1234", "a7"),
      id("3101**********1234", "a7"),
      id("3101**********1234", "0c"),
      id("3101**********4321", "a7"),
    ];
    expect(countDifferent(items)).toBe(3);
  });

  it("does not count a phone twice because its country is printed once", () => {
    expect(countDifferent([phone("138****8000", "11"), phone("+86*******8000", "11")])).toBe(1);
  });

  it("counts by the mask alone what was read before there were words, unless it is known with one", () => {
    const items = [
      id("3101**********1234"),
      id("3101**********1234", "a7"),
      id("1101**********0000"),
      id("1101**********0000"),
    ];
    expect(countDifferent(items)).toBe(2);
  });
});
