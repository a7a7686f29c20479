import { isUtf8 } from "node:buffer";
import type { ByteSource } from "../../base/bytes.ts";
import type { Content } from "./look.ts";

/** Bytes of a text read at most. */
const MAX_TEXT = 1024 * 1024;

/** A text block's content: UTF-16 with its mark, UTF-8 where it is valid, else Latin-1. At most 1 MB. */
export function textOfBytes(source: ByteSource): string {
  const bytes = Buffer.from(source.bytes(0, MAX_TEXT));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return Buffer.from(even).swap16().toString("utf16le");
  }
  return bytes.toString(isUtf8(bytes) ? "utf8" : "latin1");
}

interface RawProfile {
  readonly kind: Exclude<Content, "bytes"> | "icc";
  readonly bytes: Uint8Array;
}

/**
 * ImageMagick keeps Exif, IPTC and XMP in PNG as hexadecimal text: a line with the profile's name, a
 * line with its length, then the digits. Undefined when the text is no such profile.
 */
export function rawProfile(label: string, source: ByteSource): RawProfile | undefined {
  const name = /^raw profile type ([\w.]+)/i.exec(label)?.[1]?.toLowerCase();
  if (!name) return undefined;
  const text = source.latin1(0, MAX_PROFILE);
  const body = /^\s*[\w.]+\s+\d{1,9}\s+([\da-f\s]*)/i.exec(text)?.[1] ?? "";
  const bytes = new Uint8Array(Buffer.from(body.replace(/\s+/g, ""), "hex"));
  return profileOf(name, bytes);
}
const MAX_PROFILE = 16 * 1024 * 1024;

function profileOf(name: string, bytes: Uint8Array): RawProfile {
  const head = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  if (/^exif\0./is.test(head)) return { kind: "exif", bytes: bytes.subarray(6) };
  if (/^(II|MM)/.test(head)) return { kind: "exif", bytes };
  const namespace = head.startsWith("http://ns.adobe.com/xap/") ? head.indexOf("\0") + 1 : 0;
  if (namespace > 0) return { kind: "xmp", bytes: bytes.subarray(namespace) };
  if (head.startsWith("\x1c")) return { kind: "iptc", bytes };
  if (/^(8BIM|Photoshop )/.test(head)) return { kind: "photoshop", bytes };
  if (name === "icc" || name === "icm") return { kind: "icc", bytes };
  return { kind: name === "xmp" ? "xmp" : name === "iptc" ? "photoshop" : "exif", bytes };
}
