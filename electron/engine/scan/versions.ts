import { type DetectorId, detectorId } from "../../../shared/model/finding.ts";
import { DETECTOR_VERSIONS } from "../detectors/versions.ts";
import type { Depth } from "../formats/format.ts";

/** The detectors that look at the picture itself. */
export type Sight = Exclude<DetectorId, "location">;

/** Raise it when a reader of metadata sees more than before: photos seen by an older one are read again. */
const METADATA_VERSION = 3;

const DETECTORS = detectorId.options;

/** Those of a choice that look at the picture. */
export const sightsOf = (detectors: readonly DetectorId[]): readonly Sight[] =>
  [...new Set(detectors)].filter((id) => id !== "location").sort();

/** Those that have looked at a photo, whatever their version. */
export const sightsIn = (word: string): readonly Sight[] =>
  sightsOf(DETECTORS.filter((id) => word.split(" ").some((one) => one.startsWith(id))));

/** What has looked at a photo, as the catalogue keeps it: "metadata3.full faces1". */
export const detectorsWord = (depth: Depth, sights: readonly Sight[] = []): string =>
  [
    `metadata${METADATA_VERSION}.${depth}`,
    ...sights.map((sight) => `${sight}${DETECTOR_VERSIONS[sight]}`),
  ].join(" ");

/** Would looking again with `wanted` show nothing that `seen` has not shown? */
export function covers(seen: string, wanted: string): boolean {
  const known = new Set(seen.split(" "));
  if (known.has(detectorsWord("full"))) known.add(detectorsWord("quick"));
  return wanted.split(" ").every((word) => known.has(word));
}
