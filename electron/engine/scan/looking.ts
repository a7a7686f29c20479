import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { severityRank } from "../../../shared/model/finding.ts";
import { type MarkedFinding, packFindings } from "../../../shared/model/finding-list.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import { THUMBNAIL_DIFFERS } from "../../../shared/policy/metadata-risk.ts";
import { photoSeverity } from "../../../shared/policy/risk.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { MESSAGES_IN_FLIGHT, PIXEL_BYTES_UNDER_WAY, SEE_DEADLINE_MS } from "../../base/limits.ts";
import type { ProcessPool } from "../../base/pool.ts";
import { addWork } from "../../base/under-way.ts";
import type { Contents, Twin } from "../catalogue/contents.ts";
import type { LookedPhoto, Photos, ReadPhoto } from "../catalogue/photos.ts";
import { isLoss } from "./ground.ts";
import { costOf, inOrder } from "./look-order.ts";
import { afterLook, isOfFile, shownTo } from "./picture-before.ts";
import type { LookTask, Shown } from "./see.ts";
import { isSmallCopy, weighed } from "./small-copies.ts";
import type { Tally } from "./tally.ts";
import { PICTURE_UNSEEN } from "./unseen.ts";
import {
  fallenWord,
  hasFallen,
  haveLooked,
  looksAfter,
  readingWord,
  type Sight,
  seenText,
  sightsDue,
} from "./versions.ts";

export interface LookingParts {
  readonly photos: Photos;
  readonly contents: Contents;
  readonly pool: ProcessPool;
  readonly tally: Tally;
  readonly sights: readonly Sight[];
  /** For the words by which items are counted, see item-word.ts. */
  readonly itemKey: Uint8Array;
  readonly signal: AbortSignal;
  /** Has the disk gone that the photos lie on? Asked where one cannot be read. */
  readonly isLost: () => boolean;
  /** Called after every change of the tally. */
  readonly changed: () => void;
}

/**
 * The second half of a scan: photos whose files are read, in; what their pictures show, into their
 * rows. One that cannot be looked at says so; one that brought its analyst down is tried once more
 * by the next scan. What is stopped is taken up where it ended: rows tell what is due.
 */
export class Looking {
  readonly #parts: LookingParts;

  constructor(parts: LookingParts) {
    this.#parts = parts;
  }

  async run(photos: readonly ReadPhoto[]): Promise<void> {
    const { pool, signal, tally, sights } = this.#parts;
    const due = inOrder(photos.filter(({ detectors }) => sightsDue(detectors, sights).length > 0));
    const costs = new Map(due.map((photo) => [photo, costOf(photo)]));
    tally.beginLooking([...costs.values()].reduce((sum, { ms }) => sum + ms, 0));
    const underWay = new Set<Promise<void>>();
    let bytesUnderWay = 0;
    for (const [{ id }, { ms, bytes }] of costs) {
      const isFull = () =>
        underWay.size >= pool.size * MESSAGES_IN_FLIGHT ||
        bytesUnderWay + bytes > PIXEL_BYTES_UNDER_WAY;
      while (underWay.size > 0 && isFull()) await Promise.race(underWay);
      if (signal.aborted) break;
      bytesUnderWay += bytes;
      const work = this.#look(id, ms);
      addWork(underWay, work, () => {
        bytesUnderWay -= bytes;
      });
    }
    await Promise.all(underWay);
  }

  async #look(id: PhotoId, expectedMs: number): Promise<void> {
    const {
      photos,
      contents,
      pool,
      tally,
      sights: asked,
      itemKey,
      signal,
      isLost,
      changed,
    } = this.#parts;
    const photo = photos.looked(id);
    const sights = photo ? sightsDue(photo.detectors, asked) : [];
    if (!photo || sights.length === 0) return;
    const { path, fingerprint, findings } = photo;
    const known = findings.filter((one) => !isOfFile(one));
    const hasCopies = findings.some(isSmallCopy);
    const twins = contents.twinsOf(id).filter(({ detectors }) => haveLooked(detectors, sights));
    const words = twins.map(({ content }) => content);
    const input = { path, fingerprint, sights, known, hasCopies, twins: words, itemKey };
    const answer = await askAnalyst(pool, input, signal);
    if (answer === "stopped") return;
    if (answer !== "fell" && !answer.ok && isLoss(answer.error) && isLost()) return;
    this.#keep(photo, sights, asOfTwin(answer, sights, twins));
    tally.look(expectedMs);
    changed();
  }

  #keep(photo: LookedPhoto, sights: readonly Sight[], answer: Answer) {
    // It changed since its file was read: the next scan will read and look at it anew.
    if (answer !== "fell" && !answer.ok) return;
    const { photos, contents, tally } = this.#parts;
    const shown = answer === "fell" ? FELL : answer.value;
    const before = photo.findings.map((finding) => weighed(finding, shown.differing));
    const findings = afterLook(before, sights, shown.findings);
    const severity = photoSeverity(findings);
    const isFirstFall = answer === "fell" && !hasFallen(photo.detectors, sights);
    const looks = looksAfter(photo.detectors, sights, isFirstFall ? fallenWord : undefined);
    const high = severityRank("high");
    if (severityRank(severity) >= high && photo.severity < high) tally.dangerous += 1;
    const seen = seenText(readingWord("full"), looks);
    photos.storeLook(photo, packFindings(findings, severity), seen);
    if (shown.content !== null) contents.keep(photo.id, shown.content);
  }
}

const FELL: Shown<MarkedFinding> = {
  findings: [PICTURE_UNSEEN],
  differing: [],
  content: null,
  isKnown: false,
};

/** Where the file is one that was looked at before, what was seen in that one. */
function asOfTwin(answer: Answer, sights: readonly Sight[], twins: readonly Twin[]): Answer {
  if (answer === "fell" || !answer.ok || !answer.value.isKnown) return answer;
  const { value } = answer;
  const twin = twins.find(({ content }) => content === value.content);
  const before = twin?.findings ?? [];
  const differing = before.filter(({ type }) => type === THUMBNAIL_DIFFERS.type);
  return ok({
    ...value,
    findings: shownTo(sights, before),
    differing: differing.map(({ source }) => source),
  });
}

/** What was seen, or `fell` where the look has brought the analyst down or took too long. */
type Answer = Result<Shown<MarkedFinding>, AppErrorCode> | "fell";

/** A bug in a detector costs its photo, not the scan. */
async function askAnalyst(
  pool: ProcessPool,
  input: LookTask,
  signal: AbortSignal,
): Promise<Answer | "stopped"> {
  try {
    const answer = await pool.run({ task: "look", input, deadlineMs: SEE_DEADLINE_MS }, signal);
    // The analyst is our own code of the same build: its answer has the type its task returns.
    if (answer.ok) return answer.value as Result<Shown<MarkedFinding>, AppErrorCode>;
    return answer.error === "stopped" ? "stopped" : "fell";
  } catch {
    return "fell";
  }
}
