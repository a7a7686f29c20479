interface Waiting {
  begin(): void;
  leave(): void;
}

/**
 * Work for somebody who looks on: only so much is under way, the newest first, because that is what
 * he looks at now; and what nobody waits for any more is not begun.
 */
export class Line {
  readonly #atOnce: number;
  readonly #waiting: Waiting[] = [];
  #underWay = 0;
  #isClosed = false;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** What the work gives, or `left` when the signal, or the line's end, came before it was begun. */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T | "left"> {
    if (signal?.aborted || this.#isClosed) return Promise.resolve("left");
    return new Promise((resolve, reject) => {
      const leave = () => {
        const at = this.#waiting.indexOf(waiting);
        if (at < 0) return;
        this.#waiting.splice(at, 1);
        resolve("left");
      };
      const begin = () => {
        signal?.removeEventListener("abort", leave);
        this.#underWay += 1;
        work()
          .then(resolve, reject)
          .finally(() => this.#next(-1));
      };
      const waiting: Waiting = { begin, leave };
      signal?.addEventListener("abort", leave, { once: true });
      this.#waiting.push(waiting);
      this.#next(0);
    });
  }

  /** Begins nothing any more. */
  close() {
    this.#isClosed = true;
    for (const waiting of [...this.#waiting]) waiting.leave();
  }

  #next(change: number) {
    this.#underWay += change;
    if (this.#underWay < this.#atOnce) this.#waiting.pop()?.begin();
  }
}
