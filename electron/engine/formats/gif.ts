import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import { map, type Result } from "../../../shared/result.ts";
import type { ByteSource } from "../../base/bytes.ts";
import type { Damaged, Format, Inspection, Piece } from "./format.ts";
import { type GifFile, readGif } from "./gif-read.ts";
import { judgedChanges } from "./judged-changes.ts";
import { piecesOf } from "./pieces.ts";

/** GIF: images and extensions, told apart by their first byte (CompuServe GIF89a). */
export const gif: Format = {
  id: "gif",
  recognises: (head) => /^GIF8[79]a/.test(Buffer.from(head.subarray(0, 6)).toString("latin1")),
  inspect: (file) => map(readGif(file), inspectionOf),
  strip,
};

/** GIF has no orientation. */
const inspectionOf = ({ size, blocks, pixels }: GifFile): Inspection => ({
  format: "gif",
  size,
  orientation: 1,
  blocks,
  pixels,
});

/** Takes whole extensions out; nothing in a GIF counts the bytes before it. */
function strip(file: ByteSource, plan: StripPlan): Result<readonly Piece[], Damaged> {
  return map(readGif(file), ({ blocks }) => piecesOf(file, judgedChanges(file, blocks, plan)));
}
