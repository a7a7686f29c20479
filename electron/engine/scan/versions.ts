import type { Depth } from "../formats/format.ts";

/** Raise it when a reader of metadata sees more than before: photos seen by an older one are read again. */
const METADATA_VERSION = 3;

/** What has looked at a photo, as the catalogue keeps it. */
export const detectorsWord = (depth: Depth): string => `metadata${METADATA_VERSION}.${depth}`;

/** Would looking again with `wanted` show nothing that `seen` has not shown? */
export const covers = (seen: string, wanted: string): boolean =>
  seen === wanted || (wanted === detectorsWord("quick") && seen === detectorsWord("full"));
