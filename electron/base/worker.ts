import type { WorkerAnswer } from "./pool.ts";

/** Tasks by name; each takes what the pool was given and answers what the pool will resolve to. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>;

/**
 * The worker's side of {@link ProcessPool}: serves tasks until the parent goes away.
 * A task that throws is a bug and is reported as one; expected failures are values.
 */
export function serveTasks(tasks: Tasks) {
  let queue = Promise.resolve();
  process.on("message", (job: { id: number; task: string; input: never }) => {
    queue = queue.then(() => answer(tasks, job));
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.({ ready: true } satisfies WorkerAnswer);
}

async function answer(tasks: Tasks, job: { id: number; task: string; input: never }) {
  let reply: WorkerAnswer;
  try {
    const task = tasks[job.task];
    if (!task) throw new Error(`no task "${job.task}"`);
    reply = { id: job.id, value: await task(job.input) };
  } catch (error) {
    reply = { id: job.id, bug: framesOf(error) };
  }
  await new Promise<void>((resolve) => process.send?.(reply, () => resolve()) ?? resolve());
}

/** Where a bug stands, without its message: that may quote what a photo holds. */
function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return "thrown value";
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return [error.name, ...frames.slice(0, 6)].join("\n");
}
