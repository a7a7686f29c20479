import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ocr from "@gutenye/ocr-node";
import sharp from "sharp";
import { z } from "zod";
import { blocksOf } from "../../electron/engine/detectors/reader/blocks.ts";
import type { Page } from "../../electron/engine/detectors/reader/page.ts";
import type { Read } from "../../electron/engine/detectors/reader/reader.ts";
import { documents } from "../fixtures/documents/catalogue.ts";
import { densePage } from "../fixtures/documents/dense-page.ts";
import { builtReader, pictureOf } from "../fixtures/print.ts";
import { median, row } from "./machine.ts";

const CORPUS = fileURLToPath(new URL("../../../shared/corpus/detect", import.meta.url));
const corpusTruth = z.array(
  z.object({
    file: z.string(),
    docType: z.string().nullable(),
    pii: z.array(z.object({ value: z.string().nullable() })),
  }),
);
const ENOUGH = { ms: 30_000 };
const never = new AbortController().signal;

interface Sample {
  readonly name: string;
  readonly png: Buffer;
  readonly values: readonly string[];
}

/** What one of the two made of one picture. */
interface Outcome {
  /** Of a core: both work on one, and other work on the machine hardly shows. */
  readonly ms: number;
  readonly text: string;
}

interface Both {
  readonly sample: Sample;
  readonly ours: Outcome;
  readonly page: Page;
  readonly theirs: Outcome;
}

/** Letters, digits and fillers: spaces and punctuation are read either way by both. */
const packed = (text: string) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}<]/gu, "");

const holds = ({ text }: Outcome, value: string) => text.includes(packed(value));
const found = (all: readonly Both[], which: "ours" | "theirs") =>
  all.flatMap((each) => each.sample.values.filter((value) => holds(each[which], value))).length;
const total = (all: readonly Both[], which: "ours" | "theirs") =>
  all.reduce((sum, each) => sum + each[which].ms, 0);

async function corpusSamples(): Promise<readonly Sample[]> {
  if (!existsSync(CORPUS)) return [];
  const truth = corpusTruth.parse(JSON.parse(readFileSync(join(CORPUS, "truth.json"), "utf8")));
  return Promise.all(
    truth.map(async ({ file, pii }) => ({
      name: file,
      png: await sharp(join(CORPUS, file))
        .autoOrient()
        .flatten({ background: "#fff" })
        .png()
        .toBuffer(),
      values: pii.map(({ value }) => value).filter((value) => value !== null),
    })),
  );
}

/** Every nth of the drawn documents: all layouts come round. */
async function drawnSamples(every: number): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const { name, make } of documents(1).filter((_, at) => at % every === 0)) {
    const { png, truth } = await make();
    samples.push({ name, png, values: truth.values.map(({ value }) => value) });
  }
  return samples;
}

function coreMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function readOurs(read: Read, png: Buffer) {
  const image = await pictureOf(png);
  const start = coreMs();
  const page = await read(image, never, ENOUGH);
  const ms = coreMs() - start;
  const lines = blocksOf(page, image).flatMap(({ rows }) => rows.flat());
  return { page, ours: { ms, text: packed(lines.map(({ text }) => text).join("")) } };
}

async function compare(read: Read, samples: readonly Sample[]): Promise<readonly Both[]> {
  const peer = await Ocr.create({ onnxOptions: { intraOpNumThreads: 1, interOpNumThreads: 1 } });
  const scratch = mkdtempSync(join(tmpdir(), "safelight-bench-"));
  const file = join(scratch, "picture.png");
  const all: Both[] = [];
  for (const sample of samples) {
    writeFileSync(file, sample.png);
    const start = coreMs();
    // It fails on a picture without print.
    const lines = await peer.detect(file).catch(() => []);
    const ms = coreMs() - start;
    const text = packed(lines.map((line: { readonly text: string }) => line.text).join(""));
    all.push({ sample, theirs: { ms, text }, ...(await readOurs(read, sample.png)) });
  }
  rmSync(scratch, { recursive: true });
  return all;
}

function tell(name: string, all: readonly Both[]) {
  const values = all.flatMap(({ sample }) => sample.values).length;
  const [ours, theirs] = [found(all, "ours"), found(all, "theirs")];
  const [own, other] = [total(all, "ours"), total(all, "theirs")];
  row(`${name}: values found, ours`, `${ours} of ${values}`, `at least ${theirs}`, ours >= theirs);
  row(`${name}: values found, @gutenye/ocr-node`, `${theirs} of ${values}`);
  row(`${name}: seconds, ours`, (own / 1000).toFixed(1));
  row(`${name}: seconds, @gutenye/ocr-node`, (other / 1000).toFixed(1));
  row(`${name}: times as fast`, (other / own).toFixed(2), "at least 2.5", other / own >= 2.5);
}

/** Are the values that are found the same in all four positions of one picture? */
async function tellTurns(read: Read, samples: readonly Sample[]) {
  let [equal, upright] = [0, 0];
  for (const { png, values } of samples) {
    const counts: number[] = [];
    for (const angle of [0, 90, 180, 270]) {
      const { ours } = await readOurs(read, await sharp(png).rotate(angle).png().toBuffer());
      counts.push(values.filter((value) => holds(ours, value)).length);
    }
    upright += 1;
    if (new Set(counts).size === 1) equal += 1;
  }
  row("pictures read alike in four positions", `${equal} of ${upright}`, "all", equal === upright);
}

/** A page of A4 full of print, read to its end. */
async function tellDense(read: Read) {
  const drawing = densePage();
  const png = await sharp(Buffer.from(drawing.svg)).png().toBuffer();
  const { ours, page } = await readOurs(read, png);
  const wanted = packed(drawing.print.map(({ words }) => words).join(""));
  const isWhole = page.isComplete && ours.text.length > wanted.length * 0.97;
  const figure = `${ours.ms.toFixed(0)} ms, ${ours.text.length} of ${wanted.length} signs`;
  row("dense page of A4", figure, "at most 6000 ms", isWhole && ours.ms <= 6000);
}

/** Large photos without print: is any of them called unread, and what do they cost? */
async function tellEmpty(read: Read) {
  const photos = await emptyPhotos();
  if (photos.length === 0) return;
  const costs: number[] = [];
  let unread = 0;
  for (const jpeg of photos) {
    const image = await pictureOf(jpeg, "jpeg");
    const start = coreMs();
    if (!(await read(image, never, { ms: 6000 })).isComplete) unread += 1;
    costs.push(coreMs() - start);
  }
  row("photos of 12 megapixels called unread", `${unread} of ${photos.length}`, "0", unread === 0);
  row("the same, median", `${median(costs).toFixed(0)} ms`, "at most 130 ms", median(costs) <= 130);
}

/** The corpus's photos of people and places, at a phone's size. */
async function emptyPhotos(): Promise<readonly Buffer[]> {
  if (!existsSync(CORPUS)) return [];
  const truth = corpusTruth.parse(JSON.parse(readFileSync(join(CORPUS, "truth.json"), "utf8")));
  const empty = truth.filter(
    ({ file, docType }) => docType === null && !/neg_(?!fa|dk|az_inn)|syn_/.test(file),
  );
  return Promise.all(
    empty.map(({ file }) =>
      sharp(join(CORPUS, file))
        .autoOrient()
        .resize(4032, 3024, { fit: "cover" })
        .jpeg({ quality: 92 })
        .toBuffer(),
    ),
  );
}

/** Reading: values, seconds beside the peer, and what single pictures cost. */
export async function benchReading(): Promise<void> {
  const read = await builtReader();
  const corpus = await compare(read, await corpusSamples());
  const drawn = await compare(read, await drawnSamples(12));
  tell("corpus", corpus);
  tell("drawn", drawn);
  const empty = corpus.filter(({ page }) => page.lines.length === 0).map(({ ours }) => ours.ms);
  const cards = [...corpus, ...drawn].filter(({ sample }) =>
    /id_front|resident/i.test(sample.name),
  );
  const card = median(cards.map(({ ours }) => ours.ms));
  const longest = Math.max(...[...corpus, ...drawn].map(({ ours }) => ours.ms));
  row(
    "photo without print, median",
    `${median(empty).toFixed(0)} ms`,
    "at most 130 ms",
    median(empty) <= 130,
  );
  row("identity card, median", `${card.toFixed(0)} ms`, "at most 800 ms", card <= 800);
  row("slowest of these", `${longest.toFixed(0)} ms`, "at most 6000 ms", longest <= 6000);
  await tellDense(read);
  await tellEmpty(read);
  const papers = corpus.map(({ sample }) => sample).filter(({ values }) => values.length > 0);
  await tellTurns(read, papers);
}
