import { DETECTOR_OF, type Finding } from "../../../shared/model/finding.ts";
import type { MarkedFinding } from "../../../shared/model/finding-list.ts";
import { tiedToPapers } from "../../../shared/policy/face-risk.ts";
import { PICTURE_WAITING, PRINT_UNREAD } from "./unseen.ts";
import { looksIn, outdated, type Sight, seeingOf, sightsDue } from "./versions.ts";

/** What is told of a picture before anybody looks at it now, and the looks that have told it. */
export interface KnownPicture {
  readonly findings: readonly MarkedFinding[];
  readonly looks: readonly string[];
}

/** What stands in the file, not in what it shows. */
export const isOfFile = ({ kind }: Finding): boolean =>
  kind !== "unseen" && DETECTOR_OF[kind] === "location";

/**
 * What is known of a photo's picture when its file is read anew. Of one that may be another now,
 * nothing holds, but it is to be looked at for all that was looked for in the old one.
 */
export function pictureBefore(
  known:
    | { readonly detectors: string; readonly findings: () => readonly MarkedFinding[] }
    | undefined,
  { isSame, sights }: { readonly isSame: boolean; readonly sights: readonly Sight[] },
): KnownPicture {
  const looks = looksIn(known?.detectors ?? "");
  const holding = isSame ? looks : outdated(looks);
  const shown = known && isSame && looks.length > 0 ? known.findings() : [];
  const findings = shown.filter((one) => !isOfFile(one) && one.type !== PICTURE_WAITING.type);
  const isDue = sightsDue(holding.join(" "), sights).length > 0;
  return { findings: isDue ? [...findings, PICTURE_WAITING] : findings, looks: holding };
}

/** A photo's findings after a look with some of the detectors: theirs are new, the others' stay. */
export function afterLook(
  before: readonly MarkedFinding[],
  sights: readonly Sight[],
  shown: readonly MarkedFinding[],
): readonly MarkedFinding[] {
  const looked = new Set<string>(sights.map(seeingOf));
  const reads = looked.has("text") || looked.has("documents");
  const stays = ({ kind, type }: Finding) =>
    kind === "unseen" ? type === PRINT_UNREAD.type && !reads : !looked.has(DETECTOR_OF[kind]);
  const all = [...before.filter(stays), ...shown];
  // Faces and papers may have been seen at different times.
  return tiedToPapers(
    all,
    all.filter(({ kind }) => kind === "document"),
  );
}

/** What some detectors have seen in a picture, and what they could not see. */
export const shownTo = (
  sights: readonly Sight[],
  findings: readonly MarkedFinding[],
): readonly MarkedFinding[] =>
  findings.filter(({ kind, type }) =>
    kind === "unseen"
      ? type !== PICTURE_WAITING.type
      : sights.some((sight) => sight === DETECTOR_OF[kind]),
  );
