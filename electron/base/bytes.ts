import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { fingerprintOf } from "./fingerprint.ts";
import { COPY_CHUNK_BYTES } from "./limits.ts";
import { fsPath } from "./paths.ts";

/** Reading never follows a link that took a photo's place, and never waits for a pipe. */
export const READ_FLAGS =
  constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Bytes that can be read anywhere, in order not to read all of them. Offsets count from 0.
 * Every accessor answers `undefined` (or fewer bytes) where the file ends: a reader of a format
 * can never read past the end by mistake, and must say what it does when a number is missing.
 */
export interface ByteSource {
  readonly size: number;
  u8(at: number): number | undefined;
  /** Big-endian unless told otherwise. */
  u16(at: number, littleEndian?: boolean): number | undefined;
  u32(at: number, littleEndian?: boolean): number | undefined;
  /** `undefined` also when the value is above 2^53 − 1: no file is that long. */
  u64(at: number, littleEndian?: boolean): number | undefined;
  /** The bytes of `[start, end)`, cut at the end of the file; a copy the caller may change. */
  bytes(start: number, end: number): Uint8Array;
  /** The same without a copy where the bytes are in memory: to be looked at, neither changed nor kept. */
  peek(start: number, end: number): Uint8Array;
  /** The same bytes as text, one character a byte. */
  latin1(start: number, end: number): string;
  /** A window on `[start, end)` that looks like a file of its own. */
  slice(start: number, end: number): ByteSource;
}

/** Shared by both kinds of source; the one thing they differ in is how bytes are fetched. */
abstract class Source implements ByteSource {
  abstract readonly size: number;
  /** A view of at least `[start, end)` if the file holds it, else `undefined`. `end − start` is at most 8. */
  protected abstract view(start: number, length: number): DataView | undefined;
  abstract bytes(start: number, end: number): Uint8Array;

  peek(start: number, end: number) {
    return this.bytes(start, end);
  }
  u8(at: number) {
    return this.view(at, 1)?.getUint8(0);
  }
  u16(at: number, littleEndian = false) {
    return this.view(at, 2)?.getUint16(0, littleEndian);
  }
  u32(at: number, littleEndian = false) {
    return this.view(at, 4)?.getUint32(0, littleEndian);
  }
  u64(at: number, littleEndian = false) {
    const value = this.view(at, 8)?.getBigUint64(0, littleEndian);
    return value === undefined || value > Number.MAX_SAFE_INTEGER ? undefined : Number(value);
  }
  latin1(start: number, end: number) {
    const { buffer, byteOffset, byteLength } = this.peek(start, end);
    return Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
  }
  slice(start: number, end: number): ByteSource {
    return new Window(this, start, end);
  }
}

/** Bytes that are in memory already. */
export class MemorySource extends Source {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly size: number;

  constructor(bytes: Uint8Array) {
    super();
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.size = bytes.length;
  }
  protected view(start: number, length: number) {
    if (!isInside(start, length, this.size)) return undefined;
    return new DataView(this.#view.buffer, this.#view.byteOffset + start, length);
  }
  bytes(start: number, end: number) {
    // Not `this.#bytes.slice`: a Buffer's own slice is no copy.
    return Uint8Array.prototype.slice.call(
      this.#bytes,
      clamp(start, this.size),
      clamp(end, this.size),
    );
  }
  override peek(start: number, end: number) {
    return this.#bytes.subarray(clamp(start, this.size), clamp(end, this.size));
  }
}

class Window extends Source {
  readonly #below: ByteSource;
  readonly #start: number;
  readonly size: number;

  constructor(below: ByteSource, start: number, end: number) {
    super();
    this.#below = below;
    this.#start = clamp(start, below.size);
    this.size = Math.max(0, clamp(end, below.size) - this.#start);
  }
  protected view(start: number, length: number) {
    if (!isInside(start, length, this.size)) return undefined;
    const { buffer, byteOffset, byteLength } = this.peek(start, start + length);
    return byteLength < length ? undefined : new DataView(buffer, byteOffset, length);
  }
  override bytes(start: number, end: number) {
    return this.#below.bytes(...this.#range(start, end));
  }
  override peek(start: number, end: number) {
    return this.#below.peek(...this.#range(start, end));
  }
  #range(start: number, end: number): [number, number] {
    const from = clamp(start, this.size);
    return [this.#start + from, this.#start + Math.max(from, clamp(end, this.size))];
  }
}

/**
 * Bytes per cached page. Small enough that hopping over a JPEG's segments reads little, large
 * enough that most Exif blocks come in one or two reads. A read is always one whole page.
 */
const PAGE_BYTES = 8 * 1024;
/** Pages kept: 512 KB a file, more than any header we walk needs at once. */
const PAGES_KEPT = 64;

/** An open file, read synchronously page by page (an analyst does one photo at a time). */
export class FileSource extends Source {
  readonly size: number;
  /** Bytes fetched from the disk so far, for the benchmark that counts them. */
  bytesRead = 0;
  readonly #fd: number;
  readonly #pages = new Map<number, Uint8Array>();

  private constructor(fd: number, size: number) {
    super();
    this.#fd = fd;
    this.size = size;
  }

  /** @throws what `fs.openSync` throws; the caller turns `ENOENT` and the like into a code. */
  static open(path: string): FileSource {
    const fd = openSync(fsPath(path), READ_FLAGS);
    try {
      return new FileSource(fd, fstatSync(fd).size);
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }

  /** The whole file in memory where it is at most `limit` bytes long, else itself. */
  inMemory(limit: number): ByteSource {
    return this.size <= limit ? new MemorySource(this.bytes(0, this.size)) : this;
  }

  /** Size, time and inode as they are now; see `fingerprintOf`. */
  fingerprint(): string {
    return fingerprintOf(fstatSync(this.#fd, { bigint: true }));
  }

  close() {
    closeSync(this.#fd);
    this.#pages.clear();
  }

  protected view(start: number, length: number) {
    if (!isInside(start, length, this.size)) return undefined;
    const page = this.#page(Math.floor(start / PAGE_BYTES));
    const at = start % PAGE_BYTES;
    if (at + length <= page.length) return new DataView(page.buffer, page.byteOffset + at, length);
    const straddling = this.bytes(start, start + length);
    return straddling.length < length ? undefined : new DataView(straddling.buffer);
  }

  bytes(start: number, end: number) {
    const from = clamp(start, this.size);
    const to = Math.max(from, clamp(end, this.size));
    const wanted = new Uint8Array(to - from);
    if (wanted.length > PAGE_BYTES * 2) {
      return wanted.subarray(0, this.#readInto(wanted, from));
    }
    for (let at = from; at < to; ) {
      const page = this.#page(Math.floor(at / PAGE_BYTES));
      const part = page.subarray(at % PAGE_BYTES, (at % PAGE_BYTES) + (to - at));
      if (part.length === 0) return wanted.slice(0, at - from);
      wanted.set(part, at - from);
      at += part.length;
    }
    return wanted;
  }

  /** `[start, end)` through one buffer: a long file must not leave a new megabyte behind at each step. */
  *read(start: number, end: number): Generator<Uint8Array> {
    const buffer = new Uint8Array(COPY_CHUNK_BYTES);
    for (let at = start; at < Math.min(end, this.size); ) {
      const got = this.#readInto(buffer.subarray(0, Math.min(buffer.length, end - at)), at);
      if (got === 0) return;
      yield buffer.subarray(0, got);
      at += got;
    }
  }

  #page(index: number): Uint8Array {
    const known = this.#pages.get(index);
    if (known) return known;
    const buffer = new Uint8Array(PAGE_BYTES);
    const page = buffer.subarray(0, this.#readInto(buffer, index * PAGE_BYTES));
    if (this.#pages.size >= PAGES_KEPT) this.#pages.delete(this.#pages.keys().next().value ?? -1);
    this.#pages.set(index, page);
    return page;
  }

  /** Fills `buffer` from `at`, fewer when the file was cut short meanwhile. */
  #readInto(buffer: Uint8Array, at: number): number {
    let filled = 0;
    while (filled < buffer.length) {
      const got = readSync(this.#fd, buffer, filled, buffer.length - filled, at + filled);
      if (got === 0) break;
      filled += got;
    }
    this.bytesRead += filled;
    return filled;
  }
}

/** Bytes of a source in pieces of at most 1 MB, to be looked at only; a piece is valid until the next. */
export function* chunksOf(
  source: ByteSource,
  spans: Iterable<{ readonly start: number; readonly end: number }>,
): Generator<Uint8Array> {
  for (const { start, end } of spans) {
    if (source instanceof FileSource && end - start > COPY_CHUNK_BYTES) {
      yield* source.read(start, end);
      continue;
    }
    for (let at = start; at < end; at += COPY_CHUNK_BYTES) {
      yield source.peek(at, Math.min(end, at + COPY_CHUNK_BYTES));
    }
  }
}

const isInside = (start: number, length: number, size: number) =>
  Number.isSafeInteger(start) && start >= 0 && start + length <= size;

const clamp = (at: number, size: number) =>
  Number.isNaN(at) ? 0 : Math.min(Math.max(0, Math.floor(at)), size);
