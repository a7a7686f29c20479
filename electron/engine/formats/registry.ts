import type { ByteSource } from "../../base/bytes.ts";
import type { Format } from "./format.ts";

/** Every container the program reads, the likeliest first. A new container is one more row. */
export const FORMATS: readonly Format[] = [];

/** Bytes that are enough to tell any container from any other. */
const HEAD_BYTES = 64;

/** The container of a file by its first bytes; `undefined` for what is no picture we know. */
export function formatOf(file: ByteSource): Format | undefined {
  const head = file.bytes(0, HEAD_BYTES);
  return FORMATS.find((format) => format.recognises(head));
}
