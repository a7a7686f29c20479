import type { ByteSource } from "../../base/bytes.ts";

/** Metadata found among bytes that no container vouches for. */
export interface Carved {
  readonly what: "exif" | "xmp" | "photoshop" | "iso6709" | "loci" | "flir" | "times";
  /** Where its content begins: the TIFF header, the packet's first "<", the box's content. */
  readonly start: number;
  /** Where it ends as far as can be told, else where the searched bytes end. */
  readonly end: number;
}

/** Bytes searched of one block at most, and at a time. */
const SEARCHED = 64 * 1024 * 1024;
const WINDOW = 1024 * 1024;
/** The longest mark, so that one on the edge of two windows is found. */
const OVERLAP = 64;
/** Finds reported of one block at most: what is left tells nothing new. */
const MAX_FINDS = 64;

/** Contents are cut here; a packet among foreign bytes is not longer. */
const MAX_CONTENT = 4 * 1024 * 1024;

interface Mark {
  readonly what: Carved["what"];
  readonly bytes: Buffer;
  /** The content's offset from the mark. */
  readonly skip: number;
  /** What ends it; without, it lasts to the end of the block. */
  readonly until?: readonly Buffer[];
  readonly length?: number;
}

const text = (mark: string) => Buffer.from(mark, "latin1");
const wide = (mark: string) => Buffer.from(mark, "utf16le");
const wideBig = (mark: string) => wide(mark).swap16();

const XMP_ENDS = ["<?xpacket end", "</x:xmpmeta>", "</xmp:xmpmeta>"];
const xmp = (encode: (mark: string) => Buffer): Mark[] =>
  ["<?xpacket begin", "<x:xmpmeta", "<rdf:RDF"].map((mark) => ({
    what: "xmp",
    bytes: encode(mark),
    skip: 0,
    until: XMP_ENDS.map(encode),
  }));

const MARKS: readonly Mark[] = [
  { what: "exif", bytes: text("Exif\0\0II*\0"), skip: 6 },
  { what: "exif", bytes: text("Exif\0\0MM\0*"), skip: 6 },
  { what: "exif", bytes: text("eXIfII*\0"), skip: 4 },
  { what: "exif", bytes: text("eXIfMM\0*"), skip: 4 },
  ...xmp(text),
  ...xmp(wide),
  ...xmp(wideBig),
  { what: "photoshop", bytes: text("Photoshop 3.0\0"), skip: 14 },
  { what: "photoshop", bytes: text("8BIM\x04\x04"), skip: 0 },
  { what: "iso6709", bytes: text("\xa9xyz"), skip: 4, length: 256 },
  { what: "iso6709", bytes: text("location.ISO6709"), skip: 16, length: 65_536 },
  { what: "loci", bytes: text("loci\0\0\0\0"), skip: 8, length: 512 },
  { what: "flir", bytes: text("FFF\0"), skip: 0 },
  { what: "times", bytes: text("mvhd"), skip: 4, length: 20 },
];

/** Searches foreign bytes for metadata, in windows, in file order. Reads 64 MB at most. */
export function carve(source: ByteSource): readonly Carved[] {
  const finds: Carved[] = [];
  const size = Math.min(source.size, SEARCHED);
  /** Where the last packet of each kind ends, so that its inner marks are not finds of their own. */
  const done = new Map<string, number>();
  for (let from = 0; from < size && finds.length < MAX_FINDS; from += WINDOW) {
    const bytes = source.bytes(from, Math.min(size, from + WINDOW + OVERLAP));
    for (const { mark, at } of hits(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))) {
      const start = from + at + mark.skip;
      if (at >= WINDOW || start < (done.get(mark.what) ?? 0)) continue;
      const end = endOf(source, mark, start);
      done.set(mark.what, mark.until ? end : start + 1);
      finds.push({ what: mark.what, start, end });
      if (finds.length >= MAX_FINDS) break;
    }
  }
  return finds;
}

function hits(window: Buffer): { mark: Mark; at: number }[] {
  const found: { mark: Mark; at: number }[] = [];
  for (const mark of MARKS) {
    let at = window.indexOf(mark.bytes);
    for (let count = 0; at >= 0 && count < MAX_FINDS; count++) {
      found.push({ mark, at });
      at = window.indexOf(mark.bytes, at + 1);
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

function endOf(source: ByteSource, mark: Mark, start: number): number {
  const limit = Math.min(source.size, start + (mark.length ?? MAX_CONTENT));
  if (!mark.until) return mark.length ? limit : Math.min(source.size, start + SEARCHED);
  const bytes = Buffer.from(source.bytes(start, limit));
  const ends = mark.until.flatMap((end) => {
    const at = bytes.indexOf(end);
    return at < 0 ? [] : [at + (end.includes("/") ? end.length : 0)];
  });
  return ends.length > 0 ? start + Math.min(...ends) : limit;
}
