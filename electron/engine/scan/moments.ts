import { momentOf } from "../../../shared/policy/moment.ts";
import type { RawFinding } from "./inspect.ts";

/**
 * Gives each place the moment at which the camera was there: from the first time of capture that is
 * one of a clock. The time itself is not kept.
 */
export function withMoments(findings: readonly RawFinding[]): readonly RawFinding[] {
  const times = findings.flatMap(({ type, raw }) => (type === "capture-time" && raw ? [raw] : []));
  return findings.map((finding) => {
    const { location } = finding;
    if (location === null || location.when !== undefined) return finding;
    const when = times.map((time) => momentOf(time, location.lon)).find((one) => one !== null);
    return when ? { ...finding, location: { ...location, when } } : finding;
  });
}
