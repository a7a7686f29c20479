import type { ReadPhoto } from "../catalogue/photos.ts";

/*
 * Which pictures first, and what each will cost. Whoever starts a scan wants to know the worst soon,
 * and how long the rest takes; both have to be guessed from names and sizes, before any is opened.
 */

type Facts = Pick<ReadPhoto, "directory" | "name" | "format" | "width" | "height">;

/** Papers that people photograph or scan; in the languages that the page speaks, and as programs name them. */
const PAPER =
  /scan|passport|licen[cs]e|\bid[ _-]?card|identity|document|invoice|receipt|contract|certificate|statement|visa|ticket|身份证|护照|驾照|驾驶证|户口|证件|证书|发票|合同|病历|扫描|文档/iu;
/** Pictures of a screen hold what was on it: messages, codes, addresses. */
const SCREEN =
  /screen ?shot|screen_?shot|screencap|bildschirmfoto|截图|截屏|屏幕快照|mmexport|wechat|whatsapp|telegram/iu;
/** A camera's own photos, before what was downloaded. */
const CAMERA = /\bdcim\b|^(?:img|dsc|dscn|dscf|pxl|mvimg|p)[_-]?\d/iu;

/** Smaller comes sooner. */
function turnOf({ directory, name, format }: Facts): number {
  const words = `${directory.slice(-80)}/${name}`;
  if (PAPER.test(words)) return 0;
  if (SCREEN.test(words) || format === "png") return 1;
  return CAMERA.test(name) || CAMERA.test(directory) ? 2 : 3;
}

/** Milliseconds of a core that looking takes whatever the size: networks see pictures of one size. */
const LOOK_MS = 300;
/** Milliseconds for each megapixel that is decoded; HEVC is twenty times as dear as JPEG. */
const DECODE_MS = { heif: 75, other: 4 } as const;
/** Bytes a pixel takes in memory: HEIF and its like are held whole, as decoded and as looked at. */
const PIXEL_BYTES = { heif: 7, other: 3 } as const;
/** Megapixels of a picture that does not tell its size. */
const UNKNOWN_MEGAPIXELS = 12;

/** What looking at a picture is expected to take. */
export interface Cost {
  /** Of a core. */
  readonly ms: number;
  /** Of memory, while it is open. */
  readonly bytes: number;
}

export function costOf({ format, width, height }: Facts): Cost {
  const how = format === "heif" ? "heif" : "other";
  const pixels = (width ?? 0) * (height ?? 0) || UNKNOWN_MEGAPIXELS * 1e6;
  return { ms: LOOK_MS + DECODE_MS[how] * (pixels / 1e6), bytes: PIXEL_BYTES[how] * pixels };
}

/** Likely bad ones first; among those alike, in the order of their paths. */
export const inOrder = <T extends Facts>(photos: readonly T[]): T[] =>
  photos
    .map((photo) => ({ photo, turn: turnOf(photo) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ photo }) => photo);
