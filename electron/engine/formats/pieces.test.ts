import { describe, expect, it } from "vitest";
import { MemorySource } from "../../base/bytes.ts";
import { dropped, growth, movedTo, overwritten, piecesOf, writtenAt } from "./pieces.ts";
import { bytesOf } from "./testing/jpeg-builder.ts";
import { assembled } from "./testing/stripping.ts";

const FILE = bytesOf("0123456789");
const file = new MemorySource(FILE);
const made = (changes: Parameters<typeof piecesOf>[1]) =>
  Buffer.from(assembled(FILE, piecesOf(file, changes))).toString("latin1");
const insert = (at: number, text: string) => ({ start: at, end: at, bytes: bytesOf(text) });

describe("changes to a file", () => {
  it("drop, overwrite and insert, in whichever order they are given", () => {
    const changes = [
      insert(10, "end"),
      ...overwritten(
        [
          { start: 8, end: 9 },
          { start: 5, end: 6 },
        ],
        bytesOf("ab"),
      ),
      ...dropped([
        { start: 1, end: 3 },
        { start: 2, end: 4 },
      ]),
      insert(1, "new"),
    ];
    expect(made(changes)).toBe("0new4b67a9end");
    expect(growth(changes)).toBe(3);
  });

  it("are one range of the whole file when it comes out as it was", () => {
    const whole = [{ start: 0, end: 10 }];
    expect(piecesOf(file, [])).toEqual(whole);
    expect(piecesOf(file, [...dropped([{ start: 2, end: 4 }]), insert(2, "23")])).toEqual(whole);
    expect(piecesOf(file, [...dropped([{ start: 2, end: 4 }]), insert(2, "32")])).not.toEqual(
      whole,
    );
  });

  it("are not taken for none because the length and what is written agree", () => {
    expect(made([...dropped([{ start: 0, end: 1 }]), insert(10, "9")])).toBe("1234567899");
  });

  it("tell where other bytes come to stand, and their own", () => {
    const second = insert(5, "cd");
    const changes = [...dropped([{ start: 0, end: 2 }]), insert(5, "ab"), second];
    expect([2, 5, 9].map((at) => movedTo(changes, at))).toEqual([0, 7, 11]);
    expect(writtenAt(changes, second)).toBe(5);
  });

  it("may not overlap, leave the file or fall short: that is a bug and throws", () => {
    expect(() => piecesOf(file, [...dropped([{ start: 1, end: 4 }]), insert(2, "x")])).toThrow();
    expect(() => piecesOf(file, dropped([{ start: 9, end: 11 }]))).toThrow();
    expect(() => overwritten([{ start: 0, end: 3 }], bytesOf("ab"))).toThrow();
  });
});
