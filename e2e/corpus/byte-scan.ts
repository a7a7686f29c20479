import { MemorySource } from "../../electron/base/bytes.ts";
import { readTiff } from "../../electron/engine/formats/exif/ifd.ts";
import type { Block, Inspection, Span } from "../../electron/engine/formats/format.ts";
import type { Revelation } from "../../shared/policy/metadata-risk.ts";

/*
 * Looks for remains without knowing any container. ExifTool does not look into appended pictures and
 * films nor into thumbnails, and no reader finds what nothing points to.
 */

/** Beginnings of metadata. Among coded pixels four letters can stand by chance. */
const MARKS = [
  "<x:xmpmeta",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "http://ns.adobe.com/xap",
  "Photoshop 3.0",
  "8BIM",
  "MPF\0",
  "\xa9xyz",
  "loci",
  "c2pa",
  "jumb",
];
const FILE_TYPE = "ftyp";
const EXIF = "Exif\0\0";

/** Orientation, and the directory of the one date that may stay. */
const OWN_TAGS: ReadonlySet<number> = new Set([0x0112, 0x8769, 0x9003, 0x9011, 0x9291]);

/** What a file's bytes still hold; none when it is clean. `told` is what was found before the strip. */
export function remainsIn(
  bytes: Uint8Array,
  { pixels, blocks }: Inspection,
  told: readonly Revelation[],
): readonly string[] {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const besides = Buffer.from(whole);
  for (const { start, end } of [...pixels, ...gainMapPackets(blocks)]) besides.fill(0, start, end);
  return [
    ...MARKS.filter((mark) => besides.includes(mark, 0, "latin1")),
    ...(besides.indexOf(FILE_TYPE, 8, "latin1") > 0 ? ["a second file"] : []),
    ...foreignExif(besides),
    ...secretsOf(told).filter((secret) => spellings(secret).some((one) => whole.includes(one))),
  ];
}

/** A gain map is shown by a packet of its own; that it says nothing else, ExifTool is asked. */
const gainMapPackets = (blocks: readonly Block[]): readonly Span[] =>
  blocks.some(({ kind }) => kind === "gain-map")
    ? blocks.filter(({ kind }) => kind === "xmp").flatMap(({ payload }) => payload)
    : [];

function foreignExif(bytes: Buffer): readonly string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf(EXIF); at >= 0; at = bytes.indexOf(EXIF, at + 1)) {
    const tree = readTiff(new MemorySource(bytes.subarray(at + EXIF.length)));
    if (!tree.ok) continue;
    const tags = tree.value.ifds.flatMap(({ entries }) => entries.map(({ tag }) => tag));
    const foreign = tags.filter((tag) => !OWN_TAGS.has(tag));
    if (foreign.length > 0) found.push(`Exif with ${foreign.map((tag) => tag.toString(16))}`);
  }
  return found;
}

const TELLING_TYPES: ReadonlySet<string> = new Set(["serial-number", "unique-id", "live-photo"]);
const SHORTEST = 5;

const secretsOf = (told: readonly Revelation[]): readonly string[] =>
  told
    .filter(
      ({ kind, type }) => kind === "identity" || kind === "location" || TELLING_TYPES.has(type),
    )
    .map(({ value }) => value?.trim() ?? "")
    .filter((value) => value.length >= SHORTEST);

/** As text, as UTF-16 either way, and as the bytes that a hexadecimal number stands for. */
function spellings(secret: string): readonly Buffer[] {
  const wide = Buffer.from(secret, "utf16le");
  const isHex = /^([0-9a-f]{2}){5,}$/i.test(secret) && /[1-9a-f]/i.test(secret);
  return [
    Buffer.from(secret, "utf8"),
    wide,
    Buffer.from(wide).swap16(),
    ...(isHex ? [Buffer.from(secret, "hex")] : []),
  ];
}
