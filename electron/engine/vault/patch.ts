import { z } from "zod";
import { SealBroken } from "./seal.ts";

/*
 * A reverse patch: what a strip took out of a file and where it stood, so that the original can be
 * rebuilt from the stripped file. Plain layout, before sealing (docs/vault.md shows how to apply one
 * by hand):
 *
 *   safelight-patch 1\n
 *   {"size":…,"sha256":"…","parts":[[0,20],5210,[20,90000]]}\n      one line of JSON
 *   5210 bytes that the strip took out, in the order of `parts`
 *
 * A pair is a range of the stripped file to copy, a number is how many kept bytes to insert.
 */
const MAGIC = "safelight-patch 1\n";

const offset = z.int().nonnegative();

/** Text that must be JSON of a certain shape. */
const jsonOf = <T extends z.ZodType>(shape: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "not JSON" });
        return z.NEVER;
      }
    })
    .pipe(shape);

const patchHeader = z.object({
  /** Display text of where the original lay, for a person who opens the vault by hand. */
  path: z.string(),
  /** Bytes of the original. */
  size: offset,
  /** Of the original, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  parts: z.array(z.union([z.tuple([offset, offset]), offset])),
});
export type PatchHeader = z.infer<typeof patchHeader>;
export type PatchPart = PatchHeader["parts"][number];

/** A range of the original that the stripped file no longer has. */
export interface Removed {
  readonly start: number;
  readonly end: number;
}

/**
 * How to get back from a list of pieces to the original: for each range that was copied, where it
 * stands now; for each that was not, its bytes. `undefined` when the pieces are not in the
 * original's order: then only a whole copy can undo them.
 */
export function reverseParts(
  pieces: readonly (
    | { readonly start: number; readonly end: number }
    | { readonly bytes: Uint8Array }
  )[],
  size: number,
): { readonly parts: PatchPart[]; readonly removed: Removed[] } | undefined {
  const parts: PatchPart[] = [];
  const removed: Removed[] = [];
  let [original, stripped] = [0, 0];
  const take = (end: number) => {
    if (end > original) {
      parts.push(end - original);
      removed.push({ start: original, end });
    }
  };
  for (const piece of pieces) {
    if ("bytes" in piece) {
      stripped += piece.bytes.length;
      continue;
    }
    if (piece.start < original) return undefined;
    take(piece.start);
    const length = piece.end - piece.start;
    if (length > 0) parts.push([stripped, stripped + length]);
    stripped += length;
    original = piece.end;
  }
  take(size);
  return { parts, removed };
}

/** The header's bytes, to be followed by the removed ones. */
export const patchHead = (header: PatchHeader): Buffer =>
  Buffer.from(`${MAGIC}${JSON.stringify(header)}\n`, "utf8");

/**
 * Reads a patch's head from its first bytes.
 * @returns `undefined` when more bytes are needed.
 * @throws {@link SealBroken} when it is no patch.
 */
export function readPatchHead(
  bytes: Buffer,
): { readonly header: PatchHeader; readonly dataAt: number } | undefined {
  if (bytes.length < MAGIC.length) return undefined;
  if (!bytes.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC))) throw new SealBroken("no patch");
  const end = bytes.indexOf(0x0a, MAGIC.length);
  if (end < 0) return undefined;
  const header = jsonOf(patchHeader).safeParse(bytes.toString("utf8", MAGIC.length, end));
  if (!header.success) throw new SealBroken("no patch");
  return { header: header.data, dataAt: end + 1 };
}
