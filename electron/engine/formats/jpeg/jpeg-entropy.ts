import type { ByteSource } from "../../../base/bytes.ts";

/** Bytes looked at in one go: big enough that a read costs little beside the search in it. */
export const WINDOW_BYTES = 256 * 1024;
/** The first look is shorter: fill bytes and small scans end soon. */
const FIRST_WINDOW_BYTES = 8 * 1024;

/** A marker with its fill bytes: `start` is its first FF, `end` stands behind its second byte. */
interface FoundMarker {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

/** The next marker at or behind `from`, over stray bytes; `undefined` when the file ends before one. */
export const nextMarker = (file: ByteSource, from: number): FoundMarker | undefined => {
  const at = file.u8(from) === 0xff ? file.u8(from + 1) : undefined;
  if (at !== undefined && at !== 0 && at !== 0xff) {
    return { marker: at, start: from, end: from + 2 };
  }
  return searchMarker(file, from, (byte) => byte !== 0);
};

/**
 * Where the entropy-coded bytes that begin at `from` end: before the marker (and its fill bytes)
 * that stops a decoder, or with the file. FF00 is a coded FF, RST0–RST7 belong to the scan
 * (T.81 F.1.2.3, E.1.4). Reserved codes, which only damage can put there, do not end it either.
 */
export const endOfEntropy = (file: ByteSource, from: number): number =>
  searchMarker(file, from, endsScan)?.start ?? file.size;

const endsScan = (byte: number) =>
  (byte >= 0xc0 && byte < 0xd0) || (byte >= 0xd8 && byte < 0xf0) || byte === 0xfe;

/** The first FF…FF `byte` that `accepts` says is the marker looked for. Reads in flat memory. */
function searchMarker(
  file: ByteSource,
  from: number,
  accepts: (byte: number) => boolean,
): FoundMarker | undefined {
  let run = -1; // where the run of FF began that the last window ended with
  let size = FIRST_WINDOW_BYTES;
  for (let base = from; base < file.size; base += size, size = WINDOW_BYTES) {
    const bytes = file.peek(base, base + size);
    const window = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < window.length; ) {
      if (run < 0) {
        const hit = window[at] === 0xff ? at : window.indexOf(0xff, at);
        if (hit < 0) break;
        run = base + hit;
        at = hit + 1;
        continue;
      }
      const byte = window[at] ?? 0;
      at++;
      if (byte === 0xff) continue;
      if (byte !== 0 && accepts(byte)) return { marker: byte, start: run, end: base + at };
      run = -1;
    }
  }
  return undefined;
}
