import { type AppError, type AppErrorCode, failure } from "../../../shared/model/errors.ts";
import type { UnitBox } from "../../../shared/model/geometry.ts";
import { type PersonId, type PhotoId, personId } from "../../../shared/model/ids.ts";
import type { PersonProgress, PersonWish } from "../../../shared/model/person.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { MESSAGES_IN_FLIGHT, SEE_DEADLINE_MS } from "../../base/limits.ts";
import type { ProcessPool } from "../../base/pool.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Descriptor } from "../detectors/faces/person.ts";
import type { CompareInput, KnownFaces, Likeness } from "./measure.ts";

/** A photo in which the person was found; the chosen face's own has distance 0. */
export interface Match extends Likeness {
  readonly photoId: PhotoId;
}

interface Search {
  progress: PersonProgress;
  readonly stop: AbortController;
  readonly matches: Match[];
  readonly ended: Promise<void>;
}

type Face = Pick<PersonWish, "photoId" | "box">;

/**
 * Looks for photos of one person. What is measured of a face is biometric data: it is in memory only
 * for as long as faces are compared, and what was found only until it is forgotten. Nothing of it is
 * ever stored.
 */
export class Persons {
  readonly #catalogue: Catalogue;
  readonly #pool: ProcessPool;
  readonly #searches = new Map<PersonId, Search>();
  readonly #hearers = new Set<(progress: PersonProgress) => void>();
  #lastId = 0;

  constructor(catalogue: Catalogue, pool: ProcessPool) {
    this.#catalogue = catalogue;
    this.#pool = pool;
  }

  /**
   * Begins to compare a face with those of the given photos.
   * @returns `photo-not-found` where the photo has no such face.
   */
  find(face: Face, among: readonly PhotoId[]): Result<PersonId, AppError> {
    const known = this.#knownFaces(face.photoId);
    const chosen = known?.boxes.find((box) => box.join() === face.box.join());
    if (!known || !chosen) return err(failure("photo-not-found"));
    this.#lastId += 1;
    const person = personId.parse(this.#lastId);
    const others = among.filter((id) => id !== face.photoId);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const search: Search = {
      progress: {
        personId: person,
        state: "running",
        total: others.length + 1,
        done: 0,
        found: 0,
        unclear: 0,
        error: null,
      },
      stop: new AbortController(),
      matches: [],
      ended,
    };
    this.#searches.set(person, search);
    void this.#run(search, face, { ...known, boxes: [chosen] }, others).finally(resolve);
    return ok(person);
  }

  /** What was found so far stays. */
  stop(person: PersonId) {
    this.#searches.get(person)?.stop.abort();
  }

  forget(person: PersonId) {
    this.stop(person);
    this.#searches.delete(person);
    this.#catalogue.people.forget(person);
  }

  /** Resolves when all is compared, or no more will be. */
  async ended(person: PersonId): Promise<readonly Match[]> {
    const search = this.#searches.get(person);
    await search?.ended;
    return search?.matches ?? [];
  }

  current(): readonly PersonProgress[] {
    return [...this.#searches.values()].map(({ progress }) => progress);
  }

  onProgress(hear: (progress: PersonProgress) => void): () => void {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  }

  async close() {
    const searches = [...this.#searches];
    for (const [person] of searches) this.forget(person);
    await Promise.all(searches.map(([, { ended }]) => ended));
  }

  async #run(search: Search, face: Face, chosen: KnownFaces, others: readonly PhotoId[]) {
    const measured = await this.#ask<Descriptor>("measure-face", chosen, search);
    if (!measured.ok) {
      this.#tell(search, { state: "failed", error: measured.error });
      return;
    }
    const like = measured.value;
    this.#found(search, { ...face, distance: 0 });
    const waiting = others.values();
    const compare = async () => {
      for (const id of waiting) {
        if (search.stop.signal.aborted) return;
        await this.#compare(search, id, like);
      }
    };
    await Promise.all(Array.from({ length: this.#pool.size * MESSAGES_IN_FLIGHT }, compare));
    like.fill(0);
    this.#tell(search, { state: search.stop.signal.aborted ? "stopped" : "done" });
  }

  async #compare(search: Search, photoId: PhotoId, like: Descriptor) {
    const known = this.#knownFaces(photoId);
    const input: CompareInput | undefined = known && { ...known, like };
    const answer = input && (await this.#ask<Likeness | null>("compare-faces", input, search));
    // One that is not there any more, or whose comparison was broken off, was not compared.
    if (search.stop.signal.aborted) return;
    if (answer?.ok && answer.value) this.#found(search, { ...answer.value, photoId });
    else if (answer?.ok) this.#tell(search, { done: search.progress.done + 1 });
    else this.#unclear(search);
  }

  #found(search: Search, match: Match) {
    const { personId: person, done, found } = search.progress;
    // Somebody who was forgotten meanwhile stays so.
    if (!this.#searches.has(person)) return;
    search.matches.push(match);
    this.#catalogue.people.add(person, match.photoId);
    this.#tell(search, { done: done + 1, found: found + 1 });
  }

  #unclear(search: Search) {
    const { done, unclear } = search.progress;
    this.#tell(search, { done: done + 1, unclear: unclear + 1 });
  }

  #tell(search: Search, change: Partial<PersonProgress>) {
    search.progress = { ...search.progress, ...change };
    for (const hear of this.#hearers) hear(search.progress);
  }

  #knownFaces(photoId: PhotoId): KnownFaces | undefined {
    const { photos, questions } = this.#catalogue;
    const place = photos.place(photoId);
    const boxes = questions
      .findings(photoId)
      .flatMap(({ kind, box }): readonly UnitBox[] => (kind === "face" && box ? [box] : []));
    return place && { path: place.path, fingerprint: place.fingerprint, boxes };
  }

  async #ask<T>(
    task: string,
    input: KnownFaces,
    { stop }: Search,
  ): Promise<Result<T, AppErrorCode>> {
    try {
      const job = { task, input, deadlineMs: SEE_DEADLINE_MS };
      const answer = await this.#pool.run(job, stop.signal);
      // The analyst is our own code of the same build: its answer has the type its task returns.
      if (answer.ok) return answer.value as Result<T, AppErrorCode>;
      return err(answer.error === "stopped" ? "interrupted" : answer.error);
    } catch {
      // A bug in a reader costs its photo, not the search.
      return err("unexpected");
    }
  }
}
