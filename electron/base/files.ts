import { createHash, randomBytes } from "node:crypto";
import {
  type BigIntStats,
  chmodSync,
  chownSync,
  closeSync,
  fstatSync,
  fsync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { READ_FLAGS } from "./bytes.ts";
import { errnoOf } from "./errno.ts";
import { COPY_CHUNK_BYTES } from "./limits.ts";
import { fsPath } from "./paths.ts";
import { settableTime } from "./times.ts";
import { TEMPORARY_PREFIX } from "./walk.ts";

/*
 * The few ways in which bytes reach a disk. Nothing here calls a file written before the disk has
 * it; only {@link beginNew} lets its caller do other work meanwhile.
 * Every function throws what `node:fs` throws; callers turn it into a code (errno.ts).
 */

/** A name beside `path` that no walk shows, for the new bytes until they take the old one's place. */
export const temporaryBeside = (path: string): string =>
  join(dirname(path), `${TEMPORARY_PREFIX}${randomBytes(9).toString("base64url")}.tmp`);

/** Bytes `[start, end)` of a file in pieces of at most 1 MB; the piece is only valid until the next. */
export function* readChunks(fd: number, start: number, end: number): Generator<Uint8Array> {
  const buffer = new Uint8Array(Math.max(1, Math.min(COPY_CHUNK_BYTES, end - start)));
  for (let at = start; at < end; ) {
    const got = readSync(fd, buffer, 0, Math.min(buffer.length, end - at), at);
    if (got === 0) throw new ShortFile();
    yield buffer.subarray(0, got);
    at += got;
  }
}

/** The file ended before the bytes that were there a moment ago. */
export class ShortFile extends Error {
  readonly code = "ESHORT";
}

/** SHA-256 of a whole file, its size and its state, without following a link. */
export function hashFile(path: string): { readonly hash: Buffer; readonly stat: BigIntStats } {
  return withFile(path, (fd) => {
    const stat = fstatSync(fd, { bigint: true });
    const digest = createHash("sha256");
    for (const chunk of readChunks(fd, 0, Number(stat.size))) digest.update(chunk);
    return { hash: digest.digest(), stat };
  });
}

/** Opens for reading without following a link or waiting for a pipe, and closes whatever happens. */
export function withFile<T>(path: string, use: (fd: number) => T): T {
  const fd = openSync(fsPath(path), READ_FLAGS);
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * Writes a file that must not exist yet and does not return before it is on the disk.
 * What was written is removed again when anything fails.
 * @returns SHA-256 of what was written.
 */
export function writeNew(path: string, chunks: Iterable<Uint8Array>, mode = 0o600): Buffer {
  const file = new NewFile(path, mode);
  try {
    for (const chunk of chunks) file.write(chunk);
    return file.finish();
  } catch (error) {
    file.abandon();
    throw error;
  }
}

/** A new file whose bytes are written, and are on their way to the disk. */
export interface NewOnItsWay {
  /** SHA-256 of what was written. */
  readonly hash: Buffer;
  /** Settles when it is on the disk. When that fails the file is gone again. */
  readonly onDisk: Promise<void>;
}

/** {@link writeNew} that does not wait for the disk: its caller has other work meanwhile, and then must. */
export function beginNew(path: string, chunks: Iterable<Uint8Array>, mode = 0o600): NewOnItsWay {
  const file = new NewFile(path, mode);
  try {
    for (const chunk of chunks) file.write(chunk);
  } catch (error) {
    file.abandon();
    throw error;
  }
  const onDisk = file.settle();
  // Whoever fails before waiting for it has another error to tell.
  onDisk.catch(() => {});
  return { hash: file.hash(), onDisk };
}

/** {@link writeNew} for bytes that come in their own time. */
export async function writeNewFrom(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  mode = 0o600,
): Promise<Buffer> {
  const file = new NewFile(path, mode);
  try {
    for await (const chunk of chunks) file.write(chunk);
  } catch (error) {
    file.abandon();
    throw error;
  }
  await file.settle();
  return file.hash();
}

const fsyncLater = promisify(fsync);

class NewFile {
  readonly #path: string;
  readonly #fd: number;
  readonly #digest = createHash("sha256");

  constructor(path: string, mode: number) {
    this.#path = path;
    this.#fd = openSync(fsPath(path), "wx", mode);
  }

  write(chunk: Uint8Array) {
    this.#digest.update(chunk);
    writeAll(this.#fd, chunk);
  }

  finish(): Buffer {
    fsyncSync(this.#fd);
    closeSync(this.#fd);
    return this.hash();
  }

  /** Resolves when it is on the disk; the process goes on meanwhile. */
  async settle() {
    try {
      await fsyncLater(this.#fd);
      closeSync(this.#fd);
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  hash(): Buffer {
    return this.#digest.digest();
  }

  abandon() {
    closeQuietly(this.#fd);
    removeIfThere(this.#path);
  }
}

function writeAll(fd: number, chunk: Uint8Array) {
  for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
}

function closeQuietly(fd: number) {
  try {
    closeSync(fd);
  } catch {
    // The descriptor is closed already: the first error is the one to tell.
  }
}

/** Puts a finished file in another's place in one step that a power cut cannot halve. */
export function replaceFile(temporary: string, path: string) {
  renameSync(fsPath(temporary), fsPath(path));
  syncFolder(dirname(path));
}

/** What file systems answer that know no second name for a file (FAT, some network shares). */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Gives a finished file its name, which nobody may have yet.
 * @throws `EEXIST` when somebody has; nothing is ever overwritten.
 */
export function placeNew(temporary: string, path: string) {
  try {
    linkSync(fsPath(temporary), fsPath(path));
    removeIfThere(temporary);
  } catch (error) {
    if (!NO_LINKS.has(errnoOf(error) ?? "")) throw error;
    // An empty file holds the name until the full one takes its place.
    closeSync(openSync(fsPath(path), "wx", 0o600));
    renameSync(fsPath(temporary), fsPath(path));
  }
  syncFolder(dirname(path));
}

/** Removes a file and does not return before that will last. */
export function removeFile(path: string) {
  unlinkSync(fsPath(path));
  syncFolder(dirname(path));
}

/** Makes a rename or a removal in a folder last. Windows has no such call and needs none. */
export function syncFolder(path: string) {
  if (process.platform === "win32") return;
  const fd = openSync(fsPath(path), "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Not `rmSync`: of some failures (EIO, EROFS) that one tells no code. */
export function removeIfThere(path: string) {
  try {
    unlinkSync(fsPath(path));
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
  }
}

/** Gives `path` the mode, the owner (where we may) and the times that `like` describes. */
export function takeOver(path: string, like: FileLook) {
  chmodSync(fsPath(path), like.mode & 0o7777);
  const now = lstatSync(fsPath(path));
  if (now.uid !== like.uid || now.gid !== like.gid) chownIfAllowed(path, like);
  utimesSync(fsPath(path), settableTime(like.atimeNs), settableTime(like.mtimeNs));
}

/** What a file looks like beside its bytes, so that it can be made to look so again. */
export interface FileLook {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
}

export const lookOf = (stat: BigIntStats): FileLook => ({
  mode: Number(stat.mode),
  uid: Number(stat.uid),
  gid: Number(stat.gid),
  atimeNs: stat.atimeNs,
  mtimeNs: stat.mtimeNs,
});

function chownIfAllowed(path: string, like: FileLook) {
  try {
    chownSync(fsPath(path), like.uid, like.gid);
  } catch {
    // Only root may give files away; the picture is then owned by whoever cleaned it.
  }
}

/** A folder that must not exist yet, for whoever the system lets in. @throws `EEXIST` */
export function makeNewFolder(path: string) {
  mkdirSync(fsPath(path), { mode: 0o777 });
  syncFolder(dirname(path));
}

/** A folder, and those above it; it may exist already. Only its owner may enter unless told otherwise. */
export function makeFolder(path: string, mode = 0o700) {
  const first = mkdirSync(fsPath(path), { recursive: true, mode });
  if (first === undefined) return;
  // A new folder lasts once the one above it is on the disk, and so on up to what was there before.
  for (let at = path; at.length >= first.length; at = dirname(at)) syncFolder(dirname(at));
}
