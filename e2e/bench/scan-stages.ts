import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { barcodes } from "../../electron/engine/detectors/barcodes/barcodes.ts";
import { readPapers } from "../../electron/engine/detectors/documents/read-papers.ts";
import { faces } from "../../electron/engine/detectors/faces/faces.ts";
import { openModels } from "../../electron/engine/detectors/models/store.ts";
import { openReader } from "../../electron/engine/detectors/reader/reader.ts";
import { openUpright } from "../../electron/engine/imaging/upright.ts";
import type { FormatId } from "../../shared/model/photo.ts";
import type { AlbumPhoto } from "./phone-album.ts";

/*
 * Where an analyst's time goes: milliseconds of a core (user and system) that each step of a look takes,
 * means by sort of photo. Time on the clock would tell of the machine's other work.
 */

const STEPS = ["read", "decode", "faces", "barcodes", "print", "documents"] as const;
type Step = (typeof STEPS)[number];
type Times = Readonly<Record<Step, number>>;

const MODELS = fileURLToPath(new URL("../../dist/models", import.meta.url));
const never = new AbortController().signal;
const PRINT = { ms: 6_000 };

const coreMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const formatOf = (name: string): FormatId =>
  name.endsWith(".HEIC") ? "heif" : name.endsWith(".png") ? "png" : "jpeg";

async function openStages() {
  const models = openModels(MODELS);
  const [findFaces, findCodes] = [await faces.load(models), await barcodes.load(models)];
  const read = await openReader(models);
  return async (path: string): Promise<Times> => {
    const times: Partial<Record<Step, number>> = {};
    let at = coreMs();
    const lap = (step: Step) => {
      times[step] = coreMs() - at;
      at = coreMs();
    };
    const bytes = readFileSync(path);
    lap("read");
    const image = await openUpright(bytes, formatOf(path));
    if (!image.ok) throw new Error(image.error);
    lap("decode");
    const seen = await findFaces(image.value, never);
    lap("faces");
    await findCodes(image.value, never);
    lap("barcodes");
    const page = await read(image.value, never, PRINT);
    lap("print");
    await readPapers(
      image.value,
      page.lines,
      seen.map(({ box }) => box),
    );
    lap("documents");
    return { read: 0, decode: 0, faces: 0, barcodes: 0, print: 0, documents: 0, ...times };
  };
}

/** Prints a table: a row for each sort of photo, a column for each step. */
export async function benchStages(folder: string, photos: readonly AlbumPhoto[]): Promise<void> {
  const look = await openStages();
  const bySort = new Map<string, Times[]>();
  for (const { name, sort } of photos) {
    const times = await look(`${folder}/${name}`);
    bySort.set(sort, [...(bySort.get(sort) ?? []), times]);
  }
  console.log(["", ...STEPS, "all"].map((word) => word.padStart(10)).join(""));
  for (const [sort, all] of bySort) {
    const means = STEPS.map((step) => all.reduce((sum, one) => sum + one[step], 0) / all.length);
    const figures = [...means, means.reduce((sum, one) => sum + one, 0)];
    console.log(`${sort.padStart(10)}${figures.map((ms) => ms.toFixed(0).padStart(10)).join("")}`);
  }
}
