import { isPrivate } from "../../../../shared/policy/sensitive-tags.ts";
import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { judge, readPayload } from "../content.ts";
import type { Edit } from "../exif/ifd-edit.ts";
import type { Ifd, IfdEntry } from "../exif/ifd-tree.ts";
import { lookAt } from "../reveal/reveal.ts";
import { entryFacts } from "../reveal/reveal-exif.ts";
import { scrubPhotoshop } from "../scrub.ts";
import { packetBlocks, type TiffFile } from "./tiff-file.ts";
import { directoryKind, meaningOf } from "./tiff-tags.ts";

/** GPSTimeStamp and GPSDateStamp say when as well as where. */
const GPS_TIMES: ReadonlySet<number> = new Set([0x0007, 0x001d]);
/** A value inside its entry is no block: the entry goes rather than being edited. */
const MAX_ENTRY_BYTES = 20;

/** Does an entry tell something of the kinds that go, by what it is or by what its text says? */
export function entryJudge({ file, tree }: TiffFile, { drops }: StripPlan) {
  const directories = new Map<IfdEntry, Ifd>();
  for (const ifd of tree.ifds) for (const entry of ifd.entries) directories.set(entry, ifd);
  return (entry: IfdEntry): boolean => {
    const meaning = meaningOf(entry);
    if (isPrivate(meaning) && drops.has(meaning.kind)) return true;
    if (directoryKind(entry.ifd) === "GPS") return drops.has("time") && GPS_TIMES.has(entry.tag);
    const ifd = directories.get(entry);
    if (!ifd || !isPrivate(meaning)) return false;
    return entryFacts(file, tree, ifd, entry, lookAt()).some(({ kind }) => drops.has(kind));
  };
}

/** What becomes of XMP, IPTC and Photoshop blocks. */
interface PacketVerdicts {
  /** They go with their entry. */
  readonly dropped: ReadonlySet<IfdEntry>;
  /** They are edited where they stand. */
  readonly edits: readonly Edit[];
}

/** Judges them by their content. With IPTC goes its digest, which Photoshop's block holds. */
export function packetVerdicts(tiff: TiffFile, plan: StripPlan): PacketVerdicts {
  const dropped = new Set<IfdEntry>();
  const edits = new Map<IfdEntry, Uint8Array>();
  let isIptcChanged = false;
  for (const { entry, block } of packetBlocks(tiff)) {
    const verdict = judge(tiff.file, block, plan);
    if (verdict.do === "keep") continue;
    const isOutside = Math.abs(entry.valueAt - entry.at) > MAX_ENTRY_BYTES;
    const isFitting = verdict.do === "replace" && verdict.payload.length === entry.valueLength;
    if (isFitting && isOutside) edits.set(entry, verdict.payload);
    else dropped.add(entry);
    if (block.kind === "iptc") isIptcChanged = true;
  }
  if (isIptcChanged) {
    for (const [entry, bytes] of withoutDigest(tiff, plan, dropped, edits)) edits.set(entry, bytes);
  }
  return { dropped, edits: [...edits].map(([{ valueAt }, bytes]) => ({ at: valueAt, bytes })) };
}

function withoutDigest(
  tiff: TiffFile,
  plan: StripPlan,
  dropped: ReadonlySet<IfdEntry>,
  edits: ReadonlyMap<IfdEntry, Uint8Array>,
): readonly (readonly [IfdEntry, Uint8Array])[] {
  return packetBlocks(tiff).flatMap(({ entry, block }) => {
    if (block.kind !== "photoshop" || dropped.has(entry)) return [];
    const bytes = edits.get(entry) ?? readPayload(tiff.file, block);
    return bytes ? [[entry, scrubPhotoshop(bytes, plan.drops, lookAt(), true)] as const] : [];
  });
}
