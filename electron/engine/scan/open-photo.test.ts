import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { FileSource } from "../../base/bytes.ts";
import { rawFile } from "../formats/testing/tiff-raws.ts";
import { drawableOf, openPhoto } from "./open-photo.ts";

const folder = mkdtempSync(join(tmpdir(), "safelight-raw-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function withFile<T>(bytes: Uint8Array, use: (file: FileSource) => T | Promise<T>) {
  const path = join(folder, "photo");
  writeFileSync(path, bytes);
  const file = FileSource.open(path);
  try {
    return await use(file);
  } finally {
    file.close();
  }
}

const jpeg = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#d2691e" } })
    .jpeg()
    .toBuffer();

const sizeOf = async (file: FileSource) => {
  const opened = await openPhoto(file);
  return opened.ok ? [opened.value.image.width, opened.value.image.height] : opened.error;
};

describe("a raw file", () => {
  it.each(["cr2", "nef", "arw"])(
    "of %s is looked at by the picture that the camera put into it, turned as the raw file says",
    async (id) => {
      const raw = rawFile(id, await jpeg(1600, 1000));
      expect(await withFile(raw, sizeOf)).toEqual([1000, 1600]);
    },
  );

  it("whose picture is only a stamp is not judged by it, but shown by it", async () => {
    const raw = rawFile("cr2", await jpeg(320, 200));
    expect(await withFile(raw, sizeOf)).toBe("format-not-drawable");
    const shown = await withFile(raw, (file) => drawableOf(file));
    expect(shown).toMatchObject({ ok: true, value: { format: "jpeg", lying: 8 } });
  });

  it("whose picture is cut off is not judged at all", async () => {
    const whole = await jpeg(1600, 1000);
    const cut = rawFile("cr2", whole.subarray(0, whole.length / 2));
    expect(await withFile(cut, sizeOf)).toBe("format-not-drawable");
  });

  it("is judged by the largest of its pictures", async () => {
    const both = Buffer.concat([
      rawFile("cr2", await jpeg(1600, 1000)),
      await jpeg(320, 200),
      await jpeg(2400, 1600),
    ]);
    expect(await withFile(both, sizeOf)).toEqual([1600, 2400]);
  });
});
