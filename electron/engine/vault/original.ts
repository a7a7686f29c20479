import { createHash, createHmac } from "node:crypto";
import { basename, join } from "node:path";
import { type ByteSource, chunksOf } from "../../base/bytes.ts";
import {
  type FileLook,
  removeIfThere,
  replaceFile,
  temporaryBeside,
  writeNewFrom,
} from "../../base/files.ts";
import { keepEntry, timeWords, type VaultEntry } from "./entry.ts";
import { openKept } from "./keep.ts";
import { seal, Witness } from "./seal.ts";

/** Where and for whom a whole original is to be kept. Made by `Vault.placeFor`. */
export interface OriginalPlace {
  readonly recipient: string;
  /** Folder of the sealed originals. */
  readonly objects: string;
  /** Path of the new entry. */
  readonly entry: string;
  /** Makes the names of objects say nothing to whoever knows a photo but not this key. */
  readonly nameKey: Uint8Array;
  readonly kind: VaultEntry["kind"];
  readonly sidecars: readonly string[];
}

export interface KeptOriginal {
  readonly sha256: Buffer;
  /** Name of the object in the vault. */
  readonly object: string;
}

/**
 * Seals a whole file and its entry, and opens both again from the disk for their proof. The same
 * bytes kept twice are one object: the newer sealing, which has just been proven, takes the older
 * one's place. Memory stays flat however long the file is.
 * @returns `undefined` when what was read back is not what was to be kept; nothing is left then.
 * @throws what reading and writing throw.
 */
export async function keepOriginal(
  file: ByteSource,
  where: { readonly path: string; readonly look: FileLook },
  place: OriginalPlace,
): Promise<KeptOriginal | undefined> {
  const sha256 = hashOfSource(file);
  const object = `${createHmac("sha256", place.nameKey).update(sha256).digest("hex")}.age`;
  const isKept = await keepObject(file, sha256, place.recipient, join(place.objects, object));
  if (!isKept) return undefined;
  const entry = entryFor(where, place, { sha256, object, size: file.size });
  if (await keepEntry(place.recipient, place.entry, entry)) return { sha256, object };
  removeIfThere(place.entry);
  return undefined;
}

async function keepObject(
  file: ByteSource,
  sha256: Buffer,
  recipient: string,
  path: string,
): Promise<boolean> {
  const temporary = temporaryBeside(path);
  const witness = new Witness();
  try {
    const plain = chunksOf(file, [{ start: 0, end: file.size }]);
    await writeNewFrom(temporary, seal(recipient, plain, witness));
    if (!(await hashOfKept(witness, temporary)).equals(sha256)) return false;
    replaceFile(temporary, path);
    return true;
  } finally {
    removeIfThere(temporary);
  }
}

/** SHA-256 of what a sealed file holds. @throws {@link SealBroken} */
export async function hashOfKept(identity: string | Witness, path: string): Promise<Buffer> {
  const digest = createHash("sha256");
  for await (const part of openKept(identity, path)) digest.update(part);
  return digest.digest();
}

export function hashOfSource(file: ByteSource): Buffer {
  const digest = createHash("sha256");
  for (const chunk of chunksOf(file, [{ start: 0, end: file.size }])) digest.update(chunk);
  return digest.digest();
}

function entryFor(
  { path, look }: { readonly path: string; readonly look: FileLook },
  { kind, sidecars }: OriginalPlace,
  { sha256, object, size }: KeptOriginal & { readonly size: number },
): VaultEntry {
  return {
    version: 1,
    path,
    name: basename(path),
    size,
    sha256: sha256.toString("hex"),
    mode: look.mode,
    uid: look.uid,
    gid: look.gid,
    atime: timeWords(look.atimeNs),
    mtime: timeWords(look.mtimeNs),
    keptAt: Date.now(),
    kind,
    sidecars: [...sidecars],
    object,
  };
}
