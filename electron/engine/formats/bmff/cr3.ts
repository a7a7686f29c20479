import type { Orientation } from "../../../../shared/model/geometry.ts";
import { ok, type Result } from "../../../../shared/result.ts";
import { type ByteSource, MemorySource } from "../../../base/bytes.ts";
import { readPayload } from "../content.ts";
import { numbersOf, readTiff } from "../exif/ifd.ts";
import type { Block, Damaged, Depth, Format } from "../format.ts";
import { brandsOf } from "./bmff.ts";
import { readBmff } from "./bmff-file.ts";
import { type Find, inspectionOf, type Reading, stripReading } from "./bmff-strip.ts";
import { canonFinds, isRecordTrack, recordFinds } from "./cr3-blocks.ts";

/**
 * Canon's raw files since 2018: a film's boxes around one raw picture, with Exif's directories each
 * in a box of its own. What tells of people, places and the one camera is blanked in place; what a
 * raw converter may look at stays, see `staysIn`.
 */
export const cr3: Format = {
  id: "cr3",
  recognises: (head) => brandsOf(new MemorySource(head))[0] === "crx ",
  inspect: (file, depth) => {
    const reading = readCr3(file, depth);
    return reading.ok ? ok(inspectionOf(reading.value)) : reading;
  },
  strip: (file, plan) => {
    const reading = readCr3(file, "full");
    return reading.ok ? stripReading(file, reading.value, plan) : reading;
  },
};

function readCr3(file: ByteSource, depth: Depth): Result<Reading, Damaged> {
  const reading = readBmff(file, "cr3", depth, canonFinds);
  if (!reading.ok) return reading;
  const finds = reading.value.finds.flatMap((find) =>
    isRecordTrack(find.block) ? (recordFinds(file, find) ?? [find]) : [staying(find)],
  );
  const main = finds.find(({ block }) => block.name.endsWith("CMT1"))?.block;
  return ok({ ...reading.value, finds, orientation: main ? orientationOf(file, main) : 1 });
}

/** A table inside names the place of the XMP box: it is blanked but never cut off. */
const staying = (find: Find): Find => (find.block.kind === "xmp" ? { ...find, tail: false } : find);

const ORIENTATION_TAG = 0x0112;
const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

function orientationOf(file: ByteSource, block: Block): Orientation {
  const payload = readPayload(file, block);
  const source = new MemorySource(payload ?? new Uint8Array(0));
  const tree = readTiff(source);
  const entry = tree.ok && tree.value.ifds[0]?.entries.find(({ tag }) => tag === ORIENTATION_TAG);
  const value = tree.ok && entry ? numbersOf(source, tree.value, entry)?.[0] : undefined;
  return ORIENTATIONS.find((known) => known === value) ?? 1;
}
