import sharp from "sharp";
import { expect, it } from "vitest";
import type { UnitBox } from "../../../../shared/model/geometry.ts";
import type { ModelStore } from "../detector.ts";
import { barcodes } from "./barcodes.ts";
import { drawnCode, ground, photographed, pictureOf } from "./testing/codes.ts";

const NO_MODELS: ModelStore = { open: () => Promise.reject(new Error("no network is needed")) };
const detect = await barcodes.load(NO_MODELS);
const found = async (bytes: Buffer) => detect(await pictureOf(bytes), new AbortController().signal);

/** Intersection over union. */
function agreement([ax, ay, aw, ah]: UnitBox, [bx, by, bw, bh]: UnitBox): number {
  const width = Math.max(0, Math.min(ax + aw, bx + bw) - Math.max(ax, bx));
  const height = Math.max(0, Math.min(ay + ah, by + bh) - Math.max(ay, by));
  return (width * height) / (aw * ah + bw * bh - width * height);
}

const WIFI = "WIFI:T:WPA;S:Sample Home;P:correct horse;;";
const LICENCE =
  "@\n\u001e\rANSI 636026080102DL00410288ZA03290015DLDAQD12345678\nDCSSAMPLE\nDACERIKA\nDBB01311990\n";

it.each([
  ["QRCode", WIFI, "wifi-code"],
  ["QRCode", "wxp://f2f0aBcD1234567890", "payment-code"],
  ["PDF417", LICENCE, "id-card-code"],
  ["Aztec", "M1MUSTER/ERIKA MS     EABC123 PVGFRALH 0729 123Y012A0001 100", "boarding-pass-code"],
  ["DataMatrix", "otpauth://totp/Sample:erika?secret=JBSWY3DPEHPK3PXP", "secret-code"],
  ["Code128", "RB123456785GB", "parcel-code"],
  ["EAN13", "6901234567892", "product-code"],
] as const)("reads %s in a photo, what it says and what for", async (format, text, type) => {
  const code = await drawnCode(format, text, 900);
  const { height = 0 } = await sharp(code).metadata();
  const [one, ...more] = await found(await photographed(code, [4032, 3024], [0.4, 0.3]));
  expect(more).toEqual([]);
  expect(one).toMatchObject({ kind: "barcode", type, value: text, age: null });
  const truth = [0.4, 0.3, 900 / 4032, height / 3024] as const;
  // The quiet zone around belongs to the drawing and not to the code.
  expect(agreement(one?.box ?? [0, 0, 0, 0], truth)).toBeGreaterThan(0.5);
});

it.each([
  ["turned by 17°", (code: Buffer) => sharp(code).rotate(17, { background: "#ffffff" })],
  ["turned by 90°", (code: Buffer) => sharp(code).rotate(90)],
  [
    "aslant",
    (code: Buffer) =>
      sharp(code).affine(
        [
          [1, 0.18],
          [0.1, 0.85],
        ],
        { background: "#fff" },
      ),
  ],
  ["pale", (code: Buffer) => sharp(code).linear(0.25, 120)],
  ["blurred", (code: Buffer) => sharp(code).blur(5)],
  ["light on dark", (code: Buffer) => sharp(code).negate()],
])("reads a code that is %s", async (_, change) => {
  const code = await change(await drawnCode("QRCode", WIFI, 900))
    .png()
    .toBuffer();
  const seen = await found(await photographed(code, [4032, 3024], [0.3, 0.2]));
  expect(seen.map(({ value }) => value)).toEqual([WIFI]);
});

it.each([
  ["QRCode", WIFI, 130],
  ["PDF417", LICENCE, 420],
  ["Aztec", WIFI, 130],
  ["DataMatrix", WIFI, 130],
  ["Code128", "RB123456785GB", 300],
] as const)("reads a small %s in a photo of 12 megapixels", async (format, text, px) => {
  const code = await drawnCode(format, text, px);
  const seen = await found(await photographed(code, [4032, 3024], [0.71, 0.13]));
  expect(seen.map(({ value }) => value)).toEqual([text]);
  const [x = 0, y = 0] = seen[0]?.box ?? [];
  expect([Math.abs(x - 0.71) < 0.02, Math.abs(y - 0.13) < 0.02]).toEqual([true, true]);
});

it("tells each of several codes once", async () => {
  const codes = await Promise.all(
    ["geo:31.2,121.4", WIFI, "https://example.com/menu"].map((text) =>
      drawnCode("QRCode", text, 300),
    ),
  );
  const photo = await ground(2000, 1500)
    .composite(codes.map((input, n) => ({ input, left: 100 + n * 600, top: 200 + n * 300 })))
    .jpeg()
    .toBuffer();
  const types = (await found(photo)).map(({ type }) => type);
  expect(types.sort()).toEqual(["place-code", "web-code", "wifi-code"]);
});

it("finds nothing where there is nothing", async () => {
  const stripes = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="#fff"/>${Array.from({ length: 90 }, (_, n) => `<rect x="${n * 18}" width="${4 + ((n * 7) % 9)}" height="1200"/>`).join("")}</svg>`;
  const noise = sharp({
    create: {
      width: 1600,
      height: 1200,
      channels: 3,
      background: "#808080",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  });
  const pictures = [
    await ground(4032, 3024).jpeg().toBuffer(),
    await sharp(Buffer.from(stripes)).jpeg().toBuffer(),
    await noise.jpeg().toBuffer(),
    await ground(1, 1).png().toBuffer(),
  ];
  expect(await Promise.all(pictures.map(found))).toEqual([[], [], [], []]);
});

it("stops when told to, before the next look", async () => {
  const code = await drawnCode("QRCode", WIFI, 130);
  const image = await pictureOf(await photographed(code, [4032, 3024], [0.7, 0.1]));
  const stop = AbortSignal.abort(new Error("told to stop"));
  await expect(detect(image, stop)).rejects.toThrow("told to stop");
});
