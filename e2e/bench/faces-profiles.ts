import sharp from "sharp";
import type { Box, Picture } from "./faces-set.ts";

/*
 * Faces from the side. There are few at hand: eight, found by eye among all that the photos hold,
 * each in the photo as it is and in five spoilt ones. And frontal faces turned on a cylinder, which
 * is no head: it has no nose that stands out, but it takes the far eye away as a head does.
 */

/** Names of the groups, for who says how many of them must be found. */
export const PROFILES = "profiles (8 real faces)";
export const TURNED_HEADS = "profiles (heads turned by 45°)";
const SPOILT = "profiles, spoilt (the 8 in 5 ways)";

/** Photos and which of their faces are seen from the side, or nearly. */
const SIDEWAYS: readonly (readonly [photo: string, face: number])[] = [
  ["images/dlib_2007_007763.jpg", 2],
  ["images/az_man_helmet.jpg", 0],
  ["images/hu_stairs15.jpg", 7],
  ["images/hu_stairs15.jpg", 9],
  ["images/hu_stairs15.jpg", 12],
  ["images/hu_stairs15.jpg", 14],
  ["sample2", 2],
  ["images/az_four_men.jpg", 3],
];

/** Faces at least so large are turned, in pixels: smaller ones are mush already. */
const TURNED_PX = 60;
/** Of a head, by the width of the face's box: a box reaches from temple to temple. */
const RADIUS = 0.75;
/** Beyond this angle a source has no pixels; the last ones are drawn out, as hair and ears. */
const SEEN_DEGREES = 85;

const rawOf = ({ rgb, width, height }: Pick<Picture, "rgb" | "width" | "height">) =>
  sharp(rgb, { raw: { width, height, channels: 3 } });

/** All pictures of profiles that can be made of these photos. */
export async function profilePictures(photos: readonly Picture[]): Promise<readonly Picture[]> {
  const real = SIDEWAYS.flatMap(([name, at]) => {
    const photo = photos.find((one) => one.name === name);
    const face = photo?.faces[at];
    return photo && face ? [only(photo, face, PROFILES)] : [];
  });
  const spoilt = await Promise.all(real.map(spoiltWays));
  const frontal = photos.flatMap((photo) =>
    photo.faces
      .filter(([, , w, h], at) => Math.max(w, h) >= TURNED_PX && !isSideways(photo.name, at))
      .flatMap((face) =>
        [-45, 45].map((degrees) => turnedHead(only(photo, face, TURNED_HEADS), face, degrees)),
      ),
  );
  return [...real, ...spoilt.flat(), ...frontal];
}

const isSideways = (name: string, at: number): boolean =>
  SIDEWAYS.some(([photo, face]) => photo === name && face === at);

/** The same photo, of which one face counts. */
const only = (photo: Picture, face: Box, group: string): Picture => ({
  ...photo,
  group,
  faces: [face],
  ignored: [...photo.ignored, ...photo.faces.filter((other) => other !== face)],
});

/** Mirrored, dark, blurred, pressed hard, and a third of the size on a larger picture. */
async function spoiltWays(photo: Picture): Promise<readonly Picture[]> {
  const [face] = photo.faces;
  if (face === undefined) return [];
  const { width, height } = photo;
  const [x, y, w, h] = face;
  const [small, room] = [1 / 3, { width: Math.round(width / 3), height: Math.round(height / 3) }];
  const pressed = await rawOf(photo).jpeg({ quality: 25 }).toBuffer();
  const framed = rawOf(photo)
    .resize({ ...room, fit: "fill" })
    .extend({ right: width - room.width, bottom: height - room.height, background: "#6e6e6e" });
  const looks = [
    [rawOf(photo).flop(), [width - x - w, y, w, h]],
    [rawOf(photo).linear(0.3, 0), face],
    [rawOf(photo).blur(Math.max(w, h) / 30), face],
    [sharp(pressed), face],
    [framed, [x * small, y * small, w * small, h * small]],
  ] as const;
  return Promise.all(
    looks.map(async ([image, box]) => ({
      ...photo,
      group: SPOILT,
      rgb: await image.removeAlpha().raw().toBuffer(),
      faces: [box],
    })),
  );
}

/** One head of a photo turned to its side, on a cylinder that stands upright. */
function turnedHead(photo: Picture, [x, y, w, h]: Box, degrees: number): Picture {
  const [middle, radius] = [x + w / 2, RADIUS * w];
  const [turn, seen] = [degrees, SEEN_DEGREES].map((angle) => (angle * Math.PI) / 180) as [
    number,
    number,
  ];
  const rgb = Buffer.from(photo.rgb);
  const top = Math.max(0, Math.round(y - h / 2));
  const bottom = Math.min(photo.height, Math.round(y + 1.4 * h));
  const right = Math.min(photo.width - 1, Math.floor(middle + radius));
  for (let column = Math.max(0, Math.ceil(middle - radius)); column <= right; column++) {
    const angle = Math.asin((column - middle) / radius) + turn;
    const from = middle + radius * Math.sin(Math.min(Math.max(angle, -seen), seen));
    const source = Math.min(Math.max(Math.round(from), 0), photo.width - 1);
    for (let row = top; row < bottom; row++) {
      const [to, at] = [(row * photo.width + column) * 3, (row * photo.width + source) * 3];
      photo.rgb.copy(rgb, to, at, at + 3);
    }
  }
  // Where the edges of the face have gone; what is turned away is not to be found.
  const edges = [-w / 2, w / 2].map((edge) =>
    Math.max(Math.asin(edge / radius) - turn, -Math.PI / 2),
  );
  const [left = 0, end = 0] = edges
    .map((angle) => middle + radius * Math.sin(Math.min(angle, Math.PI / 2)))
    .sort((a, b) => a - b);
  return { ...photo, rgb, faces: [[left, y, end - left, h]] };
}
