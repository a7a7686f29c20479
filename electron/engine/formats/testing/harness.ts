import { stripPlan } from "../../../../shared/policy/strip-plan.ts";
import { MemorySource } from "../../../base/bytes.ts";
import type { Format, Inspection, Piece, Span } from "../format.ts";

/** What every container is put through in its tests. */

export const PLANS = {
  everything: stripPlan({ preset: "everything", kinds: [], keepDate: false }),
  identity: stripPlan({ preset: "identity", kinds: [], keepDate: true }),
  location: stripPlan({ preset: "location", kinds: [], keepDate: false }),
} as const;
export type PlanName = keyof typeof PLANS;
const PLAN_NAMES: readonly PlanName[] = ["everything", "identity", "location"];

/** What `inspect` says of these bytes; throws where it refuses them. */
export function inspected(format: Format, bytes: Uint8Array): Inspection {
  const read = format.inspect(new MemorySource(bytes), "full");
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error)}`);
  return read.value;
}

/** The file that a strip makes; throws where it refuses. */
export function stripped(format: Format, bytes: Uint8Array, plan: PlanName = "everything") {
  const pieces = format.strip(new MemorySource(bytes), PLANS[plan]);
  if (!pieces.ok) throw new Error(`refused: ${JSON.stringify(pieces.error)}`);
  return joined(bytes, pieces.value);
}

export const joined = (bytes: Uint8Array, pieces: readonly Piece[]): Uint8Array =>
  Uint8Array.from(
    Buffer.concat(
      pieces.map((piece) =>
        "bytes" in piece ? piece.bytes : bytes.subarray(piece.start, piece.end),
      ),
    ),
  );

/** Do the pieces leave the file as it is? */
export function isUntouched(format: Format, bytes: Uint8Array, plan: PlanName = "everything") {
  const pieces = format.strip(new MemorySource(bytes), PLANS[plan]);
  const [only, ...more] = pieces.ok ? pieces.value : [];
  const isWhole = only !== undefined && "end" in only && only.start === 0;
  return isWhole && only.end === bytes.length && more.length === 0;
}

/** The bytes that some spans name. */
export const bytesAt = (bytes: Uint8Array, spans: readonly Span[]): Uint8Array =>
  joined(bytes, spans);

/**
 * What must hold for any bytes whatever: an answer or a typed failure, spans inside the file, and
 * a strip that keeps the pixels and leaves nothing for a second one. Says what is wrong, or nothing.
 */
export function wrongWith(format: Format, bytes: Uint8Array): string | undefined {
  const file = new MemorySource(bytes);
  const read = format.inspect(file, "full");
  format.inspect(file, "quick");
  if (read.ok) {
    const spans = [
      ...read.value.pixels,
      ...read.value.blocks.flatMap((b) => [...b.spans, ...b.payload]),
    ];
    if (spans.some(({ start, end }) => start < 0 || end < start || end > bytes.length))
      return "a span leaves the file";
  }
  for (const name of PLAN_NAMES) {
    const pieces = format.strip(file, PLANS[name]);
    if (!pieces.ok) continue;
    if (!read.ok) return `${name}: stripped what it could not read`;
    const result = joined(bytes, pieces.value);
    const again = format.inspect(new MemorySource(result), "full");
    if (!again.ok) return `${name}: cannot read its own result`;
    const before = bytesAt(bytes, read.value.pixels);
    if (Buffer.compare(before, bytesAt(result, again.value.pixels)) !== 0)
      return `${name}: pixels changed`;
    if (!isUntouched(format, result, name)) return `${name}: not done after one strip`;
  }
  return undefined;
}

/** The first bytes of a file, for each length but its own. */
export const cuts = (bytes: Uint8Array): Uint8Array[] =>
  Array.from(bytes, (_, length) => bytes.slice(0, length));

/** Copies with one to four bytes changed, the same ones on every run. */
export function flips(bytes: Uint8Array, count = 500, seed = 1): Uint8Array[] {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () => {
    const copy = bytes.slice();
    for (let times = 1 + next(4); times > 0; times--) copy[next(copy.length)] = next(256);
    return copy;
  });
}

/** Copies in which the `width` bytes at each of `offsets` are all zeros or all ones. */
export const extremes = (bytes: Uint8Array, offsets: readonly number[], width = 4): Uint8Array[] =>
  offsets.flatMap((at) => [0, 0xff].map((value) => bytes.slice().fill(value, at, at + width)));
