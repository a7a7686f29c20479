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

/** A stretch of a source that is in memory: `view` begins at the source's offset `start`. */
interface Page {
  readonly start: number;
  readonly view: DataView;
}

/** Shared by all sources: numbers are read where the bytes lie, without an object for each. */
abstract class Source implements ByteSource {
  abstract readonly size: number;
  /** A page that holds all of `[start, start + length)`, else `undefined`. `length` is at most 8. */
  protected abstract page(start: number, length: number): Page | undefined;
  abstract bytes(start: number, end: number): Uint8Array;

  peek(start: number, end: number) {
    return this.bytes(start, end);
  }
  u8(at: number) {
    const page = this.page(at, 1);
    return page?.view.getUint8(at - page.start);
  }
  u16(at: number, littleEndian = false) {
    const page = this.page(at, 2);
    return page?.view.getUint16(at - page.start, littleEndian);
  }
  u32(at: number, littleEndian = false) {
    const page = this.page(at, 4);
    return page?.view.getUint32(at - page.start, littleEndian);
  }
  u64(at: number, littleEndian = false) {
    const page = this.page(at, 8);
    const value = page?.view.getBigUint64(at - page.start, littleEndian);
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
  readonly #page: Page;
  readonly size: number;

  constructor(bytes: Uint8Array) {
    super();
    this.#bytes = bytes;
    this.#page = pageOf(bytes, 0);
    this.size = bytes.length;
  }
  protected page(start: number, length: number) {
    return isInside(start, length, this.size) ? this.#page : undefined;
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

/** A part of another source; asks it for everything, but never beyond the part. */
class Window implements ByteSource {
  readonly #below: ByteSource;
  readonly #start: number;
  readonly size: number;

  constructor(below: ByteSource, start: number, end: number) {
    this.#below = below;
    this.#start = clamp(start, below.size);
    this.size = Math.max(0, clamp(end, below.size) - this.#start);
  }
  u8(at: number) {
    return isInside(at, 1, this.size) ? this.#below.u8(this.#start + at) : undefined;
  }
  u16(at: number, littleEndian = false) {
    return isInside(at, 2, this.size) ? this.#below.u16(this.#start + at, littleEndian) : undefined;
  }
  u32(at: number, littleEndian = false) {
    return isInside(at, 4, this.size) ? this.#below.u32(this.#start + at, littleEndian) : undefined;
  }
  u64(at: number, littleEndian = false) {
    return isInside(at, 8, this.size) ? this.#below.u64(this.#start + at, littleEndian) : undefined;
  }
  bytes(start: number, end: number) {
    return this.#below.bytes(this.#from(start), this.#to(end));
  }
  peek(start: number, end: number) {
    return this.#below.peek(this.#from(start), this.#to(end));
  }
  latin1(start: number, end: number) {
    return this.#below.latin1(this.#from(start), this.#to(end));
  }
  slice(start: number, end: number): ByteSource {
    return new Window(this.#below, this.#from(start), this.#to(end));
  }
  readonly #from = (start: number) => this.#start + clamp(start, this.size);
  readonly #to = (end: number) => this.#start + clamp(end, this.size);
}

/**
 * Bytes of a file's beginning, fetched by the first read: what cameras and phones write before the
 * picture, their small copy included, is rarely longer (JPEG's Exif cannot be).
 */
const HEAD_BYTES = 64 * 1024;
/** Bytes per cached page behind it: small, so that hopping over chunks and boxes reads little. */
const PAGE_BYTES = 8 * 1024;
/** Pages kept: 512 KB a file, more than any header we walk needs at once. */
const PAGES_KEPT = 64;

/** An open file, read synchronously page by page (an analyst does one photo at a time). */
export class FileSource extends Source {
  readonly size: number;
  /** Bytes fetched from the disk so far, for the benchmark that counts them. */
  bytesRead = 0;
  readonly #fd: number;
  readonly #pages = new Map<number, CachedPage>();

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

  protected page(start: number, length: number): Page | undefined {
    if (!isInside(start, length, this.size)) return undefined;
    const page = this.#pageAt(start);
    if (start + length <= page.end) return page;
    const straddling = this.bytes(start, start + length);
    return straddling.length < length ? undefined : pageOf(straddling, start);
  }

  bytes(start: number, end: number) {
    const from = clamp(start, this.size);
    const to = Math.max(from, clamp(end, this.size));
    const wanted = new Uint8Array(to - from);
    if (to > HEAD_BYTES && wanted.length > PAGE_BYTES * 2) {
      return wanted.subarray(0, this.#readInto(wanted, from));
    }
    for (let at = from; at < to; ) {
      const page = this.#pageAt(at);
      const part = page.bytes.subarray(at - page.start, to - page.start);
      if (part.length === 0) return wanted.slice(0, at - from);
      wanted.set(part, at - from);
      at += part.length;
    }
    return wanted;
  }

  override peek(start: number, end: number) {
    const from = clamp(start, this.size);
    const to = Math.max(from, clamp(end, this.size));
    // What is long and far is read at once, not page by page.
    if (to > HEAD_BYTES && to - from > PAGE_BYTES) return this.bytes(from, to);
    const page = this.#pageAt(from);
    if (to > page.end) return this.bytes(from, to);
    return page.bytes.subarray(from - page.start, to - page.start);
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

  /** The cached page that `at` lies in; shorter than others where the file ends. */
  #pageAt(at: number): CachedPage {
    const start = at < HEAD_BYTES ? 0 : at - (at % PAGE_BYTES);
    const known = this.#pages.get(start);
    if (known) return known;
    const wanted = Math.min(start === 0 ? HEAD_BYTES : PAGE_BYTES, Math.max(0, this.size - start));
    const buffer = Buffer.allocUnsafeSlow(wanted);
    const bytes = buffer.subarray(0, this.#readInto(buffer, start));
    const page = { ...pageOf(bytes, start), bytes, end: start + bytes.length };
    if (this.#pages.size >= PAGES_KEPT) this.#pages.delete(this.#pages.keys().next().value ?? -1);
    this.#pages.set(start, page);
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

interface CachedPage extends Page {
  readonly bytes: Uint8Array;
  /** Offset in the file behind its last byte. */
  readonly end: number;
}

const pageOf = (bytes: Uint8Array, start: number): Page => ({
  start,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
});

const isInside = (start: number, length: number, size: number) =>
  Number.isSafeInteger(start) && start >= 0 && start + length <= size;

const clamp = (at: number, size: number) =>
  Number.isNaN(at) ? 0 : Math.min(Math.max(0, Math.floor(at)), size);
