import { exifTag, type Meaning } from "../../../../shared/policy/sensitive-tags.ts";
import type { IfdEntry } from "../exif/ifd-tree.ts";
import type { BlockKind } from "../format.ts";

/* Tag numbers after TIFF 6.0, Exif (CIPA DC-008), TIFF/EP (ISO 12234-2) and DNG 1.7. */
export const NEW_SUBFILE_TYPE = 0x00fe;
export const IMAGE_WIDTH = 0x0100;
export const IMAGE_LENGTH = 0x0101;
export const COMPRESSION = 0x0103;
export const PHOTOMETRIC = 0x0106;
export const MAKE = 0x010f;
export const ORIENTATION = 0x0112;
export const JPEG_OFFSET = 0x0201;
const JPEG_LENGTH = 0x0202;
const GLOBAL_PARAMETERS_IFD = 0x0190;
export const EXIF_POINTER = 0x8769;
export const GPS_POINTER = 0x8825;
const INTEROP_POINTER = 0xa005;
export const DATE_TIME_ORIGINAL = 0x9003;
export const MAKER_NOTE_TAG = 0x927c;
export const DNG_VERSION = 0xc612;
export const DNG_PRIVATE_DATA = 0xc634;

/** Blocks of other standards inside a directory: their contents are judged, not their tags. */
export const PACKETS: ReadonlyMap<number, { readonly kind: BlockKind; readonly name: string }> =
  new Map([
    [0x02bc, { kind: "xmp", name: "XMP" }],
    [0x83bb, { kind: "iptc", name: "IPTC" }],
    [0x8649, { kind: "photoshop", name: "Photoshop" }],
    [0x8773, { kind: "icc", name: "ICC profile" }],
  ]);
export const ICC_PROFILE = 0x8773;

/** A directory's kind, as the tables of tags know it: "SubIFD0/GPS" is a "GPS". */
export const directoryKind = (ifd: string): string => ifd.slice(ifd.lastIndexOf("/") + 1);

/** What an entry is, wherever its directory hangs. */
export const meaningOf = ({ ifd, tag }: Pick<IfdEntry, "ifd" | "tag">): Meaning =>
  exifTag(directoryKind(ifd), tag);

/** Does the tag help to draw the picture: size, layout, compression, colour, resolution, orientation? */
export function isPictureTag(entry: Pick<IfdEntry, "ifd" | "tag">): boolean {
  const { tag } = entry;
  if (NOT_DRAWN.has(tag) || NAMED.has(directoryKind(entry.ifd))) return false;
  return tag === JPEG_OFFSET || tag === JPEG_LENGTH || meaningOf(entry) === "structure";
}

const NAMED: ReadonlySet<string> = new Set(["ExifIFD", "GPS", "Interop"]);
/** Called structure because they lead to something; what they lead to is judged by itself. */
const NOT_DRAWN: ReadonlySet<number> = new Set([
  0x014a,
  0x02bc,
  0x83bb,
  0x8649,
  GLOBAL_PARAMETERS_IFD,
  EXIF_POINTER,
  GPS_POINTER,
  INTEROP_POINTER,
]);
