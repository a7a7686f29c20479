import type { ByteSource } from "../../../base/bytes.ts";
import type { BlockKind, Span } from "../format.ts";
import { type Box, boxAt } from "./bmff.ts";
import { boxFind, foreignFinds, isPadding, paddingFinds } from "./bmff-foreign.ts";
import type { Find } from "./bmff-strip.ts";

/*
 * User data of films: QuickTime's `udta` with its "©" texts, 3GPP's asset information, iTunes'
 * and Apple's `meta` with keys and values, and what makers put beside them.
 */

/** 3GPP asset information: full box, language, text (3GPP TS 26.244 8.1). */
const ASSET_TEXTS: ReadonlySet<string> = new Set([
  "titl",
  "auth",
  "dscp",
  "perf",
  "gnre",
  "cprt",
  "albm",
  "clsf",
  "kywd",
  "rtng",
  "yrrc",
  "coll",
]);
/** User data that is plain text. */
const PLAIN_TEXTS: ReadonlySet<string> = new Set([
  "name",
  "date",
  "modl",
  "manu",
  "FIRM",
  "LENS",
  "CAME",
  "SNum",
]);
const THUMBNAILS: ReadonlySet<string> = new Set(["CNTH", "CNDA", "thmb", "THMB", "PICT"]);
/** Loudness, and hints for streaming servers: players use them, they tell nothing. */
const NEEDED: ReadonlySet<string> = new Set([
  "ludt",
  "hnti",
  "hinf",
  "WLOC",
  "LOOP",
  "SelO",
  "AllF",
]);

/** The blocks of one `udta`. @see QuickTime File Format, "User data atoms" */
export function userDataFinds(
  file: ByteSource,
  udta: Box,
  path: string,
  around: readonly Box[] = [],
): Find[] {
  const here = `${path}udta/`;
  const isAllForeign = udta.children.every((child) => !NEEDED.has(child.type));
  const within = isAllForeign ? [...around, udta] : around;
  const finds = udta.children.flatMap((child) => {
    if (child.type === "meta") return keyedMetaFinds(file, child, here, within);
    return userDatumFinds(file, child, here);
  });
  if (udta.rest) finds.push(...paddingFinds(file, udta.rest, `${here}rest`));
  return finds.map((find) => ({ within, ...find }));
}

function userDatumFinds(file: ByteSource, box: Box, path: string): Find[] {
  const { type, body, end } = box;
  const name = path + type;
  if (NEEDED.has(type) || (isPadding(box) && box.end === box.content)) return [];
  if (type === "loci") return [boxFind(box, "location", name, { start: body, end })];
  if (type.startsWith("\xa9")) return internationalFinds(file, box, name);
  if (ASSET_TEXTS.has(type))
    return [textFind(box, name, type, { start: Math.min(end, body + 6), end })];
  if (PLAIN_TEXTS.has(type)) return [textFind(box, name, type, { start: body, end })];
  if (THUMBNAILS.has(type)) return [boxFind(box, "thumbnail", name, { start: body, end })];
  if (type === "XMP_") return [boxFind(box, "xmp", name, { start: body, end })];
  if (box.uuid !== undefined || isPadding(box)) return foreignFinds(file, box, path);
  return [boxFind(box, "vendor", name, { start: body, end })];
}

/** "©" texts: u16 length, u16 language, text. ©xyz is the place as ISO 6709 text. */
function internationalFinds(file: ByteSource, box: Box, name: string): Find[] {
  const length = file.u16(box.body) ?? 0;
  const isShort = box.body + 4 + length <= box.end;
  const payload = isShort
    ? { start: box.body + 4, end: box.body + 4 + length }
    : { start: box.body, end: box.end };
  if (box.type === "\xa9xyz") return [boxFind(box, "location", name, payload)];
  return [textFind(box, name, box.type, payload)];
}

function textFind(box: Box, name: string, label: string, payload: Span): Find {
  const find = boxFind(box, "text", name, payload);
  return { ...find, block: { ...find.block, label } };
}

/** The key that holds the place, as ISO 6709 text. */
const PLACE_KEY = "com.apple.quicktime.location.ISO6709";

/** The blocks of a `meta` without items: iTunes' list, Apple's keys and values, XML. */
export function keyedMetaFinds(
  file: ByteSource,
  meta: Box,
  path: string,
  around: readonly Box[] = [],
): Find[] {
  const here = `${path}meta/`;
  const within = [...around, meta];
  const keys = readKeys(file, boxAt(meta.children, "keys"));
  const finds = meta.children.flatMap((child) => {
    if (child.type === "hdlr" || child.type === "keys" || child.type === "dinf") return [];
    if (child.type !== "ilst") return foreignFinds(file, child, here);
    const rest = child.rest ? paddingFinds(file, child.rest, `${here}ilst rest`) : [];
    return [...child.children.flatMap((item) => itemFinds(file, item, keys)), ...rest];
  });
  if (meta.rest) finds.push(...paddingFinds(file, meta.rest, `${here}rest`));
  return finds.map((find) => ({ within, ...find }));
}

/** Keys of a `keys` box at most; Apple writes about a dozen. */
const MAX_KEYS = 10_000;

/** The names that the numbers in `ilst` stand for, from 1. */
function readKeys(file: ByteSource, keys: Box | undefined): readonly string[] {
  const names: string[] = [];
  for (let at = (keys?.body ?? 0) + 8; keys && at + 8 <= keys.end && names.length < MAX_KEYS; ) {
    const size = file.u32(at) ?? 0;
    if (size < 8 || at + size > keys.end) break;
    names.push(file.latin1(at + 8, Math.min(at + size, at + 8 + MAX_NAME_BYTES)));
    at += size;
  }
  return names;
}

const MAX_NAME_BYTES = 256;
/** Type and language in front of a value. */
const VALUE_HEADER_BYTES = 8;

function itemFinds(file: ByteSource, item: Box, keys: readonly string[]): Find[] {
  if (isPadding(item))
    return paddingFinds(file, { start: item.content, end: item.end }, `ilst/${item.type}`);
  const label = nameOf(file, item, keys);
  const values = item.children.filter((child) => child.type === "data");
  const payload = values.map(({ body, end }) => ({
    start: Math.min(end, body + VALUE_HEADER_BYTES),
    end,
  }));
  const kind = kindOf(label);
  const whole = { start: item.body, end: item.end };
  const find = boxFind(item, kind, `ilst/${label}`, whole);
  const block = { ...find.block, payload: payload.length > 0 ? payload : [whole] };
  return [{ ...find, block: kind === "text" ? { ...block, label } : block }];
}

function kindOf(label: string): BlockKind {
  if (label === PLACE_KEY || label === "\xa9xyz") return "location";
  return label === "covr" || label === "com.apple.quicktime.artwork" ? "thumbnail" : "text";
}

/** Four characters, a number that stands for a key, or "----" with a name of its own. */
function nameOf(file: ByteSource, item: Box, keys: readonly string[]): string {
  if (item.type === "----") {
    const parts = ["mean", "name"].map((type) => boxAt(item.children, type));
    const texts = parts.map((box) =>
      box ? file.latin1(box.body + 4, Math.min(box.end, box.body + 4 + MAX_NAME_BYTES)) : "",
    );
    return texts.filter((text) => text !== "").join(":");
  }
  return keys[(file.u32(item.start + 4) ?? 0) - 1] ?? item.type;
}
