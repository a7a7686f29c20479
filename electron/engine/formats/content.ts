import type { Orientation } from "../../../shared/model/geometry.ts";
import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import type { ByteSource } from "../../base/bytes.ts";
import type { Block, Inspection } from "./format.ts";

/**
 * What a container does with a block under a plan. `replace` gives content of exactly the old
 * length (unpacked length where the block is packed), so that nothing behind it moves.
 */
export type Verdict =
  | { readonly do: "keep" }
  | { readonly do: "drop" }
  | { readonly do: "replace"; readonly payload: Uint8Array };

/** Judges one block by its content. Blocks that draw the picture (icc, gain-map) are kept. */
export function judge(_file: ByteSource, _block: Block, _plan: StripPlan): Verdict {
  throw new Error("not written yet");
}

/** A block's content: its spans joined, inflated where packed. At most `limit` bytes, else `undefined`. */
export function readPayload(
  _file: ByteSource,
  _block: Block,
  _limit?: number,
): Uint8Array | undefined {
  throw new Error("not written yet");
}

/**
 * The TIFF structure that a whole strip writes anew: Orientation where it is not 1, and the day
 * and time taken where the plan keeps it. `undefined` when there is nothing to say.
 */
export function keptExif(
  _file: ByteSource,
  _inspection: Pick<Inspection, "blocks">,
  _keep: { readonly orientation: Orientation; readonly date: boolean },
): Uint8Array | undefined {
  throw new Error("not written yet");
}

/** What stands in a block's place where bytes may not move: a valid empty TIFF, spaces or zeros. */
export function blankPayload(_kind: Block["kind"], _length: number): Uint8Array {
  throw new Error("not written yet");
}
