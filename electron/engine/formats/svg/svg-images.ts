import { type ByteSource, MemorySource } from "../../../base/bytes.ts";
import type { Block, Format, Span } from "../format.ts";
import { gif } from "../gif.ts";
import { jpeg } from "../jpeg/jpeg.ts";
import { readPayload } from "../payload.ts";
import { png } from "../png/png.ts";
import { reveal } from "../reveal/reveal.ts";
import { webp } from "../webp.ts";

/** A raster picture inside an SVG, as base64 text. */
export interface EmbeddedImage {
  /** The text after the comma. */
  readonly text: Span;
  /** Said where the picture tells something or cannot be read. */
  readonly block: Block | undefined;
}

/** Pictures that SVG viewers draw and that can hold metadata. */
const FORMATS: readonly Format[] = [jpeg, png, webp, gif];
/** Bytes of one decoded picture at most. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Pictures looked into; the rest is reported unread. */
const MAX_IMAGES = 1_000;

// RFC 2397. Attribute values may hold line ends as character references.
const DATA_URI = /data:image\/[\w.+-]{1,40}(?:;[\w=.-]{1,60}){0,4};base64,/gi;
const BASE64 = /(?:[A-Za-z0-9+/=\s]|&#x?[0-9A-Fa-f]{1,6};|%[0-9A-Fa-f]{2})*/y;

/** Finds pictures wherever they stand: attributes, style sheets. Offsets count bytes (Latin-1 text). */
export function embeddedImages(file: ByteSource, text: string): EmbeddedImage[] {
  const images: EmbeddedImage[] = [];
  for (const uri of text.matchAll(DATA_URI)) {
    const start = uri.index + uri[0].length;
    BASE64.lastIndex = start;
    const end = start + (BASE64.exec(text)?.[0].length ?? 0);
    if (/svg/i.test(uri[0])) continue;
    images.push(imageAt(file, { start, end }, images.length < MAX_IMAGES));
  }
  return images;
}

function imageAt(file: ByteSource, text: Span, isRead: boolean): EmbeddedImage {
  const block: Block = {
    kind: "image",
    name: "embedded picture",
    spans: [text],
    payload: [text],
    packing: "base64",
  };
  const image = isRead ? openImage(file, block) : undefined;
  if (!image) return { text, block };
  const inspected = image.format.inspect(image.source, "full");
  const isSilent = inspected.ok && reveal(image.source, inspected.value).length === 0;
  return { text, block: isSilent ? undefined : { ...block, name: `embedded ${image.format.id}` } };
}

/** The picture as a file of its own; `undefined` where it is none that we read. */
export function openImage(
  file: ByteSource,
  block: Block,
): { readonly format: Format; readonly source: ByteSource } | undefined {
  const bytes = readPayload(file, block, MAX_BYTES);
  if (!bytes) return undefined;
  const format = FORMATS.find((one) => one.recognises(bytes.subarray(0, 64)));
  return format && { format, source: new MemorySource(bytes) };
}
