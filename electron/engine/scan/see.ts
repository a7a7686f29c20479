import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { FindingKind } from "../../../shared/model/finding.ts";
import type { MarkedFinding } from "../../../shared/model/finding-list.ts";
import type { UnitBox } from "../../../shared/model/geometry.ts";
import type { Effort } from "../../../shared/model/scan.ts";
import { codeFindings } from "../../../shared/policy/barcode-content.ts";
import { faceFindings, tiedToPapers } from "../../../shared/policy/face-risk.ts";
import { printFindings } from "../../../shared/policy/print-risk.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { FileSource } from "../../base/bytes.ts";
import { readingError } from "../../base/errno.ts";
import type { UprightImage } from "../../base/picture.ts";
import { barcodes } from "../detectors/barcodes/barcodes.ts";
import type { Detect, Detection, Detector } from "../detectors/detector.ts";
import { readPapers } from "../detectors/documents/read-papers.ts";
import { faces } from "../detectors/faces/faces.ts";
import { openReader, type Read } from "../detectors/reader/reader.ts";
import { furtherPages } from "./further-pages.ts";
import type { RawFinding } from "./inspect.ts";
import { contentWord } from "./item-word.ts";
import { models } from "./networks.ts";
import { allOf, type OpenPhoto, openPhoto } from "./open-photo.ts";
import { differingCopies } from "./small-copies.ts";
import { FRAMES_UNSEEN, PICTURE_UNSEEN, PRINT_UNREAD } from "./unseen.ts";
import type { Sight } from "./versions.ts";

/*
 * Looks at one photo's picture with the detectors that were asked for. It is opened once and shared;
 * what can be read goes no further than this process (item-word.ts).
 */

/** Milliseconds that one picture's print may take; a dense page of A4 needs five seconds. */
const READING_MS = 6_000;

/** What was opened for the photos before serves the next ones. */
const opened = new Map<Detector, Promise<Detect>>();
let reading: Promise<Read> | undefined;

/** What an analyst is asked about one picture. */
export interface LookInput {
  readonly path: string;
  /** Of the file when it was read; one that differs by now is not judged. */
  readonly fingerprint: string;
  readonly sights: readonly Sight[];
  /** What detectors that are not asked again have seen in it. */
  readonly known: readonly MarkedFinding[];
  /** The file holds small copies of the picture, which are held against it. */
  readonly hasCopies: boolean;
  /** Files of the same size that were looked at before, by their bytes. */
  readonly twins: readonly string[];
}

/** What a look has shown. */
export interface Shown<F = RawFinding> {
  readonly findings: readonly F[];
  /** Where small copies stand that show what the picture does not show. */
  readonly differing: readonly string[];
  /** The file's bytes (item-word.ts); null where they are too many to be looked at. */
  readonly content: string | null;
  /** The bytes are those of a file that was looked at before: nothing was looked for again. */
  readonly isKnown: boolean;
}

/** The same with the key for the words of what is read (item-word.ts). */
export interface LookTask extends LookInput {
  readonly itemKey: Uint8Array;
}

/** What the picture shows of what is asked for; `file-changed` and what reading a file may fail with. */
export async function seePicture(task: LookTask): Promise<Result<Shown, AppErrorCode>> {
  let file: FileSource | undefined;
  try {
    file = FileSource.open(task.path);
    const bytes = allOf(file);
    if (file.fingerprint() !== task.fingerprint) return err("file-changed");
    const content = bytes && contentWord(task.itemKey, bytes);
    if (content !== null && task.twins.includes(content)) {
      return ok({ findings: [], differing: [], content, isKnown: true });
    }
    const opened = await openPhoto(file, bytes);
    const shown = opened.ok ? await shownIn(opened.value, file, task) : NOTHING_SEEN;
    return ok({ ...shown, content, isKnown: false });
  } catch (error) {
    return err(readingError(error));
  } finally {
    file?.close();
  }
}

const NOTHING_SEEN = { findings: [PICTURE_UNSEEN], differing: [] } as const;

async function shownIn(photo: OpenPhoto, file: FileSource, task: LookInput) {
  const { image } = photo;
  const differing = task.hasCopies ? await differingCopies(file, image) : [];
  const sights = new Set(task.sights);
  const first = await findingsIn(image, sights, task.known);
  const further = await furtherPages({ ...photo, frames: image.frames }, (page) =>
    findingsIn(page, sights, []),
  );
  const marks = further.isComplete ? [] : [FRAMES_UNSEEN];
  return { findings: [...first, ...further.findings, ...marks], differing };
}

async function findingsIn(
  image: UprightImage,
  sights: ReadonlySet<Sight>,
  known: readonly MarkedFinding[],
): Promise<readonly RawFinding[]> {
  // A scan that is stopped kills its analysts; nobody inside waits for a word.
  const { signal } = new AbortController();
  const effort = sights.has("faces+") ? "thorough" : sights.has("faces") ? "usual" : null;
  const seenFaces = effort ? await run(faces, image, signal, effort) : [];
  const codes = sights.has("barcodes") ? await run(barcodes, image, signal) : [];
  const readsPrint = sights.has("documents") || sights.has("text");
  const portraits = effort ? boxesOf(seenFaces) : boxesOf(known, "face");
  const print = readsPrint ? await readPrint(image, portraits, signal) : NO_PRINT;
  const papers = (readsPrint ? print.seen : known).filter(({ kind }) => kind === "document");
  const asked = print.seen.filter(({ kind }) =>
    sights.has(kind === "document" ? "documents" : "text"),
  );
  const prints = asked.flatMap(asPrint);
  return [
    ...tiedToPapers(faceFindings(seenFaces), papers),
    ...withRaw(printFindings(prints), prints),
    ...withRaw(codeFindings(codes), codes),
    ...(print.isComplete ? [] : [PRINT_UNREAD]),
  ];
}

/** Findings and what they were made of, one by one. */
const withRaw = (
  findings: readonly RawFinding[],
  seen: readonly Pick<Detection, "value">[],
): readonly RawFinding[] => findings.map((one, at) => ({ ...one, raw: seen[at]?.value ?? null }));

function run(detector: Detector, image: UprightImage, stop: AbortSignal, effort?: Effort) {
  const detect = opened.get(detector) ?? detector.load(models);
  opened.set(detector, detect);
  return detect.then((look) => look(image, stop, effort));
}

interface Print {
  readonly seen: readonly Detection[];
  readonly isComplete: boolean;
}
const NO_PRINT: Print = { seen: [], isComplete: true };

async function readPrint(
  image: UprightImage,
  portraits: readonly UnitBox[],
  stop: AbortSignal,
): Promise<Print> {
  reading ??= openReader(models);
  const { lines, isComplete } = await (await reading)(image, stop, { ms: READING_MS });
  return { seen: await readPapers(image, lines, portraits), isComplete };
}

const asPrint = ({ kind, ...rest }: Detection) =>
  kind === "document" || kind === "personal-text" ? [{ kind, ...rest }] : [];

const boxesOf = (
  seen: readonly { readonly kind: string; readonly box: UnitBox | null }[],
  kind?: FindingKind,
): readonly UnitBox[] =>
  seen.flatMap((one) => (one.box && (kind === undefined || one.kind === kind) ? [one.box] : []));
