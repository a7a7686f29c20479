import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { judge } from "./content.ts";
import type { Block } from "./format.ts";
import { type Change, dropped, overwritten } from "./pieces.ts";

/** What a plan does to blocks whose bytes may simply go: dropped, overwritten or left. */
export const judgedChanges = (
  file: ByteSource,
  blocks: readonly Block[],
  plan: StripPlan,
): Change[] =>
  blocks.flatMap((block) => {
    const verdict = judge(file, block, plan);
    if (verdict.do === "keep") return [];
    if (verdict.do === "replace") return overwritten(block.payload, verdict.payload);
    return dropped(block.spans);
  });
