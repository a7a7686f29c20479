import { seeded } from "../fixtures/random.ts";
import type { Loss } from "./judge.ts";

/** How much of each kind of fault is tried: all of it, or a slice that a test run has time for. */
export class Effort {
  readonly isFull: boolean;
  readonly random: () => number;

  constructor(isFull: boolean, seed: number) {
    this.isFull = isFull;
    this.random = seeded(seed);
  }

  /** At most `full` of a list, or `slice`, spread over the whole; other ones with another seed. */
  some<T>(list: readonly T[], slice: number, full = list.length): readonly T[] {
    const count = this.isFull ? full : slice;
    if (list.length <= count) return list;
    const step = list.length / count;
    const start = this.random() * step;
    return Array.from({ length: count }, (_, n) => list[Math.floor(start + n * step)]).filter(
      (one) => one !== undefined,
    );
  }

  times(full: number, slice: number): number {
    return this.isFull ? full : slice;
  }
}

/** Counts cases and keeps every loss with the case that it happened in. */
export class Report {
  cases = 0;
  readonly losses: string[] = [];
  readonly skipped: string[] = [];
  readonly #tell: (line: string) => void;

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  /** One fault: sets it up, lets it happen and judges. A harness that stumbles counts as a loss too. */
  async run(name: string, fault: () => Promise<readonly Loss[]>) {
    this.cases += 1;
    let losses: readonly Loss[];
    try {
      losses = await fault();
    } catch (error) {
      losses = [{ path: "", what: `the harness stumbled: ${error}` }];
    }
    for (const { path, what } of losses) this.#lose(`${name}: ${path} ${what}`);
  }

  #lose(line: string) {
    this.losses.push(line);
    this.#tell(`  LOSS ${line}`);
  }

  skip(group: string, why: string) {
    this.skipped.push(`${group}: ${why}`);
    this.#tell(`SKIPPED ${group}: ${why}`);
  }

  async group(name: string, body: () => Promise<void>) {
    const [cases, losses, start] = [this.cases, this.losses.length, performance.now()];
    await body();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const [ran, lost] = [this.cases - cases, this.losses.length - losses];
    this.#tell(`${name}: ${ran} cases, ${lost} losses (${seconds} s)`);
  }

  get line(): string {
    const skipped = this.skipped.length > 0 ? `, ${this.skipped.length} groups skipped` : "";
    return `${this.cases} fault cases, ${this.losses.length} losses${skipped}`;
  }
}
