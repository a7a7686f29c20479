import { join } from "node:path";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { severityRank } from "../../../shared/model/finding.ts";
import { NO_FINDINGS } from "../../../shared/model/finding-list.ts";
import {
  INSPECT_BATCH,
  INSPECT_DEADLINE_MS,
  MESSAGES_IN_FLIGHT,
  STORE_BATCH,
  STORE_EVERY_MS,
} from "../../base/limits.ts";
import type { ProcessPool } from "../../base/pool.ts";
import { addWork } from "../../base/under-way.ts";
import type { WalkedFile, WalkedFolder } from "../../base/walk.ts";
import type { ScannedPhoto } from "../catalogue/photo-writer.ts";
import type { KnownPhoto, Photos } from "../catalogue/photos.ts";
import type { Depth } from "../formats/format.ts";
import { Beside, type Companions } from "./beside.ts";
import { type Examined, failedBy } from "./examined.ts";
import { isLoss } from "./ground.ts";
import type { InspectBatch, InspectInput } from "./inspect.ts";
import { looksLikePhoto, mayBePhoto } from "./photo-names.ts";
import { type KnownPicture, pictureBefore } from "./picture-before.ts";
import type { Tally } from "./tally.ts";
import { covers, readingWord, type Sight, seenText, sightsDue } from "./versions.ts";

/** Failures that may be gone next time although the file did not change. */
const TRANSIENT: ReadonlySet<string> = new Set<AppErrorCode>([
  "file-unreadable",
  "file-vanished",
  "file-changed",
  "read-failed",
  "deadline-exceeded",
  "decoder-crashed",
  "analyst-cannot-start",
  "unexpected",
]);

/** Photos that may wait for an analyst before the walk is made to wait. */
const WAITING_AT_MOST = 4096;

interface Candidate extends Companions {
  readonly directory: string;
  readonly file: WalkedFile;
  readonly known: KnownPhoto | undefined;
}

interface Read {
  readonly directory: string;
  readonly photo: ScannedPhoto;
  /** What has seen it. */
  readonly seen: string;
}

export interface ReadingParts {
  readonly photos: Photos;
  readonly pool: ProcessPool;
  readonly tally: Tally;
  readonly depth: Depth;
  /** What will be looked for in the pictures once the files are read. */
  readonly sights: readonly Sight[];
  /** Files that changed show the same picture as before; only who changed them can know. */
  readonly samePicture: boolean;
  /** For the words by which items are counted, see item-word.ts. */
  readonly itemKey: Uint8Array;
  readonly signal: AbortSignal;
  /** Has the disk gone that the files lie on? Asked where one cannot be read, or is not found. */
  readonly isLost: () => boolean;
  /** Called after every change of the tally. */
  readonly changed: () => void;
}

/**
 * The first half of a scan: listed folders in, catalogue rows out, with what stands in the files.
 * Photos that did not change since they were last read are not read again; photos that are gone are
 * forgotten, but only by a listing that is whole. A picture that is yet to be looked at is marked.
 */
export class Reading {
  readonly #parts: ReadingParts;
  readonly #wanted: string;
  readonly #waiting: Candidate[] = [];
  readonly #results: Read[] = [];
  readonly #underWay = new Set<Promise<void>>();
  #storedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: ReadingParts) {
    this.#parts = parts;
    this.#wanted = readingWord(parts.depth);
  }

  /** @returns the folders that were listed, for the caller to forget the others. */
  async run(folders: AsyncIterable<WalkedFolder>, isWholeListing: boolean): Promise<Set<string>> {
    const met = new Set<string>();
    for await (const folder of folders) {
      met.add(folder.path);
      this.#meet(folder, isWholeListing);
      this.#pump();
      for (; this.#waiting.length > WAITING_AT_MOST; this.#pump()) {
        await Promise.race(this.#underWay);
      }
      if (this.#parts.signal.aborted) break;
    }
    this.#parts.tally.state = "running";
    this.#parts.changed();
    await this.#finish();
    return met;
  }

  async #finish() {
    for (this.#pump(); this.#underWay.size > 0; this.#pump()) await Promise.race(this.#underWay);
    this.#store();
  }

  #meet(folder: WalkedFolder, isWholeListing: boolean) {
    const { photos, tally, isLost } = this.#parts;
    if (folder.notices.some(({ code }) => isLoss(code)) && isLost()) return;
    const known = photos.inDirectory(folder.path);
    for (const notice of folder.notices) {
      tally.skip(notice.code);
      if (notice.isFile) this.#noteSkipped(folder.path, notice.path, notice.code);
    }
    const beside = new Beside(folder.files);
    for (const file of folder.files.filter(({ name }) => mayBePhoto(name))) {
      const candidate = { directory: folder.path, file, known: known.get(file.name) };
      this.#meetFile({ ...candidate, ...beside.of(file.name) });
    }
    const isListed = folder.notices.every(({ path }) => path !== folder.path);
    const missing = isWholeListing && isListed ? missingFrom(folder, known) : [];
    if (missing.length > 0 && !isLost()) photos.remove(missing);
    this.#parts.changed();
  }

  #meetFile(candidate: Candidate) {
    const { tally } = this.#parts;
    const { known } = candidate;
    tally.found += 1;
    if (!known || isStale(known, candidate, this.#wanted) || this.#lacksItsMark(known)) {
      this.#waiting.push(candidate);
      return;
    }
    tally.read += 1;
    if (known.status === "failed") tally.failed += 1;
    if (known.severity >= severityRank("high")) tally.dangerous += 1;
    if (this.#isDue(known)) return;
    tally.done += 1;
    tally.unchanged += 1;
  }

  #isDue({ status, detectors }: Pick<KnownPhoto, "status" | "detectors">): boolean {
    const { depth, sights } = this.#parts;
    return status === "scanned" && depth === "full" && sightsDue(detectors, sights).length > 0;
  }

  #lacksItsMark(known: KnownPhoto): boolean {
    return this.#isDue(known) && !known.isMarked;
  }

  /** A link or a pipe with a picture's name is listed, so that nobody thinks it was looked at. */
  #noteSkipped(directory: string, path: string, error: AppErrorCode) {
    const name = path.slice(join(directory, "x").length - 1);
    if (!looksLikePhoto(name)) return;
    const blank = { bytes: 0, format: null, width: null, height: null, place: null };
    const findings = NO_FINDINGS;
    const facts = {
      name,
      findings,
      fingerprint: error,
      sidecars: "",
      status: "skipped",
      error,
    } as const;
    this.#keep({ directory, photo: { ...blank, ...facts }, seen: this.#wanted });
  }

  #pump() {
    const { pool, signal } = this.#parts;
    while (this.#waiting.length > 0 && this.#underWay.size < pool.size * MESSAGES_IN_FLIGHT) {
      if (signal.aborted) {
        this.#waiting.length = 0;
        return;
      }
      const share = Math.ceil(this.#waiting.length / (pool.size * MESSAGES_IN_FLIGHT));
      const batch = this.#waiting.splice(0, Math.min(INSPECT_BATCH, share));
      addWork(this.#underWay, this.#inspect(batch));
    }
  }

  /** Has a batch inspected; when that fails, each of its photos alone, so that one cannot take others along. */
  async #inspect(batch: readonly Candidate[]): Promise<void> {
    const { pool, depth, itemKey, signal } = this.#parts;
    const pictures = batch.map((candidate) => this.#pictureOf(candidate));
    const input = batch.map(
      ({ directory, file, sidecars }, at): InspectInput => ({
        path: join(directory, file.name),
        fingerprint: file.fingerprint,
        depth,
        shown: pictures[at]?.findings ?? [],
        isLookedAtNext: this.#isDue({
          status: "scanned",
          detectors: seenText(this.#wanted, pictures[at]?.looks ?? []),
        }),
        sidecars: sidecars.map(({ name, kind }) => ({ path: join(directory, name), kind })),
      }),
    );
    const answers = await askAnalyst(pool, { photos: input, itemKey }, signal);
    if (answers === "stopped") return;
    if (typeof answers === "string" && batch.length > 1) {
      for (const candidate of batch) await this.#inspect([candidate]);
      return;
    }
    for (const [at, candidate] of batch.entries()) {
      const answer = typeof answers === "string" ? failedBy(answers) : answers[at];
      this.#answered(candidate, pictures[at]?.looks ?? [], answer);
    }
    this.#parts.changed();
  }

  #pictureOf({ known, file }: Candidate): KnownPicture {
    const { photos, samePicture, sights } = this.#parts;
    const isSame = samePicture || known?.fingerprint === file.fingerprint;
    return pictureBefore(known && { ...known, findings: () => photos.findings(known.id) }, {
      isSame,
      sights,
    });
  }

  #answered(
    candidate: Candidate,
    looks: readonly string[],
    read: Examined = failedBy("unexpected"),
  ) {
    const { directory, file, known, sidecarsWord } = candidate;
    const { tally, photos, isLost } = this.#parts;
    if (read.status === "failed" && isLoss(read.error) && isLost()) return;
    if (read.status === "foreign") {
      tally.found -= 1;
      if (known) photos.remove([known.id]);
      return;
    }
    const size = read.status === "scanned" ? read : { width: null, height: null };
    const photo: ScannedPhoto = {
      ...file,
      sidecars: sidecarsWord,
      status: read.status,
      error: read.status === "failed" ? read.error : null,
      format: read.format,
      width: size.width,
      height: size.height,
      findings: read.findings,
      place: read.place,
    };
    const seen = seenText(this.#wanted, looks);
    tally.read += 1;
    if (!this.#isDue({ status: read.status, detectors: seen })) tally.done += 1;
    if (read.status === "failed") tally.failed += 1;
    if (severityRank(read.findings.severity) >= severityRank("high")) tally.dangerous += 1;
    this.#keep({ directory, photo, seen });
  }

  #keep(result: Read) {
    this.#results.push(result);
    const isDue = performance.now() - this.#storedAt > STORE_EVERY_MS;
    if (isDue || this.#results.length >= STORE_BATCH) this.#store();
  }

  #store() {
    this.#storedAt = performance.now();
    const alike = Map.groupBy(this.#results.splice(0), ({ seen }) => seen);
    for (const [seen, results] of alike) this.#parts.photos.store(results, seen);
  }
}

const isStale = (known: KnownPhoto, { file, sidecarsWord }: Candidate, wanted: string): boolean =>
  known.fingerprint !== file.fingerprint ||
  known.sidecars !== sidecarsWord ||
  !covers(known.detectors, wanted) ||
  TRANSIENT.has(known.error ?? "");

function missingFrom(folder: WalkedFolder, known: ReadonlyMap<string, KnownPhoto>): number[] {
  const listed = new Set(folder.files.map(({ name }) => name));
  for (const notice of folder.notices)
    listed.add(notice.path.slice(join(folder.path, "x").length - 1));
  return [...known].filter(([name]) => !listed.has(name)).map(([, row]) => row.id);
}

/** The analyst's answers in order, or why there are none. A bug in a reader costs its photo, not the scan. */
async function askAnalyst(
  pool: ProcessPool,
  input: InspectBatch,
  signal: AbortSignal,
): Promise<readonly Examined[] | AppErrorCode | "stopped"> {
  try {
    const deadlineMs = INSPECT_DEADLINE_MS + input.photos.length * 500;
    const answer = await pool.run({ task: "inspect", input, deadlineMs }, signal);
    // The analyst is our own code of the same build: its answer has the type its task returns.
    return answer.ok ? (answer.value as readonly Examined[]) : answer.error;
  } catch {
    return "unexpected";
  }
}
