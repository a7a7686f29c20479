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
  process.send?.({ ready: true } satisfies WorkerAnswer);
}

async function answer(tasks: Tasks, job: Order, undelivered: Undelivered) {
  if (!process.connected) return;
  let reply: WorkerAnswer;
  try {
    const task = tasks[job.task];
    if (!task) throw new Error(`no task "${job.task}"`);
    reply = { id: job.id, value: await task(job.input) };
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
