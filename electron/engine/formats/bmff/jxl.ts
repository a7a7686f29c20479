import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { map, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { judge, keptExif, type Verdict } from "../content.ts";
import {
  type Block,
  type BlockKind,
  type Damaged,
  damaged,
  type Format,
  type Inspection,
  type Piece,
} from "../format.ts";
import { type Change, dropped, overwritten, piecesOf } from "../pieces.ts";
import { type Box, childrenOf, readBoxes } from "./bmff.ts";
import { tiffStart } from "./bmff-exif.ts";
import { isPadding, spanOf, trailerFinds } from "./bmff-foreign.ts";
import { isZero } from "./bmff-patch.ts";
import { readCodestream } from "./jxl-codestream.ts";

const SIGNATURE = "\0\0\0\x0cJXL \r\n\x87\n";
/** The picture and what readers need to find it; `jxli` counts bytes of the picture alone. */
const PICTURE: ReadonlySet<string> = new Set(["JXL ", "ftyp", "jxll", "jxlc", "jxlp", "jxli"]);
const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ["Exif", "exif"],
  ["xml ", "xmp"],
  ["jumb", "c2pa"],
]);
/** The JPEG that the picture was made from: its markers, comments and what followed its end, packed. */
const RECONSTRUCTION = "jbrd";
const SEARCHED_BYTES = 4096;
const TYPE_BYTES = 4;

/**
 * JPEG XL: a bare codestream, which says nothing but the picture, or boxes around one. Nothing in
 * them points at another's place, so boxes are dropped and the file becomes shorter.
 * @see ISO/IEC 18181-2
 */
export const jxl: Format = {
  id: "jxl",
  recognises: (head) => (head[0] === 0xff && head[1] === 0x0a) || isContainer(head),
  inspect: (file) => map(readJxl(file), ({ inspection }) => inspection),
  strip: (file, plan) => map(readJxl(file), (read) => stripJxl(file, read, plan)),
};

const isContainer = (head: Uint8Array) =>
  Buffer.from(head.subarray(0, SIGNATURE.length)).toString("latin1") === SIGNATURE;

interface Jxl {
  readonly inspection: Inspection;
  /** Where a new box may stand: in front of the picture. */
  readonly pictureAt: number;
}

function readJxl(file: ByteSource): Result<Jxl, Damaged> {
  if (file.u16(0) === 0xff0a) return readBare(file);
  const row = readBoxes(file);
  if (!row.ok) return damaged("jxl", row.error.offset);
  const { boxes, rest } = row.value;
  const whole = childrenOf(boxes, "jxlc")[0];
  const first = whole ?? childrenOf(boxes, "jxlp")[0];
  if (!first) return damaged("jxl", 0);
  const header = readCodestream(file, first.body + (whole ? 0 : PART_NUMBER_BYTES));
  const blocks = boxes.flatMap((box) => blocksOf(file, box));
  if (rest) blocks.push(...trailerFinds(file, rest).map(({ block }) => block));
  const pixels = boxes.filter(({ type }) => PICTURE.has(type)).map(spanOf);
  const { size, orientation } = header ?? { size: null, orientation: 1 };
  return ok({
    inspection: { format: "jxl", size, orientation, blocks, pixels },
    pictureAt: first.start,
  });
}

/** A part of a picture begins with its number. */
const PART_NUMBER_BYTES = 4;

function readBare(file: ByteSource): Result<Jxl, Damaged> {
  const header = readCodestream(file, 0);
  if (!header) return damaged("jxl", 0);
  const pixels = [{ start: 0, end: file.size }];
  return ok({ inspection: { format: "jxl", ...header, blocks: [], pixels }, pictureAt: 0 });
}

function blocksOf(file: ByteSource, box: Box): Block[] {
  const { type, content, body, end } = box;
  const payload = { start: body, end };
  if (PICTURE.has(type)) return [];
  if (isPadding(box) && isZero(file, { start: content, end })) return [];
  if (type === "brob") return [packedBlock(file, box)];
  const kind = isPadding(box) ? "padding" : (KINDS.get(type) ?? "unknown");
  const block: Block = {
    kind,
    name: `${type.trim()} box`,
    spans: [spanOf(box)],
    payload: [payload],
  };
  return [kind === "exif" ? exifBlock(file, block, box) : block];
}

function exifBlock(file: ByteSource, block: Block, { body, end }: Box): Block {
  const tiff = tiffStart(Buffer.from(file.bytes(body, Math.min(end, body + SEARCHED_BYTES))));
  if (tiff === undefined) return { ...block, kind: "unknown" };
  return { ...block, payload: [{ start: body + tiff, end }] };
}

/** A box of another type, packed with brotli (9.3). */
function packedBlock(file: ByteSource, box: Box): Block {
  const inner = file.latin1(box.body, Math.min(box.end, box.body + TYPE_BYTES));
  const kind = KINDS.get(inner) ?? "unknown";
  return {
    kind,
    name: `brob ${inner.trim()} box`,
    spans: [spanOf(box)],
    payload: [{ start: Math.min(box.end, box.body + TYPE_BYTES), end: box.end }],
    packing: kind === "exif" ? "brotli-exif" : "brotli",
  };
}

function stripJxl(file: ByteSource, read: Jxl, plan: StripPlan): readonly Piece[] {
  const { blocks } = read.inspection;
  const judged = blocks.map((block) => ({ block, verdict: judge(file, block, plan) }));
  const isChanged = judged.some(({ verdict }) => verdict.do !== "keep");
  const changes = judged.flatMap(({ block, verdict }) =>
    // What it holds cannot be told, and with other metadata gone it could rebuild no JPEG any more.
    isChanged && isReconstruction(block) ? dropped(block.spans) : changesFor(block, verdict),
  );
  return piecesOf(file, [...changes, ...keptDate(file, read, plan)]);
}

const isReconstruction = ({ name }: Block) => name.startsWith(RECONSTRUCTION);

function changesFor(block: Block, verdict: Verdict): Change[] {
  if (verdict.do === "keep") return [];
  if (verdict.do === "drop") return dropped(block.spans);
  if (block.packing === undefined) return overwritten(block.payload, verdict.payload);
  const [span] = block.spans;
  return span ? [{ ...span, bytes: plainBox(block.kind, verdict.payload) }] : [];
}

/** The box that was packed, as a plain one. */
function plainBox(kind: BlockKind, payload: Uint8Array): Uint8Array {
  const isExif = kind === "exif";
  const head = new Uint8Array(isExif ? 12 : 8);
  head.set(Buffer.from(isExif ? "Exif" : "xml "), 4);
  const box = Buffer.concat([head, payload]);
  box.writeUInt32BE(box.length);
  return Uint8Array.from(box);
}

/** The codestream has an orientation of its own, so Exif keeps the date and nothing else. */
function keptDate(file: ByteSource, { inspection, pictureAt }: Jxl, plan: StripPlan): Change[] {
  if (!plan.whole || !plan.keepDate) return [];
  const exif = keptExif(file, inspection, { orientation: 1, date: true });
  return exif ? [{ start: pictureAt, end: pictureAt, bytes: plainBox("exif", exif) }] : [];
}
