import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ReaderOptions } from "zxing-wasm/reader";
import type { Pixels } from "../../../base/picture.ts";
import type { Point } from "./bars.ts";

/** A code that was read, or of which only the place was. */
export interface Code {
  /** As ZXing names it: "QRCode", "EAN13"… */
  readonly format: string;
  /** Null where it was found but is too small or too blurred to be read. */
  readonly text: string | null;
  /** Top left, top right, bottom right, bottom left, as it is read; fractions of the picture. */
  readonly corners: readonly Point[];
  /** Lines of bars, of which the corners hold no more than was read. */
  readonly isBars: boolean;
}

/** `all` sorts of codes, or `light` QR codes on dark ground, which phones show at night. */
export type ReadCodes = (pixels: Pixels, which: "all" | "light") => Promise<readonly Code[]>;

/** What people and machines meet; the rest of what ZXing knows costs as much again and finds noise. */
const FORMATS: ReaderOptions["formats"] = [
  "QRCode",
  "MicroQRCode",
  "PDF417",
  "Aztec",
  "DataMatrix",
  "Code128",
  "Code39",
  "EAN13",
  "EAN8",
  "UPCA",
  "UPCE",
  "ITF",
];

/** Codes told of one picture at most: a page of labels has a hundred. */
const MAX_CODES = 128;

const COMMON: ReaderOptions = {
  textMode: "Plain",
  maxNumberOfSymbols: MAX_CODES,
  returnErrors: true,
  // Sizes are tried by whoever calls.
  tryDownscale: false,
};
const OPTIONS: Readonly<Record<"all" | "light", ReaderOptions>> = {
  all: { ...COMMON, formats: FORMATS, tryInvert: false },
  light: { ...COMMON, formats: ["QRCode"], tryInvert: true },
};

/** The browser's ImageData, which Node has not: any object of its shape does. */
type Input = Parameters<typeof import("zxing-wasm/reader").readBarcodes>[0];

/** Loads ZXing with its code from the package's own file: left alone it would ask a server for it. */
export async function openReader(): Promise<ReadCodes> {
  const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
  const file = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  const overrides = {
    wasmBinary: Uint8Array.from(readFileSync(file)).buffer,
    locateFile: (name: string) => name,
  };
  await prepareZXingModule({ overrides, fireImmediately: true });
  return async (pixels, which) => {
    const { width, height } = pixels;
    const picture = { width, height, data: withAlpha(pixels), colorSpace: "srgb" } as const;
    const found = await readBarcodes(picture as Input, OPTIONS[which]);
    return found.map(({ format, text, isValid, position, lineCount }) => {
      const { topLeft, topRight, bottomRight, bottomLeft } = position;
      const corners = [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => ({
        x: x / width,
        y: y / height,
      }));
      return { format, text: isValid ? text : null, corners, isBars: lineCount > 0 };
    });
  };
}

function withAlpha({ width, height, rgb }: Pixels): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    rgba[to] = rgb[from] ?? 0;
    rgba[to + 1] = rgb[from + 1] ?? 0;
    rgba[to + 2] = rgb[from + 2] ?? 0;
    rgba[to + 3] = 255;
  }
  return rgba;
}
