/** Runs a container's `inspect` and `strip` over bytes in memory, for tests. */
import type { StripKind } from "../../../../shared/model/action.ts";
import { type StripPlan, stripPlan } from "../../../../shared/policy/strip-plan.ts";
import { MemorySource } from "../../../base/bytes.ts";
import type { Block, Format, Inspection, Piece, Span } from "../format.ts";

export const IDENTITY = stripPlan({ preset: "identity", kinds: [], keepDate: false });
export const IDENTITY_BUT_DATE = stripPlan({ preset: "identity", kinds: [], keepDate: true });
export const LOCATION = stripPlan({ preset: "location", kinds: [], keepDate: false });
export const only = (...kinds: readonly StripKind[]): StripPlan =>
  stripPlan({ preset: "custom", kinds, keepDate: false });

/** The bytes that pieces make of a file. */
export const assembled = (file: Uint8Array, pieces: readonly Piece[]): Uint8Array =>
  Uint8Array.from(
    Buffer.concat(
      pieces.map((piece) =>
        "bytes" in piece ? piece.bytes : file.subarray(piece.start, piece.end),
      ),
    ),
  );

/** The stripped file, or the code of the refusal. */
export function stripped(format: Format, bytes: Uint8Array, plan = IDENTITY): Uint8Array | string {
  const result = format.strip(new MemorySource(bytes), plan);
  return result.ok ? assembled(bytes, result.value) : result.error.code;
}

/** What `inspect` says of bytes that it must be able to read. */
export function inspected(format: Format, bytes: Uint8Array): Inspection {
  const result = format.inspect(new MemorySource(bytes), "full");
  if (!result.ok) throw new Error(`damaged at ${result.error.offset}`);
  return result.value;
}

/** Each block as its kind, its name and its content as text of one byte a character. */
export const told = (
  format: Format,
  bytes: Uint8Array,
): readonly (readonly [Block["kind"], string, string])[] =>
  inspected(format, bytes).blocks.map(({ kind, name, payload }) => [
    kind,
    name,
    textOf(bytes, payload),
  ]);

export const textOf = (bytes: Uint8Array, spans: readonly Span[]): string =>
  spans
    .map(({ start, end }) => Buffer.from(bytes.subarray(start, end)).toString("latin1"))
    .join("");

/** The bytes that draw the picture. */
export const pixelsOf = (format: Format, bytes: Uint8Array): string =>
  textOf(bytes, inspected(format, bytes).pixels);
