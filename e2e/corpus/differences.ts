/*
 * Where ExifTool reads something and we report it under another word. Each row says why, and under
 * which of our facts (kind/type) the same bytes are reported and removed; null where there are none.
 */
interface Difference {
  readonly tag: string;
  readonly file: RegExp;
  readonly told: string | null;
  readonly because: string;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    tag: "CIFF:OwnerName",
    file: /./,
    told: "device/vendor-block",
    because: "Canon's CIFF in APP0 is a block that is named, not read; it goes as a whole",
  },
  {
    tag: "PictureInfo:SerialNumber",
    file: /./,
    told: "device/vendor-block",
    because: "the text in APP12 is a maker's block that is named, not read; it goes as a whole",
  },
  {
    tag: "Reconyx:SerialNumber",
    file: /./,
    told: "device/maker-note",
    because: "a trail camera's MakerNote without directory is named, not read; it goes as a whole",
  },
  {
    tag: "Minolta:PreviewImage",
    file: /Konica_Minolta_DiMAGE_Z3/,
    told: null,
    because: "an editor cut the file: the preview would begin behind its end",
  },
  {
    tag: "Olympus:PreviewImage",
    file: /corrupted/,
    told: "hidden-data/embedded-image",
    because: "the preview stands behind the picture's end and is reported as what it is there",
  },
];
