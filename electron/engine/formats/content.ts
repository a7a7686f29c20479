import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import type { ByteSource } from "../../base/bytes.ts";
import type { Block } from "./format.ts";
import { readPayload } from "./payload.ts";
import { isGainMapRecord, lookAt, revealBlock } from "./reveal/reveal.ts";
import { scrub, tells } from "./scrub.ts";

export { keptExif } from "./exif/kept-exif.ts";
export { readPayload } from "./payload.ts";

/**
 * What a container does with a block under a plan. `replace` gives content of exactly the old
 * length (unpacked length where the block is packed), so that nothing behind it moves.
 */
export type Verdict =
  | { readonly do: "keep" }
  | { readonly do: "drop" }
  | { readonly do: "replace"; readonly payload: Uint8Array };

const KEEP: Verdict = { do: "keep" };
const DROP: Verdict = { do: "drop" };

/** They draw the picture. */
const PICTURE: ReadonlySet<Block["kind"]> = new Set(["icc", "jfif", "gain-map"]);

/** Judges one block by its content. Blocks that draw the picture (icc, jfif, gain-map) are kept. */
export function judge(file: ByteSource, block: Block, plan: StripPlan): Verdict {
  if (PICTURE.has(block.kind) || isGainMapRecord(block)) return KEEP;
  if (plan.whole) return DROP;
  if (!tells(revealBlock(file, block), plan.drops)) return KEEP;
  return cleaned(file, block, plan);
}

/** Blocks of many facts lose those that are dropped; any other goes as a whole. */
function cleaned(file: ByteSource, block: Block, { drops }: StripPlan): Verdict {
  const { kind } = block;
  if (kind !== "exif" && kind !== "xmp" && kind !== "iptc" && kind !== "photoshop") return DROP;
  const payload = readPayload(file, block);
  const clean = payload && scrub(kind, payload, drops, lookAt());
  if (!clean || clean === "drop") return DROP;
  return { do: "replace", payload: clean };
}

/** What stands in a block's place where bytes may not move: a valid empty TIFF, spaces or zeros. */
export function blankPayload(kind: Block["kind"], length: number): Uint8Array {
  const blank = new Uint8Array(length);
  if (kind === "xmp" || kind === "text" || kind === "comment") return blank.fill(0x20);
  if (kind === "exif" && length >= EMPTY_TIFF.length) blank.set(EMPTY_TIFF);
  return blank;
}

/** Byte order, magic, offset of a directory of no entries, no next one (TIFF 6.0 §2). */
const EMPTY_TIFF = Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0);
