import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { err, ok, type Result } from "../../shared/result.ts";
import { MESSAGES_IN_FLIGHT, SPENT_WORKER_BYTES } from "./limits.ts";

/** Why a job came back without an answer. */
export type PoolFailure =
  | "decoder-crashed"
  | "deadline-exceeded"
  | "analyst-cannot-start"
  | "stopped";

/**
 * V8 options of workers: they are started for a few seconds of work, so compiling at once to baseline
 * code and gathering type feedback from the first call beats waiting for functions to become hot
 * (0.25 instead of 0.35 ms a photo over the first 1,500). Values short-lived: a roomier nursery.
 */
const WORKER_OPTIONS = [
  "--always-sparkplug",
  "--no-lazy-feedback-allocation",
  "--max-semi-space-size=32",
];

/** Milliseconds a worker may take to become ready; on a busy machine loading takes a second. */
const START_DEADLINE_MS = 30_000;

/** Workers in a row that may die before they are ready; then the program is broken, not a photo. */
const FALSE_STARTS = 3;

export interface Job {
  /** Which of the worker's tasks. */
  readonly task: string;
  readonly input: unknown;
  /** From the moment the worker may begin it. */
  readonly deadlineMs: number;
}

interface Waiting extends Job {
  readonly id: number;
  readonly settle: (result: Result<unknown, PoolFailure>) => void;
  readonly signal: AbortSignal | undefined;
  crashes: number;
}

interface Worker {
  readonly child: ChildProcess;
  /** In the order they were sent; the first is the one being worked on. */
  readonly jobs: Waiting[];
  timer: NodeJS.Timeout | undefined;
  deadlinePassed: boolean;
  isReady: boolean;
  /** It holds so much memory that another takes its place when its jobs are done. */
  isSpent: boolean;
}

/** What a worker process answers to `{ id, task, input }`. */
export type WorkerAnswer =
  | { readonly ready: true }
  | { readonly id: number; readonly value: unknown; readonly residentBytes: number }
  | { readonly id: number; readonly bug: string };

/**
 * A supervised pool of worker processes. A job that crashes its worker is tried once more, alone;
 * the second crash is its answer. A job past its deadline is answered by killing the worker.
 */
export class ProcessPool {
  readonly #entry: string;
  readonly #size: number;
  readonly #workers = new Set<Worker>();
  readonly #queue: Waiting[] = [];
  #nextId = 1;
  #falseStarts = 0;
  #closed = false;

  constructor(entry: string, size: number) {
    this.#entry = entry;
    this.#size = size;
  }

  get size() {
    return this.#size;
  }

  /** Starts all workers now, so that the first jobs do not wait for them. */
  warm() {
    while (this.#workers.size < this.#size && !this.#closed) this.#spawn();
  }

  /** Runs one job. Rejects only when the worker met a bug of ours. */
  run(job: Job, signal?: AbortSignal): Promise<Result<unknown, PoolFailure>> {
    if (this.#closed || signal?.aborted) return Promise.resolve(err("stopped"));
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      const settle = (result: Result<unknown, PoolFailure>) => {
        signal?.removeEventListener("abort", stop);
        if (result.ok && isBug(result.value)) reject(new Error(result.value.bug));
        else resolve(result);
      };
      const waiting: Waiting = { ...job, id, settle, signal, crashes: 0 };
      const stop = () => this.#stop(waiting);
      signal?.addEventListener("abort", stop, { once: true });
      this.#queue.push(waiting);
      this.#dispatch();
    });
  }

  /** Kills every worker; jobs under way are answered `stopped`. */
  close() {
    this.#closed = true;
    for (const job of this.#queue.splice(0)) job.settle(err("stopped"));
    for (const worker of this.#workers) {
      for (const job of worker.jobs.splice(0)) job.settle(err("stopped"));
      worker.child.kill("SIGKILL");
    }
  }

  #stop(job: Waiting) {
    const queued = this.#queue.indexOf(job);
    if (queued >= 0) this.#queue.splice(queued, 1);
    for (const worker of this.#workers) {
      const at = worker.jobs.indexOf(job);
      if (at < 0) continue;
      worker.jobs.splice(at, 1);
      // What it works on now cannot be taken back; killing costs 40 ms, waiting may cost seconds.
      if (at === 0) worker.child.kill("SIGKILL");
    }
    job.settle(err("stopped"));
  }

  #dispatch() {
    while (this.#queue.length > 0) {
      const job = this.#queue[0];
      const worker = job && this.#workerFor(job);
      if (!job || !worker) return;
      this.#queue.shift();
      worker.jobs.push(job);
      worker.child.send({ id: job.id, task: job.task, input: job.input });
      if (worker.jobs.length === 1) this.#startClock(worker);
    }
  }

  /** A job that crashed before gets an idle worker of its own, so that it can hurt nobody else. */
  #workerFor(job: Waiting): Worker | undefined {
    const usable = [...this.#workers].filter(
      ({ jobs, isSpent }) => !isSpent && jobs.every(({ crashes }) => crashes === 0),
    );
    const idle = usable.find((worker) => worker.jobs.length === 0);
    if (idle) return idle;
    if (this.#workers.size < this.#size) return this.#spawn();
    if (job.crashes > 0) return undefined;
    return usable
      .filter((worker) => worker.jobs.length < MESSAGES_IN_FLIGHT)
      .sort((a, b) => a.jobs.length - b.jobs.length)[0];
  }

  #spawn(): Worker {
    const child = fork(this.#entry, [], {
      execArgv: [...process.execArgv, ...WORKER_OPTIONS],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const worker: Worker = {
      child,
      jobs: [],
      timer: undefined,
      deadlinePassed: false,
      isReady: false,
      isSpent: false,
    };
    this.#workers.add(worker);
    lowerPriority(child);
    child.on("message", (answer: WorkerAnswer) => this.#answered(worker, answer));
    child.on("error", () => this.#died(worker));
    child.on("exit", () => this.#died(worker));
    return worker;
  }

  #answered(worker: Worker, answer: WorkerAnswer) {
    if ("ready" in answer) {
      worker.isReady = true;
      this.#falseStarts = 0;
      this.#startClock(worker);
      return;
    }
    const at = worker.jobs.findIndex((job) => job.id === answer.id);
    const [job] = at < 0 ? [] : worker.jobs.splice(at, 1);
    job?.settle(ok("bug" in answer ? { bug: answer.bug, [BUG]: true } : answer.value));
    if ("residentBytes" in answer && answer.residentBytes > SPENT_WORKER_BYTES)
      worker.isSpent = true;
    if (worker.isSpent && worker.jobs.length === 0) worker.child.kill("SIGKILL");
    this.#startClock(worker);
    this.#dispatch();
  }

  #startClock(worker: Worker) {
    clearTimeout(worker.timer);
    const job = worker.jobs[0];
    if (!job) return;
    // A job's time runs from when somebody can begin it, not from when a process was asked for.
    const deadlineMs = worker.isReady ? job.deadlineMs : START_DEADLINE_MS;
    worker.timer = setTimeout(() => {
      worker.deadlinePassed = true;
      worker.child.kill("SIGKILL");
    }, deadlineMs);
  }

  #died(worker: Worker) {
    if (!this.#workers.delete(worker)) return;
    clearTimeout(worker.timer);
    const [current, ...waiting] = worker.jobs.splice(0);
    this.#queue.unshift(...waiting);
    if (!worker.isReady && current) this.#falselyStarted(current);
    else if (current && worker.deadlinePassed) current.settle(err("deadline-exceeded"));
    else if (current) this.#crashed(current);
    if (!this.#closed) this.#dispatch();
  }

  /** Not the job's fault: it waits for the next worker, unless no worker will ever start. */
  #falselyStarted(job: Waiting) {
    this.#falseStarts += 1;
    this.#queue.unshift(job);
    if (this.#falseStarts < FALSE_STARTS) return;
    for (const waiting of this.#queue.splice(0)) waiting.settle(err("analyst-cannot-start"));
  }

  #crashed(job: Waiting) {
    job.crashes += 1;
    if (job.crashes > 1) job.settle(err("decoder-crashed"));
    else this.#queue.unshift(job);
  }
}

const BUG = Symbol("bug");
const isBug = (value: unknown): value is { bug: string } =>
  typeof value === "object" && value !== null && BUG in value;

/** Scanning must never make the page stutter: analysts run when nobody else wants the core. */
function lowerPriority(child: ChildProcess) {
  if (child.pid === undefined) return;
  try {
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The system forbids it or the child is gone: it runs at normal priority.
  }
}
