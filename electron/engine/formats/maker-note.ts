import type { Revelation } from "../../../shared/policy/metadata-risk.ts";
import type { ByteSource } from "../../base/bytes.ts";
import type { IfdEntry, TiffTree } from "./ifd.ts";
import type { Look } from "./look.ts";

/** What a MakerNote of a known maker says about people and places. */
export function makerNoteFacts(
  _source: ByteSource,
  _tree: TiffTree,
  _entry: IfdEntry,
  _look: Look,
): Revelation[] {
  return [];
}
