import { fileURLToPath } from "node:url";
import type { Finding } from "../../../shared/model/finding.ts";
import { codeFindings } from "../../../shared/policy/barcode-content.ts";
import { faceFindings } from "../../../shared/policy/face-risk.ts";
import { printFindings } from "../../../shared/policy/print-risk.ts";
import { FileSource } from "../../base/bytes.ts";
import { MAX_DECODE_BYTES } from "../../base/limits.ts";
import type { UprightImage } from "../../base/picture.ts";
import { barcodes } from "../detectors/barcodes/barcodes.ts";
import type { Detect, Detection, Detector } from "../detectors/detector.ts";
import { readPapers } from "../detectors/documents/read-papers.ts";
import { faces } from "../detectors/faces/faces.ts";
import { openModels } from "../detectors/models/store.ts";
import { openReader, type Read } from "../detectors/reader/reader.ts";
import { formatOf } from "../formats/registry.ts";
import { openUpright } from "../imaging/upright.ts";
import { PICTURE_UNSEEN, PRINT_UNREAD } from "./unseen.ts";
import type { Sight } from "./versions.ts";

/*
 * Looks at one photo's picture with the detectors that were asked for. It is opened once and shared;
 * raw values end here: what is returned is masked.
 */

/** Milliseconds that one picture's print may take; a dense page of A4 needs five seconds. */
const READING_MS = 6_000;

/** Written by the build beside the programs; from source, in dist. */
const MODELS = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../../dist/models" : "./models", import.meta.url),
);
const models = openModels(MODELS);

/** What was opened for the photos before serves the next ones. */
const opened = new Map<Detector, Promise<Detect>>();
let reading: Promise<Read> | undefined;

/** @throws what reading the file throws. */
export async function seePicture(
  path: string,
  sights: ReadonlySet<Sight>,
): Promise<readonly Finding[]> {
  const image = await openFile(path);
  return image ? findingsIn(image, sights) : [PICTURE_UNSEEN];
}

async function openFile(path: string): Promise<UprightImage | undefined> {
  const file = FileSource.open(path);
  try {
    const format = formatOf(file);
    if (!format || file.size > MAX_DECODE_BYTES) return undefined;
    const picture = await openUpright(file.bytes(0, file.size), format.id);
    return picture.ok ? picture.value : undefined;
  } finally {
    file.close();
  }
}

async function findingsIn(
  image: UprightImage,
  sights: ReadonlySet<Sight>,
): Promise<readonly Finding[]> {
  // A scan that is stopped kills its analysts; nobody inside waits for a word.
  const { signal } = new AbortController();
  const seenFaces = sights.has("faces") ? await run(faces, image, signal) : [];
  const codes = sights.has("barcodes") ? await run(barcodes, image, signal) : [];
  const readsPrint = sights.has("documents") || sights.has("text");
  const print = readsPrint ? await readPrint(image, seenFaces, signal) : NO_PRINT;
  const papers = print.seen.filter(({ kind }) => kind === "document");
  const asked = print.seen.filter(({ kind }) =>
    sights.has(kind === "document" ? "documents" : "text"),
  );
  return [
    ...faceFindings(
      seenFaces,
      papers.map(({ box }) => box),
    ),
    ...printFindings(asked.flatMap(asPrint)),
    ...codeFindings(codes),
    ...(print.isComplete ? [] : [PRINT_UNREAD]),
  ];
}

function run(detector: Detector, image: UprightImage, stop: AbortSignal) {
  const detect = opened.get(detector) ?? detector.load(models);
  opened.set(detector, detect);
  return detect.then((look) => look(image, stop));
}

interface Print {
  readonly seen: readonly Detection[];
  readonly isComplete: boolean;
}
const NO_PRINT: Print = { seen: [], isComplete: true };

async function readPrint(
  image: UprightImage,
  portraits: readonly Detection[],
  stop: AbortSignal,
): Promise<Print> {
  reading ??= openReader(models);
  const { lines, isComplete } = await (await reading)(image, stop, { ms: READING_MS });
  const boxes = portraits.map(({ box }) => box);
  return { seen: await readPapers(image, lines, boxes), isComplete };
}

const asPrint = ({ kind, ...rest }: Detection) =>
  kind === "document" || kind === "personal-text" ? [{ kind, ...rest }] : [];
