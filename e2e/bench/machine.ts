import { cpus, totalmem } from "node:os";

/** One line that says where figures were measured. */
export const machine = (): string => {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), ${memory} GiB, Node ${process.version}`;
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The value that `share` (0–1) of all values do not exceed. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

/** A table row: a name, figures, and how they compare with what must be reached. */
export function row(name: string, figure: string, target = "", isReached: boolean | null = null) {
  const verdict = isReached === null ? "" : isReached ? "reached" : "MISSED";
  console.log(`${name.padEnd(44)} ${figure.padStart(22)}  ${target.padEnd(22)} ${verdict}`);
}
