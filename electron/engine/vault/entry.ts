import { z } from "zod";
import { type FileLook, writeNewFrom } from "../../base/files.ts";
import { openKept } from "./keep.ts";
import { SealBroken, seal, Witness } from "./seal.ts";

/** Bytes of an entry at most: a path has 4096, a sidecar's name 41. */
const MAX_ENTRY_BYTES = 1024 * 1024;

/** Seconds since 1970 with nanoseconds, as `touch -d @…` takes them. */
const time = z.string().regex(/^-?\d{1,18}\.\d{9}$/);

/**
 * What the vault remembers of one whole original, sealed like the original itself: with the entry,
 * the object and the key a file can be put back although the catalogue is lost (docs/vault.md).
 */
export const vaultEntry = z.object({
  version: z.literal(1),
  /** Where it lay. Bytes that are no UTF-8 stand as \udc80–\udcff, as Python's `os.fsencode` takes them. */
  path: z.string().min(1),
  name: z.string().min(1),
  size: z.int().nonnegative(),
  /** Of the original, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mode: z.int().nonnegative(),
  uid: z.int(),
  gid: z.int(),
  atime: time,
  mtime: time,
  /** Milliseconds since 1970, UTC, when it was sealed. */
  keptAt: z.int(),
  /** `quarantine`: the vault has the only copy. Else a changed file stands in its place. */
  kind: z.enum(["quarantine", "redact", "strip"]),
  /** Entries of the files beside the photo that went along with it. */
  sidecars: z.array(z.string()),
  /** Name of the sealed original in `objects/`. */
  object: z.string().regex(/^[0-9a-f]{64}\.age$/),
});
export type VaultEntry = z.infer<typeof vaultEntry>;

/** Seals an entry into a new file and proves that it opens to the same words. */
export async function keepEntry(
  recipient: string,
  path: string,
  entry: VaultEntry,
): Promise<boolean> {
  const plain = Buffer.from(`${JSON.stringify(entry, null, 2)}\n`);
  const witness = new Witness();
  await writeNewFrom(path, seal(recipient, [plain], witness));
  return (await openWith(witness, path)).equals(plain);
}

/** @throws {@link SealBroken}; what reading throws. */
export async function openEntry(identity: string, path: string): Promise<VaultEntry> {
  const text = (await openWith(identity, path)).toString("utf8");
  try {
    return vaultEntry.parse(JSON.parse(text));
  } catch (error) {
    throw new SealBroken("no entry", { cause: error });
  }
}

async function openWith(identity: string | Witness, path: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of openKept(identity, path)) {
    size += part.length;
    if (size > MAX_ENTRY_BYTES) throw new SealBroken("no entry");
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts);
}

const NS = 1_000_000_000n;

export function timeWords(ns: bigint): string {
  const seconds = ns >= 0n ? ns / NS : (ns - NS + 1n) / NS;
  return `${seconds}.${String(ns - seconds * NS).padStart(9, "0")}`;
}

function timeFrom(words: string): bigint {
  const [seconds = "0", rest = "0"] = words.split(".");
  return BigInt(seconds) * NS + BigInt(rest);
}

/** How the original looked beside its bytes. */
export const lookOfEntry = (entry: VaultEntry): FileLook => ({
  mode: entry.mode,
  uid: entry.uid,
  gid: entry.gid,
  atimeNs: timeFrom(entry.atime),
  mtimeNs: timeFrom(entry.mtime),
});
