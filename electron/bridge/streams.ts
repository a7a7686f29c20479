import type { AppError } from "../../shared/model/errors.ts";
import type { PersonId } from "../../shared/model/ids.ts";
import type { PersonProgress } from "../../shared/model/person.ts";
import type { ScanProgress } from "../../shared/model/scan.ts";
import { Refused } from "../base/refused.ts";
import type { Engine } from "../engine/engine-api.ts";

/** Milliseconds between two messages about the same work: ten a second look continuous to people. */
const PROGRESS_INTERVAL_MS = 100;

/**
 * Starts a stream and waits for its first item, so that a refusal is the call's own typed error
 * and not a surprise inside the stream. Breaking off, or `signal`, ends the stream below too.
 */
export async function beginStream<T>(
  source: AsyncIterable<T>,
  asError: (error: AppError) => Error,
  reportBug: (error: unknown) => void,
  signal?: AbortSignal,
): Promise<AsyncIteratorObject<T, void>> {
  const steps = source[Symbol.asyncIterator]();
  const pull = async (): Promise<IteratorResult<T, void>> => {
    try {
      return await steps.next();
    } catch (error) {
      if (error instanceof Refused) throw asError(error.error);
      reportBug(error);
      throw error;
    }
  };
  let first: IteratorResult<T, void> | null = await pull();
  return iterator(
    async () => {
      const item = first ?? (await pull());
      first = null;
      return item;
    },
    async () => void (await steps.return?.()),
    signal,
  );
}

/**
 * Every scan's state at once, then its changes, at most one in `intervalMs` for each scan. What
 * comes too fast is replaced by what comes after it, so the last state always arrives.
 */
export const progressStream = (
  scans: Telling<ScanProgress>,
  signal?: AbortSignal,
): AsyncIteratorObject<ScanProgress, void> => latest(scans, ({ scanId }) => scanId, signal);

/** One search's state at once, then its changes. When the reader leaves, all of it is forgotten. */
export const personStream = (
  persons: Pick<Engine["persons"], "current" | "onProgress" | "forget">,
  person: PersonId,
  signal?: AbortSignal,
): AsyncIteratorObject<PersonProgress, void> => {
  const isAsked = ({ personId }: PersonProgress) => personId === person;
  const asked: Telling<PersonProgress> = {
    current: () => persons.current().filter(isAsked),
    onProgress: (hear) => persons.onProgress((told) => isAsked(told) && hear(told)),
  };
  return latest(asked, isAsked, signal, () => persons.forget(person));
};

interface Telling<T> {
  current(): readonly T[];
  onProgress(hear: (state: T) => void): () => void;
}

function latest<T>(
  source: Telling<T>,
  keyOf: (state: T) => unknown,
  signal: AbortSignal | undefined,
  ended: () => void = () => {},
): AsyncIteratorObject<T, void> {
  const waiting = new Map<unknown, T>();
  const notBefore = new Map<unknown, number>();
  let isOver = false;
  let wake: () => void = () => {};

  const stopHearing = source.onProgress((state) => {
    waiting.set(keyOf(state), state);
    wake();
  });
  for (const state of source.current()) waiting.set(keyOf(state), state);

  const takeDue = (now: number): T | undefined => {
    for (const [key, state] of waiting) {
      if ((notBefore.get(key) ?? 0) > now) continue;
      waiting.delete(key);
      notBefore.set(key, now + PROGRESS_INTERVAL_MS);
      return state;
    }
    return undefined;
  };
  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = waiting.size > 0 ? setTimeout(resolve, PROGRESS_INTERVAL_MS / 4) : undefined;
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return iterator<T>(
    async () => {
      while (!isOver) {
        const progress = takeDue(performance.now());
        if (progress) return { done: false, value: progress };
        await sleep();
      }
      return { done: true, value: undefined };
    },
    async () => {
      if (!isOver) ended();
      isOver = true;
      stopHearing();
      wake();
    },
    signal,
  );
}

/**
 * Unlike a generator, `end` also runs when the reader leaves before the first `next`, and at once
 * when `signal` aborts: oRPC itself looks at the signal only when the next item has come, so a page
 * that closed while nothing moved would be listened for until something does.
 */
function iterator<T>(
  next: () => Promise<IteratorResult<T, void>>,
  end: () => Promise<void>,
  signal: AbortSignal | undefined,
): AsyncIteratorObject<T, void> {
  const self: AsyncIteratorObject<T, void> = {
    next,
    return: async () => {
      await end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => self,
    [Symbol.asyncDispose]: end,
  };
  if (signal?.aborted) void end();
  signal?.addEventListener("abort", () => void end(), { once: true });
  return self;
}
