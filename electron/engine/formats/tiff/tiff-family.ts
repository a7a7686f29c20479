import type { FormatId } from "../../../../shared/model/photo.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { readTiff } from "../exif/ifd-read.ts";
import { textOf } from "../exif/ifd-values.ts";
import type { Format } from "../format.ts";
import { arw, cr2, dng, nef, orf, rw2 } from "./raw.ts";
import { tiff } from "./tiff.ts";
import { pagesOf } from "./tiff-pages.ts";
import { isCameraData } from "./tiff-raw.ts";
import { DNG_VERSION, MAKE } from "./tiff-tags.ts";

/** Every container that is a TIFF structure. Their first bytes are alike: see {@link tiffFormatOf}. */
export const tiffFamily: readonly Format[] = [dng, cr2, nef, arw, orf, rw2, tiff];

/** The member of the family a file is, once `tiff.recognises` said that it is one. */
export function tiffMemberOf(file: ByteSource): Format {
  const id = tiffFormatOf(file);
  return tiffFamily.find((format) => format.id === id) ?? tiff;
}

/**
 * Which container of the family a file is, by its content: makers' magics, DNGVersion, and for
 * Nikon and Sony the maker's name on a file that holds sensor data.
 */
export function tiffFormatOf(file: ByteSource): FormatId {
  const magic = file.latin1(0, 4);
  if (magic === "IIU\0") return "rw2";
  if (/^(?:IIR[OS]|MMOR)$/.test(magic)) return "orf";
  if (file.latin1(8, 10) === "CR") return "cr2";
  const tree = readTiff(file);
  const first = tree.ok ? tree.value.ifds[0] : undefined;
  if (!tree.ok || !first) return "tiff";
  if (first.entries.some(({ tag }) => tag === DNG_VERSION)) return "dng";
  if (!pagesOf(file, tree.value).some(isCameraData)) return "tiff";
  const make = first.entries.find(({ tag }) => tag === MAKE);
  const maker = make ? textOf(file, tree.value, make) : "";
  if (/^nikon/i.test(maker)) return "nef";
  return /^sony/i.test(maker) ? "arw" : "tiff";
}
