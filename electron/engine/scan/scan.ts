import { createHash } from "node:crypto";
import { join } from "node:path";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { severityRank } from "../../../shared/model/finding.ts";
import { NO_FINDINGS } from "../../../shared/model/finding-list.ts";
import {
  INSPECT_BATCH,
  INSPECT_DEADLINE_MS,
  MESSAGES_IN_FLIGHT,
  SEE_DEADLINE_MS,
  STORE_BATCH,
} from "../../base/limits.ts";
import type { ProcessPool } from "../../base/pool.ts";
import type { WalkedFile, WalkedFolder } from "../../base/walk.ts";
import type { KnownPhoto, Photos, ScannedPhoto } from "../catalogue/photos.ts";
import type { Depth } from "../formats/format.ts";
import { indexSidecars, type Sidecar } from "../formats/sidecar.ts";
import { type Examined, failedBy } from "./examined.ts";
import type { InspectInput } from "./inspect.ts";
import { looksLikePhoto, mayBePhoto } from "./photo-names.ts";
import type { Tally } from "./tally.ts";
import { covers, detectorsWord, type Sight, sightsIn, sightsOf } from "./versions.ts";

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

interface Candidate {
  readonly directory: string;
  readonly file: WalkedFile;
  readonly known: KnownPhoto | undefined;
  readonly sidecars: readonly Sidecar[];
  /** One word for their names and states: equal means unchanged. */
  readonly sidecarsWord: string;
}

interface Result {
  readonly directory: string;
  readonly photo: ScannedPhoto;
  /** What has looked at it. */
  readonly word: string;
}

export interface ScanParts {
  readonly photos: Photos;
  readonly pool: ProcessPool;
  readonly tally: Tally;
  readonly depth: Depth;
  /** What is looked for in the pictures, beside what stands in the files. */
  readonly sights: readonly Sight[];
  readonly signal: AbortSignal;
  /** Called after every change of the tally. */
  readonly changed: () => void;
}

/**
 * One scan: listed folders in, catalogue rows out. Photos that did not change since they were last
 * read are not read again; photos that are gone are forgotten, but only by a listing that is whole.
 */
export class Scan {
  readonly #parts: ScanParts;
  readonly #word: string;
  readonly #waiting: Candidate[] = [];
  readonly #results: Result[] = [];
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: ScanParts) {
    this.#parts = parts;
    this.#word = detectorsWord(parts.depth, parts.sights);
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
    const { photos, tally } = this.#parts;
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
    if (isWholeListing && isListed) photos.remove(missingFrom(folder, known));
    this.#parts.changed();
  }

  #meetFile(candidate: Candidate) {
    const { tally } = this.#parts;
    tally.found += 1;
    const { known } = candidate;
    if (known && !isStale(known, candidate, this.#word)) {
      tally.done += 1;
      tally.unchanged += 1;
      if (known.status === "failed") tally.failed += 1;
      if (known.severity >= severityRank("high")) tally.dangerous += 1;
    } else {
      this.#waiting.push(candidate);
    }
  }

  /** A link or a pipe with a picture's name is listed, so that nobody thinks it was looked at. */
  #noteSkipped(directory: string, path: string, error: AppErrorCode) {
    const name = path.slice(join(directory, "x").length - 1);
    if (!looksLikePhoto(name)) return;
    const blank = { bytes: 0, format: null, width: null, height: null, findings: NO_FINDINGS };
    const facts = { name, fingerprint: error, sidecars: "", status: "skipped", error } as const;
    this.#keep({ directory, photo: { ...blank, ...facts }, word: this.#word });
  }

  #pump() {
    const { pool, signal } = this.#parts;
    while (this.#waiting.length > 0 && this.#underWay.size < pool.size * MESSAGES_IN_FLIGHT) {
      if (signal.aborted) {
        this.#waiting.length = 0;
        return;
      }
      const share = Math.ceil(this.#waiting.length / (pool.size * MESSAGES_IN_FLIGHT));
      const batch = this.#parts.sights.length > 0 ? 1 : INSPECT_BATCH;
      const work = this.#inspect(this.#waiting.splice(0, Math.min(batch, share)));
      this.#underWay.add(work);
      void work.finally(() => this.#underWay.delete(work));
    }
  }

  /** Has a batch inspected; when that fails, each of its photos alone, so that one cannot take others along. */
  async #inspect(batch: readonly Candidate[], unseen = false): Promise<void> {
    const { pool, depth, signal } = this.#parts;
    const input = batch.map(
      ({ directory, file, known, sidecars }): InspectInput => ({
        path: join(directory, file.name),
        fingerprint: file.fingerprint,
        depth,
        sights: unseen ? "unseen" : this.#sightsFor(known),
        sidecars: sidecars.map(({ name, kind }) => ({ path: join(directory, name), kind })),
      }),
    );
    const answers = await askAnalyst(pool, input, signal);
    if (answers === "stopped") return;
    if (typeof answers === "string" && batch.length > 1) {
      for (const candidate of batch) await this.#inspect([candidate]);
      return;
    }
    // A picture that brings its analyst down must not hide what stands in the file.
    if (typeof answers === "string" && input.some(looks)) return this.#inspect(batch, true);
    for (const [index, candidate] of batch.entries()) {
      this.#answered(candidate, typeof answers === "string" ? failedBy(answers) : answers[index]);
    }
    this.#parts.changed();
  }

  /** What was looked for before is looked for again: a file that was changed is not to seem the cleaner for it. */
  #sightsFor(known: KnownPhoto | undefined): readonly Sight[] {
    const { depth, sights } = this.#parts;
    return depth === "quick" ? sights : sightsOf([...sights, ...sightsIn(known?.detectors ?? "")]);
  }

  #answered(candidate: Candidate, seen: Examined = failedBy("unexpected")) {
    const { directory, file, known, sidecarsWord } = candidate;
    const { tally, photos } = this.#parts;
    if (seen.status === "foreign") {
      tally.found -= 1;
      if (known) photos.remove([known.id]);
      return;
    }
    tally.done += 1;
    if (seen.status === "failed") tally.failed += 1;
    if (severityRank(seen.findings.severity) >= severityRank("high")) tally.dangerous += 1;
    const size = seen.status === "scanned" ? seen : { width: null, height: null };
    const word = detectorsWord(this.#parts.depth, this.#sightsFor(known));
    const photo: ScannedPhoto = {
      ...file,
      sidecars: sidecarsWord,
      status: seen.status,
      error: seen.status === "failed" ? seen.error : null,
      format: seen.format,
      width: size.width,
      height: size.height,
      findings: seen.findings,
    };
    this.#keep({ directory, photo, word });
  }

  #keep(result: Result) {
    this.#results.push(result);
    if (this.#results.length >= STORE_BATCH) this.#store();
  }

  #store() {
    const byWord = Map.groupBy(this.#results.splice(0), ({ word }) => word);
    for (const [word, results] of byWord) this.#parts.photos.store(results, word);
  }
}

const NOTHING_BESIDE = { sidecars: [], sidecarsWord: "" } as const;

/** The sidecars among a folder's files, by the photo they belong to. */
class Beside {
  readonly #index: ReturnType<typeof indexSidecars>;
  readonly #files: ReadonlyMap<string, WalkedFile>;

  constructor(files: readonly WalkedFile[]) {
    this.#index = indexSidecars(files.map(({ name }) => name));
    this.#files = new Map(files.map((file) => [file.name, file]));
  }

  of(photo: string): Pick<Candidate, "sidecars" | "sidecarsWord"> {
    const sidecars = this.#index.of(photo);
    if (sidecars.length === 0) return NOTHING_BESIDE;
    const states = sidecars.map(({ name }) => [name, this.#files.get(name)?.fingerprint]);
    // A hash, because a file's name may tell more than the catalogue may know.
    const word = createHash("sha256").update(JSON.stringify(states)).digest("base64url");
    return { sidecars, sidecarsWord: word };
  }
}

const isStale = (known: KnownPhoto, { file, sidecarsWord }: Candidate, word: string): boolean =>
  known.fingerprint !== file.fingerprint ||
  known.sidecars !== sidecarsWord ||
  !covers(known.detectors, word) ||
  TRANSIENT.has(known.error ?? "");

function missingFrom(folder: WalkedFolder, known: ReadonlyMap<string, KnownPhoto>): number[] {
  const listed = new Set(folder.files.map(({ name }) => name));
  for (const notice of folder.notices)
    listed.add(notice.path.slice(join(folder.path, "x").length - 1));
  return [...known].filter(([name]) => !listed.has(name)).map(([, row]) => row.id);
}

const looks = ({ sights = [] }: InspectInput): boolean => sights !== "unseen" && sights.length > 0;

/** The analyst's answers in order, or why there are none. A bug in a reader costs its photo, not the scan. */
async function askAnalyst(
  pool: ProcessPool,
  input: readonly InspectInput[],
  signal: AbortSignal,
): Promise<readonly Examined[] | AppErrorCode | "stopped"> {
  try {
    const deadlineMs =
      INSPECT_DEADLINE_MS + (input.some(looks) ? SEE_DEADLINE_MS : 0) + input.length * 500;
    const answer = await pool.run({ task: "inspect", input, deadlineMs }, signal);
    // The analyst is our own code of the same build: its answer has the type its task returns.
    return answer.ok ? (answer.value as readonly Examined[]) : answer.error;
  } catch {
    return "unexpected";
  }
}
