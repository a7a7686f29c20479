import { z } from "zod";

const fraction = z.number().min(0).max(1);

/** `[x, y, width, height]`, each a fraction of the upright picture, origin top left. */
export const unitBox = z.tuple([fraction, fraction, fraction, fraction]).readonly();
export type UnitBox = z.infer<typeof unitBox>;

/** Width and height in whole pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** A place on earth: WGS 84 decimal degrees, north and east positive. */
export const coordinates = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});
export type Coordinates = z.infer<typeof coordinates>;

/** How a picture is stored against how it is shown: the eight values of Exif tag 0x0112. */
export const orientation = z.union([1, 2, 3, 4, 5, 6, 7, 8].map((n) => z.literal(n)));
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Orientations 5–8 are stored lying on their side: the upright picture has width and height exchanged. */
export const uprightSize = (size: PixelSize, how: Orientation): PixelSize =>
  how >= 5 ? { width: size.height, height: size.width } : size;
