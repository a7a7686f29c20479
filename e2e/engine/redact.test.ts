import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { Scratch, safelight, scanJson } from "./cli.ts";

/* Areas are covered and copies made through the real command line, on a real disk. */

let scratch: Scratch;
let folder: string;
beforeEach(() => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
});
afterEach(() => scratch.remove());

const file = (name: string) => join(folder, name);
const json = async (...args: string[]) => {
  const ran = await safelight([...args, "--json"], scratch);
  return { code: ran.code, stderr: ran.stderr, document: JSON.parse(ran.stdout || "null") };
};

/** Noise, in which nothing is flat by chance. */
const noise = (width = 160, height = 96) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#888",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  });

/** Rows of RGB of the picture as people see it. */
const upright = async (bytes: Buffer) => {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ];
  return { at, width: info.width, height: info.height };
};

it.each([
  ["jpeg", "a.jpg"],
  ["png", "a.png"],
  ["webp", "a.webp"],
  ["tiff", "a.tif"],
] as const)(
  "covers a box of a %s with black and nothing else of the picture",
  async (format, name) => {
    const original = await noise().toFormat(format, { quality: 95 }).toBuffer();
    writeFileSync(file(name), original);
    const done = await json("redact", folder, "--box", "40,24,50,20");
    expect(done.document).toMatchObject({ action: "redact", summary: { done: 1, failed: 0 } });
    const covered = readFileSync(file(name));
    expect((await sharp(covered).metadata()).format).toBe(format);
    const { at, width, height } = await upright(covered);
    expect([width, height]).toEqual([160, 96]);
    for (const [x, y] of [
      [45, 28],
      [65, 34],
      [85, 40],
    ] as const)
      expect(at(x, y)).toEqual([0, 0, 0]);
    const before = await upright(original);
    for (const [x, y] of [
      [10, 10],
      [150, 90],
      [20, 80],
    ] as const) {
      const difference = at(x, y).map((value, n) => Math.abs(value - (before.at(x, y)[n] ?? 0)));
      expect(Math.max(...difference)).toBeLessThan(40);
    }
    expect((await json("undo", "--last")).code).toBe(0);
    expect(readFileSync(file(name)).equals(original)).toBe(true);
    expect(readdirSync(join(scratch.dataDir, "vault", "objects"))).toEqual([]);
  },
);

it("covers the picture as it is seen, whatever way up it is stored, and takes all metadata out", async () => {
  writeFileSync(
    file("a.jpg"),
    await drawnJpeg({ gps: [-33.8568, 151.2153], owner: "Test Person", orientation: 6 }),
  );
  // Stored 96 × 64, seen 64 × 96: the box is the upper right corner as seen.
  await json("redact", file("a.jpg"), "--box", "40,0,24,24");
  const { at, width, height } = await upright(readFileSync(file("a.jpg")));
  expect([width, height]).toEqual([64, 96]);
  expect(at(60, 4)).toEqual([0, 0, 0]);
  expect(at(4, 90)).not.toEqual([0, 0, 0]);
  const { document } = await scanJson([folder], scratch);
  expect(document.photos).toMatchObject([{ severity: "none", findings: [], width: 64 }]);
  const { document: listed } = await json("vault", "list");
  expect(listed).toMatchObject({ originals: 1, quarantined: 0, items: [{ kind: "redact" }] });
});

it("pixelates only with a warning", async () => {
  writeFileSync(file("a.png"), await noise().png().toBuffer());
  const done = await json("redact", folder, "--box", "0,0,160,96", "--style", "pixelate");
  expect(done.document.summary.done).toBe(1);
  expect(done.stderr).toContain("read again by a machine");
  const { at } = await upright(readFileSync(file("a.png")));
  expect(at(1, 1)).toEqual(at(20, 10));
});

it("leaves alone what it cannot cover, and says why", async () => {
  const still = await noise().gif().toBuffer();
  writeFileSync(file("a.gif"), still);
  writeFileSync(file("b.png"), await noise().png().toBuffer());
  const done = await json("redact", folder, "--kinds", "face");
  expect(done.document.photos.map(({ error }: { error: string }) => error)).toEqual([
    "nothing-to-cover",
    "nothing-to-cover",
  ]);
  const boxed = await json("redact", file("a.gif"), "--box", "0,0,20,20");
  expect(boxed.document.photos).toMatchObject([{ error: "format-not-paintable" }]);
  expect(readFileSync(file("a.gif")).equals(still)).toBe(true);
  expect((await safelight(["redact", folder, "--box", "1,2,3"], scratch)).code).toBe(2);
});

it("does not undo a covering over somebody's later work, but gives the original beside it", async () => {
  const original = await noise().png().toBuffer();
  writeFileSync(file("a.png"), original);
  await json("redact", folder, "--box", "0,0,20,20");
  const later = await noise(50, 50).png().toBuffer();
  writeFileSync(file("a.png"), later);
  expect((await json("undo", "--last")).document.photos).toMatchObject([{ error: "file-changed" }]);
  await json("restore", "--all");
  expect(readFileSync(file("a.png")).equals(later)).toBe(true);
  expect(readFileSync(file("a (restored).png")).equals(original)).toBe(true);
});

it("makes copies that say nothing, and leaves the originals untouched", async () => {
  const original = await drawnJpeg({
    gps: [-33.8568, 151.2153],
    owner: "Test Person",
    orientation: 6,
  });
  writeFileSync(file("IMG_20260823_153012.jpg"), original);
  writeFileSync(file("two.png"), await noise().png().toBuffer());
  const to = scratch.join("copies");
  const done = await json("export", folder, "--to", to, "--rename");
  expect(done.document.photos.map(({ newName }: { newName: string }) => newName)).toEqual([
    "photo-0001.jpg",
    "photo-0002.png",
  ]);
  expect(readdirSync(to)).toEqual(["photo-0001.jpg", "photo-0002.png"]);
  const copy = readFileSync(join(to, "photo-0001.jpg"));
  expect(copy.includes("Test Person")).toBe(false);
  expect(await sharp(copy).raw().toBuffer()).toEqual(await sharp(original).raw().toBuffer());
  expect(readFileSync(file("IMG_20260823_153012.jpg")).equals(original)).toBe(true);
  const again = await json("export", folder, "--to", to, "--rename");
  expect(again.document.summary.done).toBe(2);
  expect(readdirSync(to)).toHaveLength(4);
  expect(readFileSync(join(to, "photo-0001.jpg")).equals(copy)).toBe(true);
});

it("makes small and covered copies, and never overwrites", async () => {
  writeFileSync(file("a.jpg"), await noise(400, 200).jpeg({ quality: 95 }).toBuffer());
  const to = scratch.join("copies");
  mkdirSync(to);
  writeFileSync(join(to, "a.jpg"), "somebody else's");
  const done = await json("export", folder, "--to", to, "--resize", "200", "--box", "0,0,100,100");
  expect(done.document.photos).toMatchObject([{ result: "done", newName: "a (2).jpg" }]);
  expect(readFileSync(join(to, "a.jpg"), "utf8")).toBe("somebody else's");
  const { at, width, height } = await upright(readFileSync(join(to, "a (2).jpg")));
  expect([width, height, at(20, 20)]).toEqual([200, 100, [0, 0, 0]]);
});

it("takes copies back by removing them, but only those that are still ours", async () => {
  for (const name of ["a.jpg", "b.jpg"])
    writeFileSync(file(name), await drawnJpeg({ owner: name }));
  const to = scratch.join("copies");
  await json("export", folder, "--to", to);
  writeFileSync(join(to, "a.jpg"), "changed by somebody");
  const undone = await json("undo", "--last");
  expect(undone.document.summary).toEqual({ done: 1, failed: 1 });
  expect(readdirSync(to)).toEqual(["a.jpg"]);
  expect(readdirSync(folder)).toEqual(["a.jpg", "b.jpg"]);
});
