import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { type ByteSource, MemorySource } from "../../../base/bytes.ts";
import { blankPayload, readPayload, type Verdict } from "../content.ts";
import { applyEdits, dropEntries, type IfdEntry, readTiff, type TiffTree } from "../exif/ifd.ts";
import { CANON_NOTE, canonNoteFields } from "../exif/maker-note.ts";
import type { Block, BlockKind, Span } from "../format.ts";
import { lookAt, revealBlock } from "../reveal/reveal.ts";
import { entryFacts } from "../reveal/reveal-exif.ts";
import { rawDrops } from "../tiff/raw-tags.ts";
import { type Box, readRow } from "./bmff.ts";
import { boxFind, foreignFinds, paddingFinds, spanOf } from "./bmff-foreign.ts";
import { headOf, laidOver, lengthOf, sliceOf } from "./bmff-patch.ts";
import type { Find } from "./bmff-strip.ts";

/*
 * Canon's boxes, as described by the canon_cr3 notes of L. Chevalier and by LibRaw: `moov` holds a
 * uuid box with CMT1…CMT4 (TIFF structures of one directory each) and a thumbnail; behind it come
 * uuid boxes with XMP and a preview. CTBO lists their places, so none of them may change its type.
 */
const CANON = "85c0b687820f11e08111f4ce462b6a48";
const XMP = "be7acfcb97a942e89c71999491e3afac";
const PREVIEW = "eaf42b5e1c984b88b9fbb7dc406e4d16";

/** What the first directory of each part is. */
const PARTS: ReadonlyMap<string, string | undefined> = new Map([
  ["CMT1", undefined],
  ["CMT2", "ExifIFD"],
  ["CMT3", CANON_NOTE],
  ["CMT4", "GPS"],
]);
/** Versions and tables of places: converters need them, they tell nothing. */
const NEEDED: ReadonlySet<string> = new Set(["CNCV", "CCTP", "CTBO", "CNOP"]);

/** What Canon's own boxes hold; others are foreign here too. */
export function canonFinds(file: ByteSource, box: Box, path: string): Find[] {
  if (box.uuid === XMP) {
    const span = { start: box.body, end: box.end };
    if (isBlankXmp(file, span)) return [];
    const find = boxFind(box, "xmp", `${path}uuid XMP`, span);
    return [{ ...find, erase: () => laidOver([span], blankPayload("xmp", span.end - span.start)) }];
  }
  if (box.uuid === CANON) return partFinds(file, box, box.body, `${path}uuid Canon/`);
  if (box.uuid === PREVIEW) return partFinds(file, box, box.body + 8, `${path}uuid preview/`);
  return foreignFinds(file, box, path);
}

const isBlankXmp = (file: ByteSource, span: Span) =>
  [64, span.end - span.start].every((limit) =>
    /^ *$/.test(headOf(file, [span], limit).toString("latin1")),
  );

function partFinds(file: ByteSource, box: Box, start: number, path: string): Find[] {
  const row = readRow(file, { start: Math.min(start, box.end), end: box.end });
  if (!row.ok) return foreignFinds(file, box, path);
  const finds = row.value.boxes.flatMap((part) => partFind(file, part, path));
  return row.value.rest ? [...finds, ...paddingFinds(file, row.value.rest, `${path}rest`)] : finds;
}

function partFind(file: ByteSource, part: Box, path: string): Find[] {
  const { type, body, end } = part;
  const payload = { start: body, end };
  const name = path + type;
  if (NEEDED.has(type)) return [];
  if (PARTS.has(type)) return [exifFind(file, name, [payload], [spanOf(part)], PARTS.get(type))];
  if (type !== "THMB" && type !== "PRVW") return foreignFinds(file, part, path);
  const find = boxFind(part, "thumbnail", name, payload);
  return [{ ...find, verdict: (plan) => pictureVerdict(file, find.block, plan) }];
}

/** Previews are what most programs show of a raw file; one that tells more than the picture goes. */
function pictureVerdict(file: ByteSource, block: Block, { drops }: StripPlan): Verdict {
  const facts = revealBlock(file, block).filter(({ type }) => type !== "embedded-thumbnail");
  return { do: facts.some(({ kind }) => drops.has(kind)) ? "drop" : "keep" };
}

function exifFind(
  file: ByteSource,
  name: string,
  payload: readonly Span[],
  spans: readonly Span[],
  root: string | undefined,
): Find {
  const block: Block = { kind: "exif", name, spans, payload, ...(root && { label: root }) };
  const blank = () => laidOver(payload, blankPayload("exif", lengthOf(payload)));
  return { block, erase: blank, verdict: (plan) => exifVerdict(file, block, plan) };
}

/**
 * Takes single tags out, as in the raw files that are TIFF structures. A structure in which that
 * cannot be done, because its values overlap for instance, goes as a whole.
 */
function exifVerdict(file: ByteSource, block: Block, plan: StripPlan): Verdict {
  const bytes = readPayload(file, block);
  const clean = bytes && withoutTags(bytes, block.label, plan);
  if (!bytes || !clean) return { do: isTelling(file, block, plan) ? "drop" : "keep" };
  if (isSame(clean, bytes)) return { do: "keep" };
  const again = withoutTags(clean, block.label, plan);
  return again && isSame(again, clean) ? { do: "replace", payload: clean } : { do: "drop" };
}

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

function withoutTags(bytes: Uint8Array, root: string | undefined, plan: StripPlan) {
  const source = new MemorySource(bytes);
  const tree = readTiff(source, root);
  if (!tree.ok) return undefined;
  const edits =
    root === CANON_NOTE
      ? noteEdits(source, tree.value, plan)
      : dropEntries(source, tree.value, (entry) => isDropped(source, tree.value, entry, plan));
  return applyEdits(bytes, edits);
}

const isTelling = (file: ByteSource, block: Block, { drops }: StripPlan) =>
  revealBlock(file, block).some(({ kind }) => drops.has(kind));

const noteEdits = (source: ByteSource, tree: TiffTree, { drops }: StripPlan) =>
  canonNoteFields(source, tree)
    .filter(({ meaning, length }) => drops.has(meaning.kind) && length > 0)
    .map(({ at, length }) => ({ at, bytes: new Uint8Array(length) }));

function isDropped(source: ByteSource, tree: TiffTree, entry: IfdEntry, plan: StripPlan): boolean {
  if (entry.ifd === "GPS") return plan.drops.has("location");
  const ifd = tree.ifds.find(({ name }) => name === entry.ifd);
  const tells = () =>
    ifd !== undefined &&
    entryFacts(source, tree, ifd, entry, lookAt()).some(({ kind }) => plan.drops.has(kind));
  return rawDrops("cr3", entry, plan, tells);
}

/** A track of records about the picture: times, exposure, and Exif's directories once more. */
export const isRecordTrack = ({ kind, name }: Pick<Block, "kind" | "name">): boolean =>
  kind === "timed-metadata" && name.endsWith(" CTMD");

/** A record: length u32, type u16, six bytes, content; all little-endian. */
const RECORD_HEADER_BYTES = 12;
const TIMESTAMP = 1;
/** Records that hold TIFF structures, each behind its length and the tag it would have in Exif. */
const HOLDS_TIFF: ReadonlySet<number> = new Set([7, 8, 9]);
const TIFF_ROOTS: ReadonlyMap<number, string> = new Map([
  [0x8769, "ExifIFD"],
  [0x927c, CANON_NOTE],
  [0x8825, "GPS"],
]);
const PART_HEADER_BYTES = 8;
const MAX_RECORDS = 10_000;
const MAX_TRACK_BYTES = 16 * 1024 * 1024;

/**
 * The records that tell something, one find each, so that exposure and colour stay.
 * @returns `undefined` when the track is no row of records; then it goes as a whole.
 */
export function recordFinds(file: ByteSource, track: Find): Find[] | undefined {
  const { payload, name } = track.block;
  if (lengthOf(payload) > MAX_TRACK_BYTES || track.stuck) return undefined;
  const content = headOf(file, payload, MAX_TRACK_BYTES);
  const finds: Find[] = [];
  let at = 0;
  for (let count = 0; at < content.length; count++) {
    const isWhole = at + RECORD_HEADER_BYTES <= content.length && count < MAX_RECORDS;
    const length = isWhole ? content.readUInt32LE(at) : 0;
    const end = at + length;
    if (length < RECORD_HEADER_BYTES || end > content.length) return undefined;
    const type = content.readUInt16LE(at + 4);
    const body = sliceOf(payload, at + RECORD_HEADER_BYTES, end);
    if (type === TIMESTAMP) finds.push(...timestampFinds(content, at, end, body, name));
    if (HOLDS_TIFF.has(type)) finds.push(...tiffFinds(file, body, `${name} record ${type}/`));
    at = end;
  }
  return finds.map((find) => ({ ...find, data: find.block.payload }));
}

function timestampFinds(
  content: Buffer,
  at: number,
  end: number,
  body: readonly Span[],
  name: string,
): Find[] {
  if (content.subarray(at + RECORD_HEADER_BYTES, end).every((byte) => byte === 0)) return [];
  const kind: BlockKind = "unknown";
  return [
    { block: { kind, name: `${name} timestamp`, spans: body, payload: body }, erase: () => body },
  ];
}

/** The TIFF structures inside one record. */
function tiffFinds(file: ByteSource, body: readonly Span[], path: string): Find[] {
  const content = headOf(file, body, MAX_TRACK_BYTES);
  const finds: Find[] = [];
  for (let at = 0; at + PART_HEADER_BYTES <= content.length; ) {
    const length = content.readUInt32LE(at);
    if (length < PART_HEADER_BYTES || at + length > content.length) break;
    const tag = content.readUInt32LE(at + 4) & 0xffff;
    const payload = sliceOf(body, at + PART_HEADER_BYTES, at + length);
    const name = `${path}0x${tag.toString(16)}`;
    if (lengthOf(payload) > 0) {
      finds.push(exifFind(file, name, payload, payload, TIFF_ROOTS.get(tag)));
    }
    at += length;
  }
  return finds;
}
