import { blankPayload, type Verdict } from "../content.ts";
import type { Block } from "../format.ts";
import { type Change, dropped, overwritten } from "../pieces.ts";

/** What a verdict does to a block of the main picture. */
export function blockChanges(block: Block, verdict: Verdict): Change[] {
  if (verdict.do === "keep") return [];
  if (verdict.do === "replace") return overwritten(block.payload, verdict.payload);
  return [
    ...(block.name.endsWith("JFIF thumbnail") ? jfifWithout(block) : []),
    ...dropped(block.spans),
  ];
}

/** The same where nothing may move: a dropped block is emptied, its headers stay. */
export function inPlace({ kind, payload }: Block, verdict: Verdict): Change[] {
  if (verdict.do === "keep") return [];
  if (verdict.do === "replace") return overwritten(payload, verdict.payload);
  const length = payload.reduce((sum, { start, end }) => sum + end - start, 0);
  return overwritten(payload, blankPayload(kind, length));
}

/** One segment in a block's place; where it came in parts, in that of the first. */
export function segmentInstead({ spans }: Block, bytes: Uint8Array): Change[] {
  const [first, ...rest] = spans;
  return first ? [{ start: first.start, end: first.end, bytes }, ...dropped(rest)] : [];
}

/** JFIF says its length 16 bytes before its thumbnail, and the thumbnail's width and height right before it. */
function jfifWithout({ spans }: Block): Change[] {
  const at = spans[0]?.start ?? 0;
  return [
    { start: at - 16, end: at - 14, bytes: Uint8Array.of(0, 16) },
    { start: at - 2, end: at, bytes: Uint8Array.of(0, 0) },
  ];
}
