import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";

/*
 * What follows an age file's header (C2SP age v1, "Payload"): a nonce, then the plaintext in pieces of
 * 64 KiB, each sealed on its own, numbered, the last one marked. Done with Node's own cipher: a film of
 * 4 GB goes through at the disk's pace and in a few megabytes of memory, where the streams of a portable
 * library need minutes. The header stays with that library.
 *
 *   nonce 16 │ piece 65536 + tag 16 │ piece 65536 + tag 16 │ … │ last piece 0–65536 + tag 16
 */

export const NONCE_BYTES = 16;
const PIECE_BYTES = 65_536;
export const TAG_BYTES = 16;
const CIPHER = "chacha20-poly1305";

/** Key of the pieces: HKDF-SHA-256 of the file's key, with the payload's nonce as salt. */
const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", fileKey, nonce, "payload", 32));

/**
 * Each piece is valid until the next.
 * @param nonce 16 random bytes of its own.
 */
export function* sealPayload(
  fileKey: Uint8Array,
  nonce: Uint8Array,
  chunks: Iterable<Uint8Array>,
): Generator<Uint8Array> {
  const key = payloadKey(fileKey, nonce);
  for (const { bytes, number } of piecesOf(chunks, PIECE_BYTES)) {
    const cipher = createCipheriv(CIPHER, key, number, { authTagLength: TAG_BYTES });
    const sealed = cipher.update(bytes);
    cipher.final();
    yield sealed;
    release(sealed);
    yield cipher.getAuthTag();
  }
}

/**
 * Each piece is valid until the next.
 * @throws when a byte is wrong, a piece is missing, or something follows the last one.
 */
export function* openPayload(
  fileKey: Uint8Array,
  nonce: Uint8Array,
  chunks: Iterable<Uint8Array>,
): Generator<Uint8Array> {
  const key = payloadKey(fileKey, nonce);
  let isFirst = true;
  for (const { bytes, number } of piecesOf(chunks, PIECE_BYTES + TAG_BYTES)) {
    const size = bytes.length - TAG_BYTES;
    // Only the payload of an empty file ends in an empty piece.
    if (size < 0 || (size === 0 && !isFirst)) throw new Error("cut short");
    const cipher = createDecipheriv(CIPHER, key, number, { authTagLength: TAG_BYTES });
    cipher.setAuthTag(bytes.subarray(size));
    const plain = cipher.update(bytes.subarray(0, size));
    cipher.final();
    yield plain;
    release(plain);
    isFirst = false;
  }
}

/**
 * Gives a piece's memory back now. Left to the garbage collector, which sees a small object and does not
 * hurry, 64 MB of such pieces pile up.
 */
function release({ buffer, byteLength }: Uint8Array) {
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  if (isWhole) buffer.transfer(0);
}

interface Piece {
  /** Valid until the next one. */
  readonly bytes: Uint8Array;
  /** 11 bytes that count from 0, big-endian, then 1 for the last piece and 0 for all others. */
  readonly number: Uint8Array;
}

/** Cuts a stream anew. There is always a last piece: as long as the others, shorter, or empty. */
function* piecesOf(chunks: Iterable<Uint8Array>, length: number): Generator<Piece> {
  const held = new Uint8Array(length);
  const number = Buffer.alloc(12);
  let used = 0;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      if (used === length) {
        yield { bytes: held, number };
        number.writeUIntBE(number.readUIntBE(5, 6) + 1, 5, 6);
        used = 0;
      }
      const part = chunk.subarray(at, at + length - used);
      held.set(part, used);
      used += part.length;
      at += part.length;
    }
  }
  number[11] = 1;
  yield { bytes: held.subarray(0, used), number };
}
