import { type Finding, severityRank } from "../../../shared/model/finding.ts";
import { placeKey } from "./coordinates.ts";

/** Findings that say the same thing about a photo, shown as one. */
export interface FindingGroup {
  /** The worst of them; it stands for all. */
  readonly finding: Finding;
  /** Where they stand in the photo's list. */
  readonly indexes: readonly number[];
  readonly values: readonly string[];
  readonly sources: readonly string[];
}

/** One group for each type and place on earth, the worst first; of those findings only that are wanted. */
export function groupFindings(
  findings: readonly Finding[],
  isWanted: (index: number) => boolean = () => true,
): readonly FindingGroup[] {
  const wanted = findings.entries().filter(([index]) => isWanted(index));
  const byMeaning = Map.groupBy(wanted, ([, { kind, type, location }]) =>
    [kind, type, location && placeKey(location)].join(),
  );
  return [...byMeaning.values()]
    .flatMap((members) => {
      const [worst] = members.toSorted(([, a], [, b]) => rank(b) - rank(a));
      return worst === undefined ? [] : [groupOf(worst[1], members)];
    })
    .sort((a, b) => rank(b.finding) - rank(a.finding));
}

const rank = ({ severity }: Finding): number => severityRank(severity);

const groupOf = (
  finding: Finding,
  members: readonly (readonly [number, Finding])[],
): FindingGroup => ({
  finding,
  indexes: members.map(([index]) => index),
  values: [...new Set(members.flatMap(([, { value }]) => value ?? []))],
  sources: [...new Set(members.map(([, { source }]) => source))],
});
