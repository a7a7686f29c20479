/** A picture that somebody waits for. */
interface Wanted {
  readonly url: string;
  /** Where it will be shown. */
  readonly element: Element;
  readonly take: (address: string | null) => void;
}

/** How pictures are asked for and given addresses; the browser's own ways but for tests. */
export interface PictureMeans {
  load(url: string, signal: AbortSignal): Promise<Blob | null>;
  /** An address under which the page can show a picture that it holds. */
  open(picture: Blob): string;
  close(address: string): void;
  /** How far an element is from where a person looks. */
  distance(element: Element): number;
}

interface Kept {
  readonly address: string;
  readonly bytes: number;
}

/**
 * Asks for pictures, those first at which a person looks, and only for those still wanted: of what is
 * scrolled past nothing is asked, and what is under way is broken off. Some are kept in memory, the
 * ones used longest ago given up first; nothing is written to the disk.
 */
export class PictureDesk {
  readonly #means: PictureMeans;
  /** Asked for at a time; more would wait in a line that nobody can rearrange. */
  readonly #atOnce: number;
  /** Bytes of encoded pictures to keep. */
  readonly #room: number;
  readonly #waiting = new Set<Wanted>();
  readonly #underWay = new Map<Wanted, AbortController>();
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(means: PictureMeans, atOnce: number, room: number) {
    this.#means = means;
    this.#atOnce = atOnce;
    this.#room = room;
  }

  /** The address of a picture that is at hand. */
  known(url: string): string | null {
    const kept = this.#kept.get(url);
    if (kept === undefined) return null;
    this.#kept.delete(url);
    this.#kept.set(url, kept);
    return kept.address;
  }

  /** Calls `take` with the picture's address, or with null where there is none; never after the returned function was called. */
  want(url: string, element: Element, take: Wanted["take"]): () => void {
    const wanted = { url, element, take };
    this.#waiting.add(wanted);
    this.#begin();
    return () => {
      this.#waiting.delete(wanted);
      this.#underWay.get(wanted)?.abort();
      if (this.#underWay.delete(wanted)) this.#begin();
    };
  }

  /** Asks for nothing new for so many milliseconds: the list flies past. */
  hold(ms: number) {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.#begin();
    }, ms);
  }

  #begin() {
    if (this.#rest !== undefined) return;
    while (this.#underWay.size < this.#atOnce && this.#waiting.size > 0) {
      const [next] = [...this.#waiting]
        .map((wanted) => ({ wanted, far: this.#means.distance(wanted.element) }))
        .sort((a, b) => a.far - b.far);
      if (next === undefined) return;
      this.#waiting.delete(next.wanted);
      void this.#ask(next.wanted);
    }
  }

  async #ask(wanted: Wanted) {
    const stop = new AbortController();
    this.#underWay.set(wanted, stop);
    const address = this.known(wanted.url) ?? (await this.#load(wanted.url, stop.signal));
    if (!this.#underWay.delete(wanted)) return;
    wanted.take(address);
    this.#begin();
  }

  async #load(url: string, signal: AbortSignal): Promise<string | null> {
    const picture = await this.#means.load(url, signal);
    if (picture === null) return null;
    const address = this.#means.open(picture);
    this.#keep(url, { address, bytes: picture.size });
    return address;
  }

  #keep(url: string, kept: Kept) {
    const before = this.#kept.get(url);
    if (before !== undefined) this.#drop(url, before);
    this.#kept.set(url, kept);
    this.#bytes += kept.bytes;
    for (const [oldest, one] of this.#kept) {
      if (this.#bytes <= this.#room || oldest === url) return;
      this.#drop(oldest, one);
    }
  }

  #drop(url: string, { address, bytes }: Kept) {
    this.#kept.delete(url);
    this.#bytes -= bytes;
    this.#means.close(address);
  }
}
