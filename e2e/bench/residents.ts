import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds between two looks; the kernel itself keeps the highest value of each process. */
const LOOK_EVERY_MS = 20;

/**
 * Watches a process group (Linux: /proc).
 * @returns what ends the watch and tells the most bytes that any one process had resident.
 */
export function watchGroup(group: number): () => number {
  let peak = 0;
  const look = () => {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const [stat, status] = [readIfThere(`/proc/${pid}/stat`), readIfThere(`/proc/${pid}/status`)];
      // The name in brackets may hold spaces; behind it: state, parent, group (proc(5)).
      if (Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]) !== group) continue;
      peak = Math.max(peak, Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** A process may end between being listed and being read. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
