import { Decrypter, Encrypter, type Identity, type Recipient, type Stanza } from "age-encryption";
import { errnoOf } from "../../base/errno.ts";

/** Bytes sealed in one call; longer plaintexts are streamed, so that memory stays flat. */
const AT_ONCE_BYTES = 8 * 1024 * 1024;

/**
 * Knows the key of the one file that was sealed with it, so that the file can be opened for its
 * check although the vault is locked. It leaves nothing in the file.
 */
export class Witness implements Recipient, Identity {
  #fileKey: Uint8Array | null = null;

  wrapFileKey(fileKey: Uint8Array): Stanza[] {
    this.#fileKey = fileKey;
    return [];
  }
  unwrapFileKey(): Uint8Array | null {
    return this.#fileKey;
  }
}

/** Standard age ciphertext (C2SP age v1) of some bytes, piece by piece. */
export async function* seal(
  recipient: string,
  size: number,
  chunks: Iterable<Uint8Array>,
  witness?: Witness,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  if (witness) encrypter.addRecipient(witness);
  if (size <= AT_ONCE_BYTES) yield await encrypter.encrypt(gathered(size, chunks));
  else yield* readAll(await encrypter.encrypt(streamOf(chunks)));
}

/** A sealed file that does not open: another's key, a flipped byte, or not what it should be. */
export class SealBroken extends Error {}

/**
 * The plaintext of an age file.
 * @throws {@link SealBroken}; what reading the sealed bytes throws comes through as it is.
 */
export async function* unseal(
  identity: string | Identity,
  chunks: Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    yield* readAll(await decrypter.decrypt(streamOf(chunks)));
  } catch (error) {
    if (errnoOf(error) !== undefined) throw error;
    throw new SealBroken("it cannot be opened", { cause: error });
  }
}

/** A chunk is only valid until the next, so each is copied as it comes. */
function gathered(size: number, chunks: Iterable<Uint8Array>): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all.subarray(0, at);
}

/** Chunks are copied: whoever reads the file uses one buffer for all of them. */
function streamOf(chunks: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const next = iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value.slice());
    },
    cancel: () => void iterator.return?.(),
  });
}

async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
