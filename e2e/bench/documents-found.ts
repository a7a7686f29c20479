import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { UprightImage } from "../../electron/base/picture.ts";
import type { Detection } from "../../electron/engine/detectors/detector.ts";
import { readPapers } from "../../electron/engine/detectors/documents/read-papers.ts";
import { crowdList, documents, type Fixture, negatives } from "../fixtures/documents/catalogue.ts";
import { builtReader, pictureOf } from "../fixtures/print.ts";
import { judge, report, reportList, type Scored } from "./documents-score.ts";

/** The rules were written on pictures of seed 1: others are asked here. */
const SEED = 7;
/** All is to be read, however long it takes. */
const ENOUGH = { ms: 30_000 };
const never = new AbortController().signal;
/** Of 120 people in one photo, how many of each kind must be told. */
const LIST_LEAST = 114;

const CORPUS = fileURLToPath(new URL("../../../shared/corpus/detect", import.meta.url));
const corpusTruth = z.array(z.object({ file: z.string(), docType: z.string().nullable() }));
/** Where the corpus has another word for it. */
const OUR_WORDS: Readonly<Record<string, string>> = {
  form: "form-with-identity",
  "medical-form": "medical-report",
  "health-card": "medical-insurance",
};

/** Documents and personal text in drawn pictures and in the corpus; without a face detector's help. */
export async function benchFinding(): Promise<void> {
  const read = await builtReader();
  const look = async (image: UprightImage) =>
    readPapers(image, (await read(image, never, ENOUGH)).lines, []);
  const drawn: Scored[] = [];
  for (const fixture of [...documents(SEED), ...negatives(SEED)]) {
    drawn.push(await scored(fixture, look));
  }
  report(drawn);
  reportList(await scored(crowdList(SEED), look), LIST_LEAST);
  await benchCorpus(look);
}

type Look = (image: UprightImage) => Promise<readonly Detection[]>;

async function scored({ name, make }: Fixture, look: Look): Promise<Scored> {
  const { png, truth } = await make();
  return { name, truth, found: await look(await pictureOf(png)) };
}

async function benchCorpus(look: Look): Promise<void> {
  if (!existsSync(CORPUS)) return;
  const truth = corpusTruth.parse(JSON.parse(readFileSync(join(CORPUS, "truth.json"), "utf8")));
  const seen: { name: string; wanted: string | null; found: readonly Detection[] }[] = [];
  for (const { file, docType } of truth) {
    const format = file.endsWith(".png") ? "png" : "jpeg";
    const found = await look(await pictureOf(readFileSync(join(CORPUS, file)), format));
    const word = docType?.toLowerCase().replaceAll("_", "-") ?? null;
    seen.push({ name: file, wanted: word && (OUR_WORDS[word] ?? word), found });
  }
  const papers = seen.filter(({ wanted }) => wanted !== null);
  const isTyped = ({ wanted, found }: (typeof seen)[number]) =>
    found.some(({ type }) => type === wanted);
  judge("corpus: type of document", papers, 0.92, isTyped);
  judge("corpus: some finding in a document", papers, 0.97, ({ found }) => found.length > 0);
  const nothing = seen.filter(({ wanted }) => wanted === null);
  judge("corpus: nothing where there is nothing", nothing, 0.98, ({ found }) => found.length === 0);
}
