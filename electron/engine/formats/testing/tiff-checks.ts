import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { MemorySource } from "../../../base/bytes.ts";
import { readTiff } from "../exif/ifd.ts";
import { layoutOf } from "../exif/ifd-tree.ts";
import type { Format, Inspection, Piece } from "../format.ts";
import { reveal } from "../reveal/reveal.ts";

/* What every strip must hold to, for tests of formats made of TIFF structures. */

export function inspected(format: Format, bytes: Uint8Array): Inspection {
  const inspection = format.inspect(new MemorySource(bytes), "full");
  if (!inspection.ok) throw new Error(`damaged at ${inspection.error.offset}`);
  return inspection.value;
}

export function strip(format: Format, bytes: Uint8Array, plan: StripPlan): Uint8Array {
  const pieces = format.strip(new MemorySource(bytes), plan);
  if (!pieces.ok) throw new Error(JSON.stringify(pieces.error));
  return join(bytes, pieces.value);
}

const join = (bytes: Uint8Array, pieces: readonly Piece[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      pieces.map((piece) =>
        "bytes" in piece ? piece.bytes : bytes.subarray(piece.start, piece.end),
      ),
    ),
  );

/** The bytes that draw the picture, as the format names them. */
export const pixelsOf = (format: Format, bytes: Uint8Array): Buffer =>
  Buffer.concat(
    inspected(format, bytes).pixels.map(({ start, end }) => bytes.subarray(start, end)),
  );

/** Ways to damage a file. */
export const filesOf = {
  *cut(file: Uint8Array): Generator<Uint8Array> {
    for (let length = 0; length < file.length; length++) yield file.slice(0, length);
  },
  /** Files with up to six wrong bytes, always the same ones. */
  *flipped(file: Uint8Array, count: number): Generator<Uint8Array> {
    let seed = 20_261_123;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (let number = 0; number < count; number++) {
      const wrong = file.slice();
      for (let flips = 1 + next(6); flips > 0; flips--) wrong[next(wrong.length)] = next(256);
      yield wrong;
    }
  },
  /** Every count, type and offset of every directory made nothing, and made as large as it can be. */
  *extremes(file: Uint8Array): Generator<Uint8Array> {
    const tree = readTiff(new MemorySource(file));
    if (!tree.ok) throw new Error("unreadable");
    const { countBytes, entryBytes, pointerBytes } = layoutOf(tree.value);
    for (const { at, entries } of tree.value.ifds) {
      const behind = at + countBytes + entries.length * entryBytes;
      const fields = entries.flatMap((entry) => [
        [entry.at + 2, 2] as const,
        [entry.at + 4, pointerBytes] as const,
        [entry.at + 4 + pointerBytes, pointerBytes] as const,
      ]);
      for (const [where, length] of [
        [at, countBytes],
        [behind, pointerBytes],
        ...fields,
      ] as const) {
        for (const byte of [0, 255]) {
          const wrong = file.slice();
          wrong.fill(byte, where, where + length);
          yield wrong;
        }
      }
    }
  },
};

/**
 * The first file that makes the format throw, or whose strip is not true: other pixels, something
 * of the plan left, or a second strip that changes more. `undefined` when all hold.
 */
export function firstFault(
  format: Format,
  files: Iterable<Uint8Array>,
  plans: readonly StripPlan[],
  mayStay: (type: string) => boolean = () => false,
): string | undefined {
  let number = 0;
  for (const file of files) {
    for (const [index, plan] of plans.entries()) {
      const fault = faultOf(format, file, plan, mayStay);
      if (fault) return `${fault} (file ${number}, plan ${index})`;
    }
    number++;
  }
  return undefined;
}

function faultOf(
  format: Format,
  file: Uint8Array,
  plan: StripPlan,
  mayStay: (type: string) => boolean,
): string | undefined {
  const source = new MemorySource(file);
  const inspection = format.inspect(source, "full");
  const pieces = format.strip(source, plan);
  if (!inspection.ok || !pieces.ok) return undefined;
  reveal(source, inspection.value);
  const after = join(file, pieces.value);
  if (!pixelsOf(format, after).equals(pixelsOf(format, file))) return "other pixels";
  const left = reveal(new MemorySource(after), inspected(format, after)).find(
    ({ kind, type }) =>
      plan.drops.has(kind) && !(kind === "time" && plan.keepDate) && !mayStay(type),
  );
  if (left) return `left: ${left.kind} ${left.type} ${left.source}`;
  const again = format.strip(new MemorySource(after), plan);
  if (!again.ok) return `refused the second time: ${JSON.stringify(again.error)}`;
  return Buffer.compare(join(after, again.value), after) === 0 ? undefined : "not done at once";
}
