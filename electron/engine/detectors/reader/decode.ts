/** One character and where it stands, in fractions of the line's length. */
export interface Character {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** 0–1. */
  readonly score: number;
}

/** What the reading network says of one line. */
export interface Reading {
  readonly characters: readonly Character[];
  /** Mean of the characters' scores; 0 where there is none. */
  readonly score: number;
}

/** A peak of the network's answer: it saw one character from this step to that. */
interface Peak {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

/**
 * Connectionist temporal classification (Graves 2006), best path: at each step the likeliest
 * class; equal neighbours are one character, class 0 is "none".
 * @param likely steps · classes numbers in 0–1; may go on beyond the line.
 * @param steps how many of them lie on the line.
 * @param classes the character that each stands for.
 */
export function decode(likely: Float32Array, steps: number, classes: readonly string[]): Reading {
  const peaks: Peak[] = [];
  const count = classes.length;
  let before = 0;
  for (let step = 0; step < Math.ceil(steps); step += 1) {
    const best = likeliest(likely, step * count, count);
    const score = likely[step * count + best] ?? 0;
    const last = peaks.at(-1);
    if (best !== 0 && best === before && last !== undefined) {
      peaks[peaks.length - 1] = { ...last, last: step, score: Math.max(last.score, score) };
    } else if (best !== 0) {
      peaks.push({ text: classes[best] ?? "", first: step, last: step, score });
    }
    before = best;
  }
  const score = peaks.reduce((sum, peak) => sum + peak.score, 0) / Math.max(1, peaks.length);
  return { characters: withPlaces(peaks, steps), score };
}

function likeliest(likely: Float32Array, from: number, classes: number): number {
  let [best, most] = [0, likely[from] ?? 0];
  // "None" at most steps: of shares of one whole, none can be greater.
  if (most > 0.5) return best;
  for (let each = 1; each < classes; each += 1) {
    const value = likely[from + each] ?? 0;
    if (value > most) [best, most] = [each, value];
  }
  return best;
}

/** A character reaches half way to its neighbours; the outermost ones as far outwards as inwards. */
function withPlaces(peaks: readonly Peak[], steps: number): readonly Character[] {
  const middles = peaks.map(({ first, last }) => (first + last + 1) / 2);
  return peaks.map(({ text, score }, index) => {
    const middle = middles[index] ?? 0;
    const [left, right] = [middles[index - 1], middles[index + 1]];
    const back = left === undefined ? null : (middle - left) / 2;
    const ahead = right === undefined ? null : (right - middle) / 2;
    const from = middle - (back ?? ahead ?? middle);
    const to = middle + (ahead ?? back ?? steps - middle);
    return { text, score, from: Math.max(0, from / steps), to: Math.min(1, to / steps) };
  });
}
