import { randomBytes } from "node:crypto";
import { Decrypter, Encrypter, type Identity, type Recipient, type Stanza } from "age-encryption";
import { errnoOf } from "../../base/errno.ts";
import { NONCE_BYTES, openPayload, sealPayload, TAG_BYTES } from "./payload.ts";

/** Bytes of a header at most; ours, for one recipient, has 168. */
const MAX_HEADER_BYTES = 64 * 1024;

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

/** Standard age ciphertext (C2SP age v1) of some bytes, piece by piece; a piece is valid until the next. */
export async function* seal(
  recipient: string,
  chunks: Iterable<Uint8Array>,
  witness: Witness = new Witness(),
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  encrypter.addRecipient(witness);
  // Sealing nothing yields a header, a nonce and one tag: the header is what we are after.
  const empty = await encrypter.encrypt(new Uint8Array());
  yield empty.subarray(0, empty.length - NONCE_BYTES - TAG_BYTES);
  const fileKey = witness.unwrapFileKey();
  if (fileKey === null) throw new Error("age made a header without a key");
  const nonce = randomBytes(NONCE_BYTES);
  yield nonce;
  yield* sealPayload(fileKey, nonce, chunks);
}

/** A sealed file that does not open: another's key, a flipped byte, or not what it should be. */
export class SealBroken extends Error {}

/**
 * The plaintext of an age file, piece by piece; a piece is valid until the next.
 * @throws {@link SealBroken}; what reading the sealed bytes throws comes through as it is.
 */
export async function* unseal(
  identity: string | Identity,
  chunks: Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const source = chunks[Symbol.iterator]();
  try {
    const { header, nonce, rest } = readHead(source);
    const fileKey = await decrypter.decryptHeader(header);
    yield* openPayload(fileKey, nonce, startingWith(rest, source));
  } catch (error) {
    if (errnoOf(error) !== undefined) throw error;
    throw new SealBroken("it cannot be opened", { cause: error });
  } finally {
    source.return?.();
  }
}

/** A header ends with the line of its MAC, which begins with three dashes; nothing before it does. */
function headerEnd(start: Buffer): number | undefined {
  const mac = start.indexOf("\n--- ");
  const end = mac < 0 ? -1 : start.indexOf("\n", mac + 1);
  return end < 0 ? undefined : end + 1;
}

function readHead(chunks: Iterator<Uint8Array>) {
  for (let start = Buffer.alloc(0); ; ) {
    const end = headerEnd(start);
    if (end !== undefined && start.length >= end + NONCE_BYTES) {
      const payload = end + NONCE_BYTES;
      const nonce = start.subarray(end, payload);
      return { header: start.subarray(0, end), nonce, rest: start.subarray(payload) };
    }
    const next = chunks.next();
    if (next.done || start.length > MAX_HEADER_BYTES) throw new SealBroken("no age file");
    start = Buffer.concat([start, next.value]);
  }
}

function* startingWith(first: Uint8Array, rest: Iterator<Uint8Array>): Generator<Uint8Array> {
  yield first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
