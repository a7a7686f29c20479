/** An Exif item or box begins with the number of bytes between this number and the TIFF header. */
export const OFFSET_BYTES = 4;
const EXIF_NAME = "Exif\0\0";

/** Where "II*\0" or "MM\0*" stands; writers disagree on what the offset counts from. */
export function tiffStart(head: Buffer): number | undefined {
  const stated = OFFSET_BYTES + (head.length >= OFFSET_BYTES ? head.readUInt32BE(0) : 0);
  const named = [stated, OFFSET_BYTES].map((at) => at + EXIF_NAME.length);
  return [stated, ...named, OFFSET_BYTES, 0].find((at) =>
    ["II*\0", "MM\0*"].includes(head.toString("latin1", at, at + 4)),
  );
}
