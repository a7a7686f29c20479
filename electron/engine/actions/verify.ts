import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import { type ByteSource, chunksOf } from "../../base/bytes.ts";
import type { Format, Inspection, Piece, Span } from "../formats/format.ts";
import { formatOf } from "../formats/registry.ts";
import { reveal } from "../formats/reveal/reveal.ts";
import { staysIn } from "../formats/tiff/raw-tags.ts";

/** What a check of a stripped file found wrong, in technical words; `undefined` when all is well. */
export type Doubt = string | undefined;

/** A file and what stands in it. */
export interface Inspected {
  readonly file: ByteSource;
  readonly inspection: Inspection;
}

/**
 * Is `result` what a strip of `original` must be? The same picture to the byte, the same way up, in
 * the same colours, with nothing of the plan left, and with nothing left to strip.
 */
export function verifyStripped(
  original: Inspected,
  result: ByteSource,
  format: Format,
  plan: StripPlan,
): Doubt {
  if (formatOf(result)?.id !== format.id) return "format";
  const inspection = format.inspect(result, "full");
  if (!inspection.ok) return "damaged";
  const again = format.strip(result, plan);
  if (!again.ok || !isWhole(again.value, result.size)) return "not-idempotent";
  const after = { file: result, inspection: inspection.value };
  return leftOver(after, format, plan) ?? differs(original, after);
}

/** A strip that changes nothing: its ranges, put together, are the whole file. */
export function isWhole(pieces: readonly Piece[], size: number): boolean {
  let at = 0;
  for (const piece of pieces) {
    if ("bytes" in piece || piece.start !== at) return false;
    at = piece.end;
  }
  return at === size;
}

function leftOver({ file, inspection }: Inspected, format: Format, plan: StripPlan): Doubt {
  const stays: ReadonlySet<string> = staysIn(format.id);
  const left = reveal(file, inspection).find(
    ({ kind, type }) =>
      plan.drops.has(kind) && !stays.has(type) && !(kind === "time" && plan.keepDate),
  );
  return left && `left:${left.type}`;
}

function differs(before: Inspected, after: Inspected): Doubt {
  const [was, is] = [before.inspection, after.inspection];
  if (was.orientation !== is.orientation) return "orientation";
  if (was.size?.width !== is.size?.width || was.size?.height !== is.size?.height) return "size";
  if (!sameBytes(before.file, was.pixels, after.file, is.pixels)) return "pixels";
  const isSameProfile = sameBytes(before.file, profileOf(was), after.file, profileOf(is));
  return isSameProfile ? undefined : "colour-profile";
}

const profileOf = (inspection: Inspection): readonly Span[] =>
  inspection.blocks.filter(({ kind }) => kind === "icc").flatMap(({ payload }) => payload);

/** Are the concatenated bytes of two lists of spans the same? At most a megabyte of each in memory. */
export function sameBytes(
  a: ByteSource,
  inA: readonly Span[],
  b: ByteSource,
  inB: readonly Span[],
): boolean {
  return sameChunks(chunksOf(a, inA), chunksOf(b, inB));
}

/** The same for two streams of chunks. */
export function sameChunks(a: Iterable<Uint8Array>, b: Iterator<Uint8Array>): boolean {
  const right = new Joined(b);
  for (const chunk of a) if (!right.takes(chunk)) return false;
  return right.isEmpty();
}

/** A stream of chunks that is compared with another one cut elsewhere. */
class Joined {
  readonly #chunks: Iterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(chunks: Iterator<Uint8Array>) {
    this.#chunks = chunks;
  }

  /** Takes as many bytes as `expected` has, if they are equal. */
  takes(expected: Uint8Array): boolean {
    for (let at = 0; at < expected.length; ) {
      if (this.isEmpty()) return false;
      const part = this.#rest.subarray(0, expected.length - at);
      if (Buffer.compare(part, expected.subarray(at, at + part.length)) !== 0) return false;
      this.#rest = this.#rest.subarray(part.length);
      at += part.length;
    }
    return true;
  }

  isEmpty(): boolean {
    while (this.#rest.length === 0) {
      const next = this.#chunks.next();
      if (next.done) return true;
      this.#rest = next.value;
    }
    return false;
  }
}
