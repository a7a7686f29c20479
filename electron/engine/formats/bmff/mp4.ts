import { map } from "../../../../shared/result.ts";
import { MemorySource } from "../../../base/bytes.ts";
import type { Format } from "../format.ts";
import { brandsOf } from "./bmff.ts";
import { readBmff } from "./bmff-file.ts";
import { inspectionOf, stripReading } from "./bmff-strip.ts";
import { pictureFormat } from "./heif.ts";

/** Brands of files that are no films though they begin like one. */
const OTHERS: ReadonlySet<string> = new Set(["crx ", "jxl ", "jp2 ", "jpx ", "jpm "]);
const QUICKTIME = "qt  ";
/** With what QuickTime files of before 2001 begin, having no brand. */
const UNBRANDED: ReadonlySet<string> = new Set(["moov", "mdat", "wide", "pnot"]);

function filmFormat(head: Uint8Array): "mp4" | "mov" | undefined {
  const file = new MemorySource(head);
  const [major] = brandsOf(file);
  if (major === undefined) return UNBRANDED.has(file.latin1(4, 8)) ? "mov" : undefined;
  if (OTHERS.has(major) || pictureFormat(head)) return undefined;
  return major === QUICKTIME ? "mov" : "mp4";
}

/**
 * Films: MP4, 3GP and the like; QuickTime. No byte moves, so the tables that say where samples lie
 * stay true, and only headers are read.
 * @see ISO/IEC 14496-12, 14496-14; QuickTime File Format Specification
 */
const films = (id: "mp4" | "mov"): Format => ({
  id,
  recognises: (head) => filmFormat(head) === id,
  inspect: (file, depth) => map(readBmff(file, id, depth), inspectionOf),
  strip: (file, plan) => {
    const reading = readBmff(file, id, "full");
    return reading.ok ? stripReading(file, reading.value, plan) : reading;
  },
});

export const mp4: Format = films("mp4");
export const mov: Format = films("mov");
