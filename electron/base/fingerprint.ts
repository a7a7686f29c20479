import type { BigIntStats } from "node:fs";

/** Equal fingerprints: the same file with the same content, as far as the file system tells. */
export const fingerprintOf = (stat: BigIntStats): string =>
  `${stat.size}:${stat.mtimeNs}:${stat.ino}`;

/**
 * Stricter, for two looks at a file within one change: the time of the last change of any kind
 * cannot be set by a program, so a rewrite that puts the other times back shows as well.
 */
export const stampOf = (stat: BigIntStats): string => `${fingerprintOf(stat)}:${stat.ctimeNs}`;
