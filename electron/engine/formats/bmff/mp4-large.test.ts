import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FileSource } from "../../../base/bytes.ts";
import { buildFilm, FILMED } from "../testing/bmff-film.ts";
import { ascii } from "../testing/content-builder.ts";
import { PLANS } from "../testing/harness.ts";
import { mp4 } from "./mp4.ts";

const LAST_SAMPLE = 4_200_000_000;

/** A film of more than 4 GB: its last sample is a hole in the file, which takes no room on the disk. */
function writeLargeFilm(path: string): number {
  const samples = [ascii("one"), ascii("two")];
  const film = Buffer.from(
    buildFilm({
      tracks: [{ handler: "vide", coding: "avc1", samples, encoder: "Example cam" }],
      time: FILMED,
      moovFirst: true,
      isLong: true,
    }),
  );
  const added = LAST_SAMPLE - 3;
  film.writeUInt32BE(LAST_SAMPLE, film.indexOf("stsz") + 4 + 12 + 4);
  const mdat = film.indexOf("mdat") + 4;
  film.writeBigUInt64BE(film.readBigUInt64BE(mdat) + BigInt(added), mdat);
  const fd = openSync(path, "w");
  writeSync(fd, film);
  ftruncateSync(fd, film.length + added);
  closeSync(fd);
  return film.length + added;
}

it("a film of more than 4 GB is read and stripped by its headers alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "safelight-"));
  const path = join(folder, "large.mp4");
  const size = writeLargeFilm(path);
  const file = FileSource.open(path);
  try {
    const read = mp4.inspect(file, "full");
    expect(read.ok && read.value.blocks.map(({ kind }) => kind)).toEqual([
      "times",
      "times",
      "times",
      "text",
    ]);
    expect(read.ok && read.value.pixels.at(-1)).toEqual({ start: expect.any(Number), end: size });
    const pieces = mp4.strip(file, PLANS.everything);
    expect(pieces.ok && pieces.value.at(-1)).toEqual({ start: expect.any(Number), end: size });
    expect(file.bytesRead).toBeLessThan(100_000);
  } finally {
    file.close();
    rmSync(folder, { recursive: true });
  }
});
