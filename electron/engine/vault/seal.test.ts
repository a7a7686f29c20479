import { createCipheriv, createHash, hkdfSync } from "node:crypto";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeAll, describe, expect, it } from "vitest";
import { openPayload } from "./payload.ts";
import { SealBroken, seal, unseal, Witness } from "./seal.ts";

/* Our own payloads beside those of the reference library, at every length where one piece becomes two. */

const PIECE = 65_536;
const LENGTHS = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7];
const CUT = 10_007;

let identity: string;
let recipient: string;
beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});

const plainOf = (length: number) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(length / 32) }, (_, n) =>
      createHash("sha256").update(`${n}`).digest(),
    ),
  ).subarray(0, length);

/** Through one buffer, as files are read: whoever keeps a piece keeps the next one's bytes. */
function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  const buffer = new Uint8Array(CUT);
  for (let at = 0; at < bytes.length; at += CUT) {
    const part = bytes.subarray(at, at + CUT);
    buffer.set(part);
    yield buffer.subarray(0, part.length);
  }
}

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

const sealed = (plain: Uint8Array, witness?: Witness) =>
  gathered(seal(recipient, cut(plain), witness));
const opened = (bytes: Uint8Array, key: string | Witness = identity) =>
  gathered(unseal(key, cut(bytes)));

describe("a sealed file", () => {
  it.each(LENGTHS)("of %i bytes opens with the reference library", async (length) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const plain = Buffer.from(await decrypter.decrypt(await sealed(plainOf(length))));
    expect(plain.equals(plainOf(length))).toBe(true);
  });

  it.each(LENGTHS)("of %i bytes that the reference library sealed opens", async (length) => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const theirs = await encrypter.encrypt(plainOf(length));
    expect((await opened(theirs)).equals(plainOf(length))).toBe(true);
  });

  it("opens for the witness of its sealing, and for no other", async () => {
    const witness = new Witness();
    const bytes = await sealed(plainOf(100), witness);
    expect((await opened(bytes, witness)).equals(plainOf(100))).toBe(true);
    await expect(opened(bytes, new Witness())).rejects.toThrow(SealBroken);
    await expect(opened(bytes, await generateX25519Identity())).rejects.toThrow(SealBroken);
  });

  it("does not open with any byte flipped, wherever it stands", async () => {
    const bytes = await sealed(plainOf(PIECE + 100));
    const payload = bytes.indexOf("\n", bytes.indexOf("\n--- ") + 1) + 1;
    const places = [0, 30, payload - 2, payload, payload + 15, payload + 16, payload + 16 + PIECE];
    for (const at of [...places, bytes.length - 101, bytes.length - 1]) {
      const bad = Buffer.from(bytes);
      bad.writeUInt8(bad.readUInt8(at) ^ 1, at);
      await expect(opened(bad), `byte ${at}`).rejects.toThrow(SealBroken);
    }
  });

  it("does not open when it was cut, grew, or lost or swapped a piece", async () => {
    const bytes = await sealed(plainOf(3 * PIECE));
    const start = bytes.length - 3 * (PIECE + 16);
    const piece = (n: number) =>
      bytes.subarray(start + n * (PIECE + 16), start + (n + 1) * (PIECE + 16));
    const head = bytes.subarray(0, start);
    const wrong = {
      "no bytes": Buffer.alloc(0),
      "half a header": bytes.subarray(0, 50),
      "no payload": bytes.subarray(0, start - 8),
      "no pieces": head,
      "cut between pieces": bytes.subarray(0, start + PIECE + 16),
      "cut in a piece": bytes.subarray(0, bytes.length - 1),
      "one byte more": Buffer.concat([bytes, Buffer.from([0])]),
      "an empty piece more": Buffer.concat([bytes, Buffer.alloc(16)]),
      "a piece missing": Buffer.concat([head, piece(0), piece(2)]),
      "pieces swapped": Buffer.concat([head, piece(1), piece(0), piece(2)]),
    };
    for (const [how, bad] of Object.entries(wrong))
      await expect(opened(bad), how).rejects.toThrow(SealBroken);
  });

  it("does not open with an empty last piece, even where whoever has the key made it", () => {
    const [fileKey, nonce] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)];
    const key = new Uint8Array(hkdfSync("sha256", fileKey, nonce, "payload", 32));
    const piece = (plain: Uint8Array, ...end: readonly [count: number, last: number]) => {
      const number = Buffer.from([...Array.from({ length: 10 }, () => 0), ...end]);
      const cipher = createCipheriv("chacha20-poly1305", key, number, { authTagLength: 16 });
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    };
    const open = (...pieces: Buffer[]) => [...openPayload(fileKey, nonce, pieces)].length;
    expect(open(piece(plainOf(PIECE), 0, 1))).toBe(1);
    expect(() => open(piece(plainOf(PIECE), 0, 0), piece(Buffer.alloc(0), 1, 1))).toThrow(
      "cut short",
    );
  });
});
