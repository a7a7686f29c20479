import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp, { type Sharp } from "sharp";
import { box } from "../fixtures/bmff.ts";
import { documents, LAYOUTS } from "../fixtures/documents/catalogue.ts";
import { person } from "../fixtures/documents/people.ts";
import { app1Exif, jpegWith } from "../fixtures/embed.ts";
import { drawn, groupPhoto } from "../fixtures/pixels.ts";
import { seeded } from "../fixtures/random.ts";
import { SCENES } from "../fixtures/scenes.ts";
import { mapScreen, weatherScreen } from "../fixtures/screens.ts";

/*
 * A phone's album, the same for the same size: 12-megapixel JPEGs with Exif of their own, 10 % HEIC,
 * 8 % screenshots, 3 % documents; every third JPEG shows people. Coded pixels are shared by some
 * files each, as encoding 1,400 different ones would take a quarter of an hour; no two files are equal.
 * HEIC files are real ones of phones, repeated: nobody who encodes HEVC is at hand.
 */

export type PhotoSort = "place" | "people" | "heic" | "screen" | "document";

export interface AlbumPhoto {
  /** Within the album's folder. */
  readonly name: string;
  readonly sort: PhotoSort;
  /** What is printed in it that is somebody's. */
  readonly values: readonly { readonly type: string; readonly value: string }[];
}

export interface PhoneAlbum {
  readonly folder: string;
  readonly photos: readonly AlbumPhoto[];
}

const [WIDTH, HEIGHT] = [4032, 3024];
const SHARES = { heic: 0.1, screen: 0.08, document: 0.03 } as const;
/** Raise it when the album changes. */
const ALBUM_VERSION = 2;
const SEED = 20_260_501;

const CORPUS = fileURLToPath(
  new URL("../../../shared/corpus/metadata/exif-samples/", import.meta.url),
);
/** Sample photos of cameras with two megapixels and more. */
const REAL_PLACES = [
  "jpg/Reconyx_HC500_Hyperfire.jpg",
  "jpg/hdr/canon_hdr_YES.jpg",
  "jpg/hdr/iphone_hdr_YES.jpg",
  "jpg/mobile/HMD_Nokia_8.3_5G.jpg",
  "jpg/mobile/jolla.jpg",
  "jpg/tests/30-type_error.jpg",
  "jpg/tests/33-type_error.jpg",
  "jpg/tests/35-empty.jpg",
  "jpg/tests/67-0_length_string.jpg",
].map((name) => join(CORPUS, name));
/** iPhones' own, of 8 and 12 megapixels. */
const REAL_HEIC = ["IMG_5195.HEIC", "mobile/iphone_13_pro_max.HEIC"].map((name) =>
  join(CORPUS, "heic", name),
);

/** The album of so many photos, made where it is not there yet. */
export async function phoneAlbum(count: number): Promise<PhoneAlbum> {
  const home = join(tmpdir(), `safelight-phone-album-${ALBUM_VERSION}-${count}`);
  const [folder, list] = [join(home, "album"), join(home, "photos.json")];
  if (!existsSync(list)) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(list, JSON.stringify(await writeAlbum(folder, count)));
  }
  // Written by the line above, by this version.
  return { folder, photos: JSON.parse(readFileSync(list, "utf8")) as readonly AlbumPhoto[] };
}

async function writeAlbum(folder: string, count: number): Promise<readonly AlbumPhoto[]> {
  const random = seeded(SEED);
  const bank = await pictureBank();
  const papers = documents(7).filter(({ name }) => !/^(chat|order|oneTimeCode|wifi)\./.test(name));
  const photos: AlbumPhoto[] = [];
  for (const [n, sort] of sortsOf(count, random).entries()) {
    const made = await MAKERS[sort]({ n, random, bank, papers });
    mkdirSync(dirname(join(folder, made.name)), { recursive: true });
    writeFileSync(join(folder, made.name), made.bytes);
    photos.push({ name: made.name, sort, values: made.values ?? [] });
  }
  return photos;
}

/** What each photo is, shuffled. */
function sortsOf(count: number, random: () => number): readonly PhotoSort[] {
  const sorts = Object.entries(SHARES).flatMap(([sort, share]) =>
    Array<PhotoSort>(Math.round(count * share)).fill(sort as keyof typeof SHARES),
  );
  for (let n = sorts.length; n < count; n += 1) sorts.push(n % 3 === 0 ? "people" : "place");
  for (let n = sorts.length - 1; n > 0; n -= 1) {
    const other = Math.floor(random() * (n + 1));
    [sorts[n], sorts[other]] = [sorts[other] ?? "place", sorts[n] ?? "place"];
  }
  return sorts;
}

interface Making {
  readonly n: number;
  readonly random: () => number;
  readonly bank: PictureBank;
  readonly papers: ReturnType<typeof documents>;
}
interface Made {
  readonly name: string;
  readonly bytes: Buffer;
  readonly values?: AlbumPhoto["values"];
}

const MAKERS: Readonly<Record<PhotoSort, (making: Making) => Made | Promise<Made>>> = {
  place: (making) => taken(making, pick(making.bank.places, making.random)),
  people: (making) => taken(making, pick(making.bank.people, making.random)),
  heic: ({ n, random, bank }) => ({
    name: `${cameraFolder(n)}/IMG_${number(n)}.HEIC`,
    // A box that readers skip makes no two files equal (ISO/IEC 14496-12 §8.1.2).
    bytes: Buffer.concat([pick(bank.heics, random), box("free", Buffer.from(`copy ${n}`))]),
  }),
  screen: async ({ n, random }) => {
    const { svg, values } = screenOf(n, random);
    const bytes = await drawn(svg, 1170).png({ compressionLevel: 6 }).toBuffer();
    return { name: `Screenshots/Screenshot_20260501-${number(n)}.png`, bytes, values };
  },
  document: async (making) => {
    const paper = making.papers[(making.n * 37) % making.papers.length];
    if (!paper) throw new Error("no documents are drawn");
    const { png, truth } = await paper.make();
    const values = plainly(truth.values);
    if (making.n % 2 === 0)
      return { name: `Documents/scan ${number(making.n)}.png`, bytes: png, values };
    const photo = await sharp(png)
      .resize(WIDTH, HEIGHT, { fit: "inside" })
      .jpeg({ quality: 88 })
      .toBuffer();
    return { ...taken(making, photo), values };
  },
};

/** A camera's file: its own Exif before shared pixels. */
function taken({ n, random, bank }: Making, picture: Buffer): Made {
  const exif = app1Exif({
    make: "Samplecam",
    model: "S-100",
    software: "1.0",
    taken: "2026:05:01 10:00:00",
    bodySerial: `SN-${1_000_000 + n}`,
    // One in four was taken with the location switched off.
    gps: n % 4 === 0 ? undefined : { lat: 30 + random() * 10, lon: 110 + random() * 10 },
    thumbnail: bank.thumbnails.get(picture) ?? bank.anyThumbnail,
  });
  return { name: `${cameraFolder(n)}/IMG_${number(n)}.JPG`, bytes: jpegWith(picture, [exif]) };
}

function screenOf(n: number, random: () => number) {
  const layouts = ["chat", "order", "oneTimeCode", "wifi"] as const;
  const at = Math.floor(random() * 6);
  const layout = layouts[at];
  if (layout === undefined) return { svg: at === 4 ? mapScreen() : weatherScreen(), values: [] };
  const drawing = LAYOUTS[layout]?.(person(10_000 + n));
  if (!drawing) throw new Error(`no layout ${layout}`);
  return { svg: drawing.svg, values: plainly(drawing.values) };
}

interface PictureBank {
  readonly people: readonly Buffer[];
  readonly places: readonly Buffer[];
  readonly heics: readonly Buffer[];
  readonly thumbnails: ReadonlyMap<Buffer, Buffer>;
  readonly anyThumbnail: Buffer;
}

async function pictureBank(): Promise<PictureBank> {
  const noise = await grain();
  const groups = ([1, 2, 3, 4, 5, 6] as const).map((number) => groupPhoto(number, WIDTH));
  const real = REAL_PLACES.filter(existsSync).map((path) => sharp(path).autoOrient());
  const scenes = Object.values(SCENES).map((draw) => drawn(draw()));
  const people = await inManyLooks(groups, noise);
  // Drawn posters are no camera's content: their towers have hundreds of windows in rows, which pass for print.
  const places = await inManyLooks(real.length > 0 ? real : scenes, noise);
  const thumbnails = new Map<Buffer, Buffer>();
  for (const picture of [...people, ...places]) {
    thumbnails.set(picture, await sharp(picture).resize(160, 120).jpeg({ quality: 70 }).toBuffer());
  }
  const [anyThumbnail = Buffer.alloc(0)] = thumbnails.values();
  const heics = REAL_HEIC.filter(existsSync).map((path) => readFileSync(path));
  if (heics.length === 0) throw new Error("the shared corpus with its HEIC files is not here");
  return { people, places, heics, thumbnails, anyThumbnail };
}

/** Each upright, mirrored, darker, and closer by a fifth. */
async function inManyLooks(sources: readonly Sharp[], noise: Buffer): Promise<readonly Buffer[]> {
  const pictures: Buffer[] = [];
  for (const source of sources) {
    const plain = await source
      .resize(WIDTH, HEIGHT, { fit: "cover", position: "top" })
      .png({ compressionLevel: 0 })
      .toBuffer();
    const closer = { left: 403, top: 302, width: 3226, height: 2420 };
    const looks = [
      sharp(plain),
      sharp(plain).flop(),
      sharp(plain).modulate({ brightness: 0.7 }),
      sharp(plain).extract(closer).resize(WIDTH, HEIGHT),
    ];
    for (const look of looks) {
      const whole = await look.png({ compressionLevel: 0 }).toBuffer();
      pictures.push(
        await sharp(whole)
          .composite([{ input: noise, blend: "soft-light" }])
          .jpeg({ quality: 90 })
          .toBuffer(),
      );
    }
  }
  return pictures;
}

/** A sensor's noise: without it a JPEG is a tenth as long as a camera's and decodes faster. */
const grain = (): Promise<Buffer> =>
  sharp({
    create: {
      width: WIDTH,
      height: HEIGHT,
      channels: 3,
      background: "#808080",
      noise: { type: "gaussian", mean: 128, sigma: 12 },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();

/** Without the places where they stand. */
const plainly = (values: AlbumPhoto["values"]): AlbumPhoto["values"] =>
  values.map(({ type, value }) => ({ type, value }));

const pick = <T>(all: readonly T[], random: () => number): T => {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
};
const cameraFolder = (n: number) => `DCIM/${100 + Math.floor(n / 250)}CAMERA`;
const number = (n: number) => String(n).padStart(4, "0");
