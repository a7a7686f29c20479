import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { err, map, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { judge, type Verdict } from "../content.ts";
import type { Block, Damaged, Format, Inspection, Piece, ReadOnly } from "../format.ts";
import { type Change, dropped, overwritten, piecesOf } from "../pieces.ts";
import { openImage } from "./svg-images.ts";
import { readSvg, type SvgFile } from "./svg-read.ts";

/**
 * SVG: XML that draws (SVG 2). What describes the drawing, what editors note for themselves, and
 * what pictures inside it tell can go. Scripts and style sheets may draw, so they stay, unread.
 */
export const svg: Format = {
  id: "svg",
  recognises,
  inspect: (file) => map(readSvg(file), inspectionOf),
  strip,
};

const MARKS = /^\s*(?:<\?[^>]*(?:>|$)|<!--(?:(?!-->)[\s\S])*(?:-->|$))/;

/** Root or document type tell; where only a declaration or a comment fits into the head, reading will. */
function recognises(head: Uint8Array): boolean {
  let text = Buffer.from(head)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  const isXml = /^\s*<(?:\?xml\s|!--|!DOCTYPE\s|[\w.-]*:?svg\b)/.test(text);
  if (!isXml) return false;
  for (let mark = MARKS.exec(text); mark && mark[0] !== ""; mark = MARKS.exec(text)) {
    text = text.slice(mark[0].length);
  }
  const rest = text.trimStart();
  return rest === "" ? true : /^<(?:!DOCTYPE\s+)?(?:[\w.-]{1,20}:)?svg\b/.test(rest) || isCut(rest);
}

/** The head ends within the first words of what may become `<svg` or `<!DOCTYPE svg`. */
const isCut = (rest: string) => "<!DOCTYPE svg".startsWith(rest) || "<svg".startsWith(rest);

const inspectionOf = ({ size, blocks, pixels }: SvgFile): Inspection => ({
  format: "svg",
  size,
  orientation: 1,
  blocks,
  pixels,
});

/** Takes elements, attributes and comments out as they stand; pictures inside are stripped likewise. */
function strip(file: ByteSource, plan: StripPlan): Result<readonly Piece[], Damaged | ReadOnly> {
  const read = readSvg(file);
  if (!read.ok) return read;
  const changes: Change[] = [];
  for (const block of read.value.blocks) {
    const verdict = judge(file, block, plan);
    const change = changesFor(file, block, verdict, plan);
    if (!change.ok) return change;
    changes.push(...change.value);
  }
  return ok(piecesOf(file, changes));
}

function changesFor(
  file: ByteSource,
  block: Block,
  verdict: Verdict,
  plan: StripPlan,
): Result<readonly Change[], ReadOnly> {
  if (verdict.do === "keep") return ok([]);
  if (block.packing === "base64") return strippedImage(file, block, plan);
  return ok(
    verdict.do === "replace" ? overwritten(block.payload, verdict.payload) : dropped(block.spans),
  );
}

/** The picture without what the plan drops, as base64 text in the old one's place. */
function strippedImage(
  file: ByteSource,
  block: Block,
  plan: StripPlan,
): Result<readonly Change[], ReadOnly> {
  const readOnly = err({ code: "format-read-only", subject: "picture inside SVG" } as const);
  const [span] = block.spans;
  const image = openImage(file, block);
  if (!image || !span) return readOnly;
  const pieces = image.format.strip(image.source, plan);
  if (!pieces.ok) return readOnly;
  const parts = pieces.value.map((piece) =>
    "bytes" in piece ? piece.bytes : image.source.bytes(piece.start, piece.end),
  );
  const bytes = Buffer.concat(parts);
  if (bytes.equals(image.source.bytes(0, image.source.size))) return ok([]);
  return ok([{ ...span, bytes: Buffer.from(bytes.toString("base64"), "latin1") }]);
}
