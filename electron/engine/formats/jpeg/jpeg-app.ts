import type { ByteSource } from "../../../base/bytes.ts";
import type { BlockKind } from "../format.ts";
import { APP0, APP14, COM, type Segment } from "./jpeg-segments.ts";

/** What a metadata segment says it is. */
export interface AppKind {
  readonly kind: BlockKind;
  readonly name: string;
  /** Where its content begins, behind every header. */
  readonly contentAt: number;
  /** It goes on where the segment before it, of the same name, stopped. */
  readonly continues: boolean;
  /** Segments of one name and group are one block, wherever they stand. */
  readonly group?: string;
  /** Its place among them. */
  readonly order: number;
  /** How many there should be, where it says. */
  readonly total?: number;
}

/** Bytes needed to tell what a segment is: the longest header is that of extended XMP, 75. */
const HEAD_BYTES = 80;
/** An Adobe segment that names the colour transform has 12 bytes (T.872 6.5.3); some writers add a few. */
const ADOBE_BYTES = { min: 12, max: 64 } as const;

/** Needed for the colours, yet too long to hold nothing else. */
export const OVERLONG_ADOBE = "APP14 Adobe, overlong";

/** Exif as viewers honour it; under a header in another case, or behind other bytes, they don't. */
export const EXIF = "APP1 Exif";

/** Gain map metadata as numbers. */
export const ISO_GAIN_MAP_NAME = "APP2 ISO 21496-1";
const ISO_GAIN_MAP = "urn:iso:std:iso:ts:21496:-1\0";

const EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";
const ICC = "ICC_PROFILE\0";

/** Names an APPn or COM segment; "pixels" for one that decoders need to get the colours right. */
export function appKind(file: ByteSource, segment: Segment): AppKind | "pixels" {
  const { marker, body, end } = segment;
  const head = file.latin1(body, Math.min(end, body + HEAD_BYTES));
  if (marker === COM) return one("comment", "COM", body);
  if (marker === APP14 && head.startsWith("Adobe")) return adobeKind(body, end);
  const number = marker - APP0;
  return READERS[number]?.(file, segment, head) ?? one("unknown", `APP${number}`, body);
}

/** Decoders read the first twelve bytes and ignore shorter ones; one that is far longer hides something. */
function adobeKind(body: number, end: number): AppKind | "pixels" {
  if (end - body > ADOBE_BYTES.max) return one("unknown", OVERLONG_ADOBE, body);
  return end - body >= ADOBE_BYTES.min ? "pixels" : one("unknown", "APP14", body);
}

const one = (kind: BlockKind, name: string, contentAt: number): AppKind => ({
  kind,
  name,
  contentAt,
  continues: false,
  order: 0,
});

type Reader = (file: ByteSource, segment: Segment, head: string) => AppKind | undefined;

const app0: Reader = (_file, { body, end }, head) => {
  if (head.startsWith("JFIF\0") && end - body >= 14) return one("jfif", "APP0 JFIF", body);
  if (head.startsWith("JFXX\0")) return one("thumbnail", "APP0 JFXX", body + 6);
  if (head.slice(6, 14) === "HEAPJPGM") return one("vendor", "APP0 CIFF", body);
  return undefined;
};

const app1: Reader = (file, segment, head) => {
  const { body } = segment;
  const exif = /^.{0,4}exif\0/is.exec(head);
  if (exif) return exifKind(file, body + exif[0].length + 1, exif[0] === "Exif\0");
  if (head.startsWith(EXTENDED_XMP)) return extendedXmp(file, body + EXTENDED_XMP.length, head);
  const xmp = /^(?:http:\/\/ns\.adobe\.com\/xap\/[^\0]*|XMP)\0/.exec(head);
  if (xmp) return one("xmp", "APP1 XMP", body + xmp[0].length);
  const packet = head.search(/<x:xmpmeta|<\?xpacket|<rdf:RDF/);
  if (packet >= 0) return one("xmp", "APP1 XMP", body + packet);
  if (!head.startsWith("FLIR\0")) return undefined;
  return { ...one("vendor", "APP1 FLIR", body + 8), continues: true };
};

/** Exif 2.32 4.7.2. A second segment that holds no TIFF header goes on where the one before stopped. */
function exifKind(file: ByteSource, contentAt: number, isProper: boolean): AppKind {
  const isTiff = /^(?:II|MM)/.test(file.latin1(contentAt, contentAt + 2));
  return {
    ...one("exif", isProper ? EXIF : "APP1 Exif, odd header", contentAt),
    continues: !isTiff,
  };
}

/** XMP Specification Part 3, 1.1.3.1: GUID of 32 characters, u32 full length, u32 offset of this part. */
function extendedXmp(file: ByteSource, at: number, head: string): AppKind {
  const group = head.slice(EXTENDED_XMP.length, EXTENDED_XMP.length + 32);
  const order = file.u32(at + 36) ?? 0;
  return { ...one("xmp", "APP1 extended XMP", at + 40), group, order };
}

const app2: Reader = (file, { body }, head) => {
  if (head.startsWith(ICC)) {
    const [order, total] = [file.u8(body + 12) ?? 0, file.u8(body + 13) ?? 0];
    return { ...one("icc", "APP2 ICC", body + 14), group: "", order, total };
  }
  if (head.startsWith("MPF\0")) return one("mpf", "APP2 MPF", body + 4);
  if (head.startsWith("FPXR\0")) return one("vendor", "APP2 FPXR", body + 5);
  if (head.startsWith(ISO_GAIN_MAP)) {
    return one("vendor", ISO_GAIN_MAP_NAME, body + ISO_GAIN_MAP.length);
  }
  return undefined;
};

/** ISO 19566-5 D.2: "JP", u16 instance of the box, u32 number of this part, then the box's header in each part. */
const app11: Reader = (file, { body, end }, head) => {
  if (!head.startsWith("JP") || end - body < 16) return undefined;
  const [instance, order] = [file.u16(body + 2), file.u32(body + 4) ?? 0];
  const type = head.slice(12, 16);
  const boxHeader = file.u32(body + 8) === 1 ? 16 : 8;
  const contentAt = body + 8 + (order > 1 ? boxHeader : 0);
  const kind = type === "jumb" ? "c2pa" : "unknown";
  const name = type === "jumb" ? "APP11 JUMBF" : "APP11 JPEG XT";
  return { ...one(kind, name, contentAt), group: `${instance}`, order };
};

const app12: Reader = (_file, { body }, head) =>
  one("vendor", head.startsWith("Ducky") ? "APP12 Ducky" : "APP12 PictureInfo", body);

const app13: Reader = (_file, { body }, head) => {
  if (!/^(?:Photoshop |Adobe_Photoshop)/.test(head)) return undefined;
  const header = head.startsWith("Photoshop 3.0\0") ? 14 : Math.max(0, head.indexOf("8BIM"));
  return {
    ...one("photoshop", "APP13 Photoshop", body + header),
    continues: true,
  };
};

const READERS: Readonly<Record<number, Reader>> = {
  0: app0,
  1: app1,
  2: app2,
  11: app11,
  12: app12,
  13: app13,
};
