import type { BigIntStats } from "node:fs";

/** Equal fingerprints: the same file with the same content, as far as the file system tells. */
export const fingerprintOf = (stat: BigIntStats): string =>
  `${stat.size}:${stat.mtimeNs}:${stat.ino}`;
