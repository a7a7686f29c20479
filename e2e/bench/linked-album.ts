import { linkSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { STORE_BATCH } from "../../electron/base/limits.ts";
import { openCatalogue } from "../../electron/engine/catalogue/catalogue.ts";
import { seeded } from "../fixtures/random.ts";
import { type MadePhoto, madePhotos } from "./catalogue-album.ts";

/** Different pictures; each photo is a hard link to one of them (a file may have 65,000 on ext4). */
const PICTURES = 100;
/** What a phone's camera makes: 12 megapixels. */
const WIDTH = 4032;
const HEIGHT = 3024;
/** Coarse colours that are drawn large, so that each picture is another and none is flat. */
const COARSE_WIDTH = 64;
const COARSE_HEIGHT = 48;

/** Files under `root` and a catalogue of them in `dataDir`: every photo can be opened and drawn. */
export async function linkedAlbum(root: string, dataDir: string, count: number): Promise<void> {
  const pictures = await drawnPictures(join(dirname(root), "pictures"));
  const opened = openCatalogue(dataDir);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.folders.add(root);
  let batch: MadePhoto[] = [];
  let [directory, n] = ["", 0];
  for (const made of madePhotos(root, count)) {
    if (made.directory !== directory) mkdirSync(made.directory, { recursive: true });
    directory = made.directory;
    const name = `${n}-${made.photo.name}`;
    linkSync(pictures[n % PICTURES] ?? "", join(directory, name));
    batch.push({ directory, photo: { ...made.photo, name, format: "jpeg" } });
    n += 1;
    if (batch.length < STORE_BATCH && n < count) continue;
    opened.value.photos.store(batch, "full");
    batch = [];
  }
  opened.value.close();
}

async function drawnPictures(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const random = seeded(11);
  const paths: string[] = [];
  for (let n = 0; n < PICTURES; n += 1) {
    const coarse = Uint8Array.from({ length: COARSE_WIDTH * COARSE_HEIGHT * 3 }, () =>
      Math.floor(random() * 256),
    );
    const path = join(folder, `${n}.jpg`);
    await sharp(coarse, { raw: { width: COARSE_WIDTH, height: COARSE_HEIGHT, channels: 3 } })
      .resize(WIDTH, HEIGHT, { kernel: "cubic" })
      .jpeg({ quality: 85 })
      .toFile(path);
    paths.push(path);
  }
  return paths;
}
