import { type ByteSource, chunksOf, FileSource } from "../../base/bytes.ts";
import { hashFile, writeNewFrom } from "../../base/files.ts";
import {
  type PatchHeader,
  type PatchPart,
  patchHead,
  type Removed,
  readPatchHead,
} from "./patch.ts";
import { SealBroken, seal, unseal, type Witness } from "./seal.ts";

/** Bytes of a patch's head at most: a file in a hundred thousand pieces needs two megabytes. */
const MAX_HEAD_BYTES = 64 * 1024 * 1024;

/**
 * Seals a reverse patch into a new file and reads it back.
 * @returns whether what stands on the disk is what was sealed.
 * @throws what writing throws (disk full, no permission).
 */
export async function keepPatch(
  to: { readonly recipient: string; readonly path: string },
  header: PatchHeader,
  original: ByteSource,
  removed: readonly Removed[],
): Promise<boolean> {
  const head = patchHead(header);
  const plain = function* () {
    yield head;
    yield* chunksOf(original, removed);
  };
  const written = await writeNewFrom(to.path, seal(to.recipient, plain()));
  return hashFile(to.path).hash.equals(written);
}

/** The plaintext of a sealed file, from its start to its end; a piece is valid until the next. @throws {@link SealBroken} */
export async function* openKept(
  identity: string | Witness,
  path: string,
): AsyncGenerator<Uint8Array> {
  const file = FileSource.open(path);
  try {
    yield* unseal(identity, chunksOf(file, [{ start: 0, end: file.size }]));
  } finally {
    file.close();
  }
}

/** A patch as it comes out of the vault: its head, and the removed bytes to be read once, in order. */
export interface OpenPatch {
  readonly header: PatchHeader;
  readonly data: AsyncGenerator<Uint8Array>;
}

/** @throws {@link SealBroken} */
export async function openPatch(
  identity: string,
  sealed: Iterable<Uint8Array>,
): Promise<OpenPatch> {
  const plain = unseal(identity, sealed);
  let start = Buffer.alloc(0);
  for (;;) {
    const head = readPatchHead(start);
    if (head)
      return { header: head.header, data: startingWith(start.subarray(head.dataAt), plain) };
    const next = await plain.next();
    if (next.done || start.length > MAX_HEAD_BYTES) throw new SealBroken("a patch without a head");
    start = Buffer.concat([start, next.value]);
  }
}

/** The original's bytes, from the stripped file and the patch's data. */
export async function* rebuild(
  stripped: ByteSource,
  parts: readonly PatchPart[],
  data: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array = new Uint8Array();
  for (const part of parts) {
    if (typeof part !== "number") {
      yield* chunksOf(stripped, [{ start: part[0], end: part[1] }]);
      continue;
    }
    for (let wanted = part; wanted > 0; ) {
      if (kept.length === 0) kept = (await data.next()).value ?? fail();
      const piece = kept.subarray(0, wanted);
      kept = kept.subarray(piece.length);
      wanted -= piece.length;
      yield piece;
    }
  }
}

function fail(): never {
  throw new SealBroken("a patch shorter than its head says");
}

async function* startingWith(first: Uint8Array, rest: AsyncGenerator<Uint8Array>) {
  if (first.length > 0) yield first;
  yield* rest;
}
