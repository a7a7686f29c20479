import { Worker } from "node:worker_threads";
import { MAX_WORKER_BYTES } from "./limits.ts";
import type { WorkerAnswer } from "./pool.ts";

/** Tasks by name; each takes what the pool was given and answers what the pool will resolve to. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>;

/** Takes away what a task has made for a parent that died before it could hear of it. */
type Undelivered = (input: unknown) => unknown;

interface Order {
  readonly id: number;
  readonly task: string;
  readonly input: never;
}

/**
 * The worker's side of {@link ProcessPool}: serves tasks until the parent goes away. The one under
 * way then is brought to its end, so that nothing it writes is left where nobody looks for it.
 * A task that throws is a bug and is reported as one; expected failures are values.
 */
export function serveTasks(tasks: Tasks, undelivered: Undelivered = () => undefined) {
  let queue = Promise.resolve();
  process.on("message", (job: Order) => {
    queue = queue.then(() => answer(tasks, job, undelivered));
  });
  process.on("disconnect", () => queue.finally(() => process.exit(0)));
  guardMemory();
  process.send?.({ ready: true } satisfies WorkerAnswer);
}

/**
 * Ends the process when it grows beyond all measure, from a thread of its own: a decoder that does so
 * leaves the main one no moment to notice. To the parent it is a crash.
 */
function guardMemory() {
  const guard = `
    const { pid, memoryUsage } = process;
    setInterval(() => {
      if (memoryUsage.rss() > ${MAX_WORKER_BYTES}) process.kill(pid, "SIGKILL");
    }, ${GUARD_EVERY_MS});`;
  new Worker(guard, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  }).unref();
}

/** Milliseconds between two looks of the guard: a decoder writes a gigabyte in twice that. */
const GUARD_EVERY_MS = 200;

async function answer(tasks: Tasks, job: Order, undelivered: Undelivered) {
  if (!process.connected) return;
  let reply: WorkerAnswer;
  try {
    const task = tasks[job.task];
    if (!task) throw new Error(`no task "${job.task}"`);
    const value = await task(job.input);
    reply = { id: job.id, value, residentBytes: process.memoryUsage.rss() };
  } catch (error) {
    reply = { id: job.id, bug: framesOf(error) };
  }
  if (!(await isDelivered(reply))) await undelivered(job.input);
}

const isDelivered = (reply: WorkerAnswer): Promise<boolean> =>
  new Promise((resolve) => {
    if (process.send) process.send(reply, (error: Error | null) => resolve(error === null));
    else resolve(false);
  });

/** Where a bug stands, without its message: that may quote what a photo holds. */
function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return "thrown value";
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return [error.name, ...frames.slice(0, 6)].join("\n");
}
