import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { scanId } from "../../shared/model/ids.ts";
import { progressStream } from "./streams.ts";
import { fakeEngine, progressOf } from "./testing/fake-engine.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("tells at most ten states a second of a scan, the first at once and always the last", async () => {
  const engine = fakeEngine();
  const seen = collect(progressStream(engine.scans));
  for (let done = 1; done <= 1000; done += 1) {
    engine.tell(progressOf({ done }));
    await vi.advanceTimersByTimeAsync(1);
  }
  engine.tell(progressOf({ done: 1000, state: "done" }));
  await vi.advanceTimersByTimeAsync(200);
  expect(seen.length).toBeGreaterThanOrEqual(8);
  expect(seen.length).toBeLessThanOrEqual(12);
  expect(seen[0]?.done).toBe(0);
  expect(seen.at(-1)).toEqual(progressOf({ done: 1000, state: "done" }));
});

it("does not let a busy scan silence another", async () => {
  const engine = fakeEngine();
  const seen = collect(progressStream(engine.scans));
  const other = scanId.parse(2);
  for (let done = 1; done <= 100; done += 1) {
    engine.tell(progressOf({ done }));
    engine.tell(progressOf({ done, scanId: other }));
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(200);
  expect(seen.findLast((one) => one.scanId === other)?.done).toBe(100);
  expect(seen.findLast((one) => one.scanId !== other)?.done).toBe(100);
});

it("ends when the reader leaves, even one who never read", async () => {
  const engine = fakeEngine();
  const stream = progressStream(engine.scans);
  expect(engine.listeners.size).toBe(1);
  await stream.return?.();
  expect(engine.listeners.size).toBe(0);
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

it("wakes a reader who is waiting when the stream is ended", async () => {
  const stream = progressStream({ current: () => [], onProgress: () => () => {} });
  const waiting = stream.next();
  await stream.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
});

function collect<T>(stream: AsyncIterable<T>): T[] {
  const seen: T[] = [];
  void (async () => {
    for await (const item of stream) seen.push(item);
  })();
  return seen;
}
