import { createHash } from "node:crypto";
import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { COPY_CHUNK_BYTES } from "../../base/limits.ts";
import type { Format, Inspection, Piece, Span } from "../formats/format.ts";
import { formatOf } from "../formats/registry.ts";
import { reveal } from "../formats/reveal.ts";

/** What a check of a stripped file found wrong, in technical words; `undefined` when all is well. */
export type Doubt = string | undefined;

/**
 * Is `result` what a strip of `original` must be? The same picture to the byte, the same way up, in
 * the same colours, with nothing of the plan left, and with nothing left to strip.
 */
export function verifyStripped(
  original: { readonly file: ByteSource; readonly inspection: Inspection },
  result: ByteSource,
  format: Format,
  plan: StripPlan,
): Doubt {
  if (formatOf(result)?.id !== format.id) return "format";
  const after = format.inspect(result, "full");
  if (!after.ok) return "damaged";
  const again = format.strip(result, plan);
  if (!again.ok || !isWhole(again.value, result.size)) return "not-idempotent";
  return (
    leftOver(result, after.value, plan) ??
    differs(original.inspection, after.value) ??
    differsInBytes(original.file, original.inspection, result, after.value)
  );
}

/** A strip that changes nothing: one range, the whole file. */
export function isWhole(pieces: readonly Piece[], size: number): boolean {
  let at = 0;
  for (const piece of pieces) {
    if ("bytes" in piece || piece.start !== at) return false;
    at = piece.end;
  }
  return at === size;
}

function leftOver(file: ByteSource, inspection: Inspection, plan: StripPlan): Doubt {
  const left = reveal(file, inspection).find(
    ({ kind }) => plan.drops.has(kind) && !(kind === "time" && plan.keepDate),
  );
  return left && `left:${left.type}`;
}

function differs(before: Inspection, after: Inspection): Doubt {
  if (before.orientation !== after.orientation) return "orientation";
  if (before.size?.width !== after.size?.width) return "size";
  return before.size?.height !== after.size?.height ? "size" : undefined;
}

function differsInBytes(
  before: ByteSource,
  was: Inspection,
  after: ByteSource,
  is: Inspection,
): Doubt {
  if (hashOf(before, was.pixels) !== hashOf(after, is.pixels)) return "pixels";
  return hashOf(before, profileOf(was)) === hashOf(after, profileOf(is))
    ? undefined
    : "colour-profile";
}

const profileOf = (inspection: Inspection): readonly Span[] =>
  inspection.blocks.filter(({ kind }) => kind === "icc").flatMap(({ payload }) => payload);

/** SHA-256 of the bytes of some spans, one after another; at most 1 MB of them in memory. */
function hashOf(file: ByteSource, spans: readonly Span[]): string {
  const digest = createHash("sha256");
  for (const { start, end } of spans) {
    for (let at = start; at < end; at += COPY_CHUNK_BYTES) {
      digest.update(file.bytes(at, Math.min(end, at + COPY_CHUNK_BYTES)));
    }
  }
  return digest.digest("hex");
}
