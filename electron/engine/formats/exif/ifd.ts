/** TIFF directories: reading them, and taking entries out without moving a byte. */
export { applyEdits, dropEntries, type Edit } from "./ifd-edit.ts";
export { readTiff } from "./ifd-read.ts";
export type { Ifd, IfdEntry, TiffTree } from "./ifd-tree.ts";
export { numbersOf, textOf } from "./ifd-values.ts";
