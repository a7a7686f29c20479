import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds between two looks; the kernel itself keeps the highest value of each process. */
const LOOK_EVERY_MS = 20;
/** Milliseconds between two looks at a whole group: adding up its pages costs the kernel a millisecond. */
const LOOK_TOGETHER_EVERY_MS = 250;

/**
 * Watches a process group (Linux: /proc).
 * @returns what ends the watch and tells the most bytes that any one process had resident.
 */
export function watchGroup(group: number): () => number {
  let peak = 0;
  const look = () => {
    for (const pid of membersOf(group)) {
      const status = readIfThere(`/proc/${pid}/status`);
      peak = Math.max(peak, Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** What a process group held at one moment. */
export interface Held {
  /** Since the watch began. */
  readonly ms: number;
  /** Resident bytes of all processes together, pages that they share counted once (Pss, proc(5)). */
  readonly bytes: number;
  /** Open files, sockets and pipes. */
  readonly handles: number;
  /** Milliseconds of cores that all processes have had so far, those that ended too. */
  readonly coreMs: number;
}

/** The kernel's clock ticks in a second, as it tells them to programs on every Linux of today. */
const TICKS = 100;

/** Watches a process group as a whole. @returns what ends the watch and tells all moments. */
export function watchTogether(group: number): () => readonly Held[] {
  const startedAt = performance.now();
  const moments: Held[] = [];
  const ticks = new Map<string, number>();
  const look = () => {
    let [bytes, handles] = [0, 0];
    for (const pid of membersOf(group)) {
      // Behind the state, the 12th and 13th are the ticks in user and system mode (proc(5)).
      const [user = 0, system = 0] = fieldsOf(pid).slice(11, 13).map(Number);
      ticks.set(pid, user + system);
      const rollup = readIfThere(`/proc/${pid}/smaps_rollup`);
      bytes += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
      handles += namesIfThere(`/proc/${pid}/fd`).length;
    }
    const coreMs = ([...ticks.values()].reduce((sum, one) => sum + one, 0) * 1000) / TICKS;
    moments.push({ ms: performance.now() - startedAt, bytes, handles, coreMs });
  };
  const timer = setInterval(look, LOOK_TOGETHER_EVERY_MS);
  return () => {
    clearInterval(timer);
    return moments;
  };
}

/** The name in brackets may hold spaces; behind it: state, parent, group (proc(5)). */
function fieldsOf(pid: string): readonly string[] {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

const membersOf = (group: number): readonly string[] =>
  readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(fieldsOf(name)[2]) === group);

/** A process may end between being listed and being read. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

function namesIfThere(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
