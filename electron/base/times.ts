/**
 * A file's time as Node's `utimes` takes it. Node hands seconds on as a double, which holds every
 * 238th nanosecond until 2038 and every 477th until 2106; there is no other way to set a time. Of the
 * doubles around `ns` this is the one that leaves the second as it is, then the millisecond, then the
 * microsecond, and then the nearest: whoever compares times in one of these units sees no change.
 * @returns decimal text, because Node takes a negative number (before 1970) for "now".
 */
export function settableTime(ns: bigint): string {
  const near = Number(ns / SECOND) + Number(ns % SECOND) / 1e9;
  const [best = near] = [near, neighbour(near, 1), neighbour(near, -1)].sort((a, b) =>
    cost(a, ns) < cost(b, ns) ? -1 : 1,
  );
  return `${best}`;
}

const SECOND = 1_000_000_000n;
const UNITS_NS = [SECOND, 1_000_000n, 1000n];

/** How wrong the time is that the system makes of `seconds`. */
function cost(seconds: number, wanted: bigint): bigint {
  const got = nsOf(seconds);
  const distance = got > wanted ? got - wanted : wanted - got;
  return UNITS_NS.filter((unit) => got / unit !== wanted / unit).reduce((a, b) => a + b, distance);
}

/** As libuv does it: the fraction times a thousand million, cut off. */
function nsOf(seconds: number): bigint {
  const whole = Math.trunc(seconds);
  return BigInt(whole) * SECOND + BigInt(Math.trunc((seconds - whole) * 1e9));
}

/** The next double away from zero (1) or towards it (-1). */
function neighbour(value: number, step: 1 | -1): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(step));
  return value === 0 ? 0 : view.getFloat64(0);
}
