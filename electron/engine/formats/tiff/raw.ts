import type { FormatId } from "../../../../shared/model/photo.ts";
import { map } from "../../../../shared/result.ts";
import type { Format } from "../format.ts";
import { stripRaw } from "./raw-strip.ts";
import { isTiff } from "./tiff.ts";
import { inspectTiff, openTiff } from "./tiff-file.ts";

export { raf } from "./raf.ts";
export { staysIn } from "./raw-tags.ts";
export { rw2 } from "./rw2.ts";

/*
 * Raw files that are TIFF structures. What identifies a place or a person is taken out in place;
 * what a converter may need stays, see `staysIn`.
 */
export const dng: Format = rawFormat("dng");
export const nef: Format = rawFormat("nef");
export const arw: Format = rawFormat("arw");
export const cr2: Format = {
  ...rawFormat("cr2"),
  recognises: (head) => isTiff(head) && head[8] === 0x43 && head[9] === 0x52,
};
export const orf: Format = {
  ...rawFormat("orf"),
  recognises: (head) => isTiff(head) && (head[3] === 0x4f || head[3] === 0x53 || head[3] === 0x52),
};

function rawFormat(id: FormatId): Format {
  return {
    id,
    recognises: isTiff,
    inspect: (file) => map(openTiff(file, id), (opened) => inspectTiff(opened, [])),
    strip: (file, plan) => {
      const opened = openTiff(file, id);
      return opened.ok ? stripRaw(opened.value, plan) : opened;
    },
  };
}
