import { map } from "../../../../shared/result.ts";
import { MemorySource } from "../../../base/bytes.ts";
import type { Format } from "../format.ts";
import { brandsOf } from "./bmff.ts";
import { readBmff } from "./bmff-file.ts";
import { inspectionOf, stripReading } from "./bmff-strip.ts";

/** Pictures coded with AV1 (AV1 Image File Format 1.1, 6). */
const AVIF: ReadonlySet<string> = new Set(["avif", "avis"]);
/** Pictures in the High Efficiency Image File Format (ISO/IEC 23008-12 Annex B, 10). */
const HEIF: ReadonlySet<string> = new Set([
  ...["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"],
  ...[
    "mif1",
    "mif2",
    "mif3",
    "msf1",
    "miaf",
    "jpeg",
    "jpgs",
    "j2ki",
    "j2is",
    "avci",
    "avcs",
    "vvic",
  ],
]);

/** Whether a file's first bytes say it is one or the other: by its major brand, else by the rest. */
export function pictureFormat(head: Uint8Array): "heif" | "avif" | undefined {
  const brands = brandsOf(new MemorySource(head));
  const [major = ""] = brands;
  if (!HEIF.has(major) && !AVIF.has(major)) return undefined;
  return brands.some((brand) => AVIF.has(brand)) ? "avif" : "heif";
}

/**
 * HEIF and AVIF. Readers turn and crop the picture as the file's own properties say and ignore
 * Exif's orientation, so the orientation told is 1 and the size is the one shown.
 * @see ISO/IEC 23008-12
 */
const pictures = (id: "heif" | "avif"): Format => ({
  id,
  recognises: (head) => pictureFormat(head) === id,
  inspect: (file, depth) => map(readBmff(file, id, depth), inspectionOf),
  strip: (file, plan) => {
    const reading = readBmff(file, id, "full");
    return reading.ok ? stripReading(file, reading.value, plan) : reading;
  },
});

export const heif: Format = pictures("heif");
export const avif: Format = pictures("avif");
