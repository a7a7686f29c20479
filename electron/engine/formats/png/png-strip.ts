import { deflateSync } from "node:zlib";
import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { err, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { judge, keptExif, type Verdict } from "../content.ts";
import {
  type Block,
  type Damaged,
  damaged,
  type Inspection,
  type Piece,
  type ReadOnly,
} from "../format.ts";
import { type Change, dropped, growth, overwritten, piecesOf } from "../pieces.ts";
import type { PngFile } from "./png.ts";
import type { PngBlock } from "./png-blocks.ts";
import { chunkOf, isCritical } from "./png-chunks.ts";

/**
 * The file without what the plan drops.
 * @returns `format-damaged` where IEND is missing, `format-read-only` where a chunk that decoders
 * cannot do without is unknown to us (Apple's CgBI among them): what it means for others is unknown too.
 */
export function stripPng(
  file: ByteSource,
  read: PngFile,
  inspection: Inspection,
  plan: StripPlan,
): Result<readonly Piece[], Damaged | ReadOnly> {
  const { stream, blocks, trailer } = read;
  if (stream.ending === "cut") return damaged("png", file.size);
  const strange = blocks.find(({ chunk }) => isCritical(chunk.type));
  if (strange) return err({ code: "format-read-only", subject: `PNG ${strange.chunk.type}` });
  if (!plan.whole) return ok(piecesOf(file, judgedChanges(file, read, plan)));
  const goes = blocks.map(({ block }) => block).filter(({ kind }) => kind !== "icc");
  const drops = [...goes, ...trailer].flatMap((block) => dropped(block.spans));
  return ok(piecesOf(file, [...drops, ...written(file, read, inspection, plan)]));
}

/** The eXIf chunk that stays, right before the picture data. */
function written(
  file: ByteSource,
  { stream }: PngFile,
  inspection: Inspection,
  plan: StripPlan,
): Change[] {
  const { orientation } = inspection;
  const exif = keptExif(file, inspection, { orientation, date: plan.keepDate });
  const at = stream.chunks.find(({ type }) => type === "IDAT")?.start;
  return exif && at !== undefined ? [{ start: at, end: at, bytes: chunkOf("eXIf", exif) }] : [];
}

/** Each block by its own verdict. */
function judgedChanges(file: ByteSource, { blocks, trailer }: PngFile, plan: StripPlan): Change[] {
  const changes = blocks.flatMap((one) => chunkChanges(file, one, judge(file, one.block, plan)));
  for (const block of trailer) changes.push(...trailerChanges(block, judge(file, block, plan)));
  // Apple's iDOT says where the second half of the picture data begins; it must not say it wrongly.
  const halves = blocks.filter(({ chunk }) => chunk.type === "iDOT");
  const stays = halves.filter(({ chunk }) => !changes.some(({ start }) => start === chunk.start));
  return growth(changes) === 0
    ? changes
    : [...changes, ...stays.flatMap(({ block }) => dropped(block.spans))];
}

function chunkChanges(file: ByteSource, { chunk, block }: PngBlock, verdict: Verdict): Change[] {
  if (verdict.do === "keep") return [];
  if (verdict.do === "drop") return dropped(block.spans);
  const contentAt = block.payload[0]?.start ?? chunk.data.end;
  const content = block.packing === "deflate" ? deflateSync(verdict.payload) : verdict.payload;
  const data = Buffer.concat([file.bytes(chunk.data.start, contentAt), content]);
  return [{ start: chunk.start, end: chunk.end, bytes: chunkOf(chunk.type, data) }];
}

function trailerChanges(block: Block, verdict: Verdict): Change[] {
  if (verdict.do === "keep") return [];
  return verdict.do === "drop" ? dropped(block.spans) : overwritten(block.payload, verdict.payload);
}
