import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp, { type Sharp } from "sharp";
import { z } from "zod";
import { profilePictures } from "./faces-profiles.ts";

/*
 * The pictures on which faces are counted: the shared corpus with its truth, face-api's six demo
 * photos, and what is made of them: crowds, masks, photos on their side. Boxes are
 * `[x, y, width, height]` in upright pixels.
 */

export type Box = readonly [number, number, number, number];

export interface Picture {
  readonly name: string;
  readonly group: string;
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
  readonly faces: readonly Box[];
  /** Neither a hit nor a false alarm. */
  readonly ignored: readonly Box[];
  /** Somebody looked: no face, and nothing that is arguably one. */
  readonly isFaceFree: boolean;
}

const SHARED = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const require = createRequire(import.meta.url);
const DEMO = join(dirname(require.resolve("@vladmandic/face-api/package.json")), "demo");

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const truth = z.array(
  z.object({
    file: z.string(),
    category: z.string(),
    faces: z.array(box),
    ignore: z.array(box),
  }),
);

/** Sample photos of cameras in which there are, or may be, people, or paintings of people. */
const PEOPLED =
  /canon-ixus|kodak-dc210|sony-cybershot|sony-d700|olympus-c960|Konica|28-hex|42_Index|DSCN|no_exif|invalid|corrupted|orientation/;

async function pixelsOf(image: Sharp) {
  const { data, info } = await image
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

const rawOf = ({ rgb, width, height }: Pick<Picture, "rgb" | "width" | "height">) =>
  sharp(rgb, { raw: { width, height, channels: 3 } });

async function corpus(): Promise<readonly Picture[]> {
  const folder = join(SHARED, "detect");
  if (!existsSync(folder)) return [];
  const listed = truth.parse(JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")));
  return Promise.all(
    listed.map(async ({ file, category, faces, ignore }) => ({
      name: file,
      group: category.startsWith("face") ? "photos" : "papers and signs",
      ...(await pixelsOf(sharp(join(folder, file)).autoOrient())),
      faces,
      ignored: ignore,
      isFaceFree: faces.length + ignore.length === 0,
    })),
  );
}

/** Camera makers' sample photos of places, dogs, food and a pumpkin with glasses. */
async function faceFree(): Promise<readonly Picture[]> {
  const folder = join(SHARED, "metadata", "exif-samples", "jpg");
  if (!existsSync(folder)) return [];
  const pictures: Picture[] = [];
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (extname(name) !== ".jpg" || PEOPLED.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    if (bytes.length < 12_000) continue;
    try {
      const pixels = await pixelsOf(sharp(bytes).autoOrient());
      pictures.push({
        name,
        group: "face-free",
        ...pixels,
        faces: [],
        ignored: [],
        isFaceFree: true,
      });
    } catch {
      // Some samples are damaged on purpose; those are other tests' concern.
    }
  }
  return pictures;
}

/** Faces of the demo photos as fractions: left, top, right, bottom. Found by face-api, checked by eye. */
const DEMO_FACES: readonly (readonly Box[])[] = [
  [
    [0.21, 0.29, 0.31, 0.46],
    [0.77, 0.16, 0.88, 0.33],
    [0.43, 0.33, 0.53, 0.5],
  ],
  [
    [0.75, 0.12, 0.85, 0.29],
    [0.47, 0.17, 0.56, 0.34],
    [0.19, 0.1, 0.27, 0.26],
  ],
  [
    [0.56, 0.17, 0.67, 0.36],
    [0.3, 0.25, 0.41, 0.44],
    [0.78, 0.22, 0.88, 0.42],
  ],
  [
    [0.13, 0.14, 0.22, 0.3],
    [0.34, 0.03, 0.44, 0.21],
    [0.51, 0.13, 0.6, 0.28],
    [0.67, 0.11, 0.74, 0.26],
  ],
  [
    [0.41, 0.07, 0.49, 0.23],
    [0.31, 0.3, 0.4, 0.47],
    [0.19, 0.63, 0.29, 0.82],
    [0.58, 0.14, 0.66, 0.31],
    [0.73, 0.29, 0.82, 0.47],
  ],
  [
    [0.77, 0.18, 0.88, 0.36],
    [0.12, 0.31, 0.23, 0.49],
    [0.35, 0.22, 0.44, 0.41],
    [0.62, 0.21, 0.71, 0.37],
  ],
];

const demos = (): Promise<readonly Picture[]> =>
  Promise.all(
    DEMO_FACES.map(async (faces, n) => {
      const pixels = await pixelsOf(sharp(join(DEMO, `sample${n + 1}.jpg`)));
      const { width: w, height: h } = pixels;
      const inPixels = faces.map(
        ([x0, y0, x1, y1]): Box => [x0 * w, y0 * h, (x1 - x0) * w, (y1 - y0) * h],
      );
      return {
        name: `sample${n + 1}`,
        group: "photos",
        ...pixels,
        faces: inPixels,
        ignored: [],
        isFaceFree: false,
      };
    }),
  );

/** Photos set side by side, so small that their faces are those of a crowd. */
async function crowd(
  photos: readonly Picture[],
  across: number,
  wide: number,
  high: number,
): Promise<Picture> {
  const [width, height] = [across * wide, across * high];
  const rgb = Buffer.alloc(width * height * 3, 110);
  const [faces, ignored]: [Box[], Box[]] = [[], []];
  for (let n = 0; n < across * across; n++) {
    const photo = photos[n % photos.length];
    if (photo === undefined) break;
    const by = Math.min(wide / photo.width, high / photo.height);
    const [w, h] = [Math.floor(photo.width * by), Math.floor(photo.height * by)];
    const [left, top] = [(n % across) * wide, Math.floor(n / across) * high];
    const cell = await rawOf(photo).resize(w, h, { fit: "fill" }).raw().toBuffer();
    for (let y = 0; y < h; y++)
      cell.copy(rgb, ((top + y) * width + left) * 3, y * w * 3, (y + 1) * w * 3);
    const placed = ([x, y, bw, bh]: Box): Box => [left + x * by, top + y * by, bw * by, bh * by];
    faces.push(...photo.faces.map(placed));
    ignored.push(...photo.ignored.map(placed));
  }
  return {
    name: `${across} x ${across}`,
    group: "crowds",
    width,
    height,
    rgb,
    faces,
    ignored,
    isFaceFree: false,
  };
}

/** The lower half of each face under a cloth of one colour, a little lit as the face is. */
function masked(photo: Picture): Picture {
  const rgb = Buffer.from(photo.rgb);
  for (const [x, y, w, h] of photo.faces) {
    const bottom = Math.min(photo.height, y + h * 1.02);
    for (let row = Math.round(y + h / 2); row < bottom; row++) {
      const right = Math.min(photo.width, x + w * 0.95);
      for (let column = Math.max(0, Math.round(x + w * 0.05)); column < right; column++) {
        const at = (row * photo.width + column) * 3;
        const light = 0.82 + (0.18 * (rgb[at + 1] ?? 0)) / 255;
        for (const [c, colour] of [170, 200, 215].entries()) rgb[at + c] = colour * light;
      }
    }
  }
  return { ...photo, group: "masks (painted)", rgb };
}

/** How the groups of photos that lie and do not say so begin. */
export const LYING = "lying";

async function turned(photo: Picture, degrees: 90 | 180 | 270): Promise<Picture> {
  const { width: w, height: h } = photo;
  const back = ([x, y, bw, bh]: Box): Box =>
    degrees === 90
      ? [h - y - bh, x, bh, bw]
      : degrees === 180
        ? [w - x - bw, h - y - bh, bw, bh]
        : [y, w - x - bw, bh, bw];
  const pixels = await pixelsOf(rawOf(photo).rotate(degrees));
  const [faces, ignored] = [photo.faces.map(back), photo.ignored.map(back)];
  return { ...photo, group: `${LYING} by ${degrees}°, no tag`, ...pixels, faces, ignored };
}

/** All pictures. Empty folders give fewer; the demo photos are always there. */
export async function faceSet(): Promise<readonly Picture[]> {
  const real = [...(await corpus()), ...(await demos())];
  const photos = real.filter(({ group }) => group === "photos");
  const crowds = [
    await crowd(photos, 4, 400, 300),
    await crowd(photos, 6, 256, 192),
    await crowd(photos, 8, 128, 96),
  ];
  const made = [...crowds, ...photos.map(masked), ...(await profilePictures(photos))];
  for (const photo of [...photos, ...crowds])
    for (const degrees of [90, 180, 270] as const) made.push(await turned(photo, degrees));
  return [...real, ...(await faceFree()), ...made];
}

/** Whether a found box counts as that face: overlap of 0.3, or a middle inside at 0.4–2.5 times its size. */
export function isHit([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): boolean {
  const across = Math.max(0, Math.min(ax + aw, bx + bw) - Math.max(ax, bx));
  const down = Math.max(0, Math.min(ay + ah, by + bh) - Math.max(ay, by));
  const both = across * down;
  if (both / (aw * ah + bw * bh - both) >= 0.3) return true;
  const [cx, cy] = [ax + aw / 2, ay + ah / 2];
  const size = Math.sqrt((aw * ah) / (bw * bh));
  return cx >= bx && cx <= bx + bw && cy >= by && cy <= by + bh && size >= 0.4 && size <= 2.5;
}

/** JPEGs of 12 megapixels, as noisy as a phone's (3–5 MB): the demo photos and some without faces, enlarged. */
export async function phonePhotos(pictures: readonly Picture[]): Promise<readonly Buffer[]> {
  const chosen = [
    ...pictures.filter(({ name }) => /^sample\d/.test(name)).slice(0, 6),
    ...pictures.filter(({ group }) => group === "face-free").slice(0, 6),
  ];
  const noise = await sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: "#808080",
      noise: { type: "gaussian", mean: 128, sigma: 12 },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return Promise.all(
    chosen.map((picture) =>
      rawOf(picture)
        .resize(4000, 3000, { fit: "cover" })
        .composite([{ input: noise, blend: "soft-light" }])
        .jpeg({ quality: 90 })
        .toBuffer(),
    ),
  );
}
