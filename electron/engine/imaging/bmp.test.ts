import { describe, expect, it } from "vitest";
import { decodeBmp } from "./bmp.ts";

const RED = [0xd0, 0x20, 0x10] as const;
const BLUE = [0x10, 0x40, 0xf0] as const;

interface Drawn {
  readonly bits: number;
  /** Bytes of the two rows, the upper one first. */
  readonly rows: readonly [readonly number[], readonly number[]];
  readonly table?: readonly number[];
  readonly compression?: number;
  readonly isTopDown?: boolean;
  readonly width?: number;
}

/** A bitmap of 2 × 2 pixels (Windows SDK, wingdi.h: BITMAPFILEHEADER, BITMAPINFOHEADER). */
function bitmap({ bits, rows, table = [], compression = 0, isTopDown, width = 2 }: Drawn): Buffer {
  const head = Buffer.alloc(54);
  head.write("BM");
  head.writeUInt32LE(54 + table.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(isTopDown ? -2 : 2, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(bits, 28);
  head.writeUInt32LE(compression, 30);
  const padded = rows.map((row) => [...row, ...Array(-row.length & 3).fill(0)]);
  return Buffer.concat([
    head,
    Buffer.from(table),
    ...(isTopDown ? padded : padded.reverse()).map((row) => Buffer.from(row)),
  ]);
}

const bgr = ([r, g, b]: readonly [number, number, number]) => [b, g, r];
const TABLE = [...bgr(RED), 0, ...bgr(BLUE), 0];
const UPRIGHT = [...RED, ...BLUE, ...BLUE, ...RED];

const shown = (bytes: Uint8Array) => {
  const decoded = decodeBmp(bytes);
  return decoded.ok ? [...decoded.value.rgb] : decoded.error;
};

describe("a bitmap", () => {
  it.each([
    [
      "24 bits",
      {
        bits: 24,
        rows: [
          [...bgr(RED), ...bgr(BLUE)],
          [...bgr(BLUE), ...bgr(RED)],
        ],
      },
    ],
    [
      "32 bits",
      {
        bits: 32,
        rows: [
          [...bgr(RED), 0, ...bgr(BLUE), 9],
          [...bgr(BLUE), 0, ...bgr(RED), 0],
        ],
      },
    ],
    [
      "a table of 256",
      {
        bits: 8,
        rows: [
          [0, 1],
          [1, 0],
        ],
        table: [...TABLE, ...Array(254 * 4).fill(0)],
      },
    ],
    [
      "a table of 16",
      { bits: 4, rows: [[0x01], [0x10]], table: [...TABLE, ...Array(14 * 4).fill(0)] },
    ],
    ["two colours", { bits: 1, rows: [[0b0100_0000], [0b1000_0000]], table: TABLE }],
  ] as const)("of %s is drawn upright, whichever row stands first", (_name, drawn) => {
    expect(shown(bitmap(drawn))).toEqual(UPRIGHT);
    expect(shown(bitmap({ ...drawn, isTopDown: true }))).toEqual(UPRIGHT);
  });

  it("of 16 bits is drawn with the masks of its kind", () => {
    const plain = bitmap({
      bits: 16,
      rows: [
        [0x00, 0x7c, 0x1f, 0x00],
        [0xe0, 0x03, 0xff, 0x7f],
      ],
    });
    const primary = [255, 0, 0, 0, 0, 255, 0, 255, 0, 255, 255, 255];
    expect(shown(plain)).toEqual(primary);
    const masks = [0x00, 0xf8, 0, 0, 0xe0, 0x07, 0, 0, 0x1f, 0, 0, 0];
    const rows = [
      [0x00, 0xf8, 0x1f, 0x00],
      [0xe0, 0x07, 0xff, 0xff],
    ] as const;
    expect(shown(bitmap({ bits: 16, rows, table: masks, compression: 3 }))).toEqual(primary);
  });

  it("that is packed is not drawn, and one that lies about its size is damaged", () => {
    const rows = [
      [0, 1],
      [1, 0],
    ] as const;
    expect(shown(bitmap({ bits: 8, rows, table: TABLE, compression: 1 }))).toBe(
      "format-not-drawable",
    );
    const sound = {
      bits: 24,
      rows: [
        [...bgr(RED), ...bgr(BLUE)],
        [...bgr(BLUE), ...bgr(RED)],
      ],
    } as const;
    expect(shown(bitmap(sound).subarray(0, 60))).toBe("format-damaged");
    expect(shown(bitmap({ ...sound, width: -2 }))).toBe("format-damaged");
    expect(shown(bitmap({ ...sound, width: 2 ** 30 }))).toBe("too-many-pixels");
    expect(shown(Buffer.from("BM"))).toBe("format-damaged");
  });
});
