import { type DetectorId, detectorId } from "../../../shared/model/finding.ts";
import type { Effort } from "../../../shared/model/scan.ts";
import { DETECTOR_VERSIONS } from "../detectors/versions.ts";
import type { Depth } from "../formats/format.ts";

type Seeing = Exclude<DetectorId, "location">;

/** The detectors that look at the picture itself; `faces+` where the one for faces looks thoroughly. */
export type Sight = Seeing | "faces+";

export const seeingOf = (sight: Sight): Seeing => (sight === "faces+" ? "faces" : sight);

/** Raise it when a reader of metadata sees more than before: photos seen by an older one are read again. */
const METADATA_VERSION = 4;

const DETECTORS = detectorId.options;

/** Those of a choice that look at the picture, as hard as is asked. */
export const sightsOf = (
  detectors: readonly DetectorId[],
  effort: Effort = "usual",
): readonly Sight[] =>
  [...new Set(detectors)]
    .filter((id) => id !== "location")
    .map((id) => (id === "faces" && effort === "thorough" ? "faces+" : id))
    .sort();

/*
 * What has seen a photo is kept in the catalogue as one text: "metadata3.full faces1 text0". Its
 * first word is the reading of the file, each other word a look at the picture; "faces1+" is a
 * thorough one, which shows all that a usual one would.
 */

/** The word of a reading that goes so deep. */
export const readingWord = (depth: Depth): string => `metadata${METADATA_VERSION}.${depth}`;

/** The word of a look. */
const lookWord = (sight: Sight): string => {
  const seeing = seeingOf(sight);
  return `${seeing}${DETECTOR_VERSIONS[seeing]}${sight.slice(seeing.length)}`;
};

/** The word of a look that brought its analyst down: it is tried once more by a later scan. */
export const fallenWord = (sight: Sight): string => `${lookWord(sight)}!`;

export const looksIn = (seen: string): readonly string[] =>
  seen.split(" ").filter((word) => word !== "" && !word.startsWith("metadata"));

export const seenText = (reading: string, looks: readonly string[]): string =>
  [reading, ...[...looks].sort()].join(" ");

/** What has seen a photo when it was read so deep and looked at for all of these. */
export const seenBy = (depth: Depth, sights: readonly Sight[] = []): string =>
  seenText(readingWord(depth), sights.map(lookWord));

/** Those that have looked at a photo, whatever their version. */
export const sightsIn = (seen: string): readonly Sight[] =>
  looksIn(seen).flatMap((word) => {
    const effort = word.includes("+") ? "thorough" : "usual";
    return sightsOf(
      DETECTORS.filter((id) => word.startsWith(id)),
      effort,
    );
  });

/** Looks at a picture that is another one now: they count for nothing, but are to be done again. */
export const outdated = (looks: readonly string[]): readonly string[] =>
  looks.map((word) => word.replace(/\d+(\+?)!?$/, "0$1"));

/** The looks of a photo after one with `sights`, those kept that it does not replace. */
export const looksAfter = (
  seen: string,
  sights: readonly Sight[],
  wordOf: (sight: Sight) => string = lookWord,
): readonly string[] => [
  ...looksIn(seen).filter((word) => !sights.some((sight) => word.startsWith(seeingOf(sight)))),
  ...sights.map(wordOf),
];

/** Would looking again with `wanted` show nothing that `seen` has not shown? */
export function covers(seen: string, wanted: string): boolean {
  const known = new Set(seen.split(" "));
  if (known.has(readingWord("full"))) known.add(readingWord("quick"));
  return wanted.split(" ").every((word) => known.has(word));
}

/**
 * What is still to be looked for in a picture when these are asked for: them and all that was looked
 * for before, where it is not there in today's version. A file that was changed is not to seem the
 * cleaner for it.
 */
export function sightsDue(seen: string, asked: readonly Sight[]): readonly Sight[] {
  const known = new Set(looksIn(seen));
  const wanted = new Set([...asked, ...sightsIn(seen)]);
  // A thorough look shows all that a usual one would.
  if (wanted.has("faces+")) wanted.delete("faces");
  return [...wanted].sort().filter((sight) => !known.has(lookWord(sight)));
}

/** Have all of these looked, in today's version? */
export const haveLooked = (seen: string, sights: readonly Sight[]): boolean =>
  sights.every((sight) => looksIn(seen).includes(lookWord(sight)));

/** Has the last look for any of these brought its analyst down? */
export const hasFallen = (seen: string, sights: readonly Sight[]): boolean =>
  sights.some((sight) => looksIn(seen).includes(fallenWord(sight)));
