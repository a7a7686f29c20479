import { type FindingList, NO_FINDINGS, packFindings } from "../../../shared/model/finding-list.ts";
import type { PlaceWords } from "../../../shared/model/photo.ts";
import { photoSeverity } from "../../../shared/policy/risk.ts";
import type { FindPlaces } from "../gazetteer/gazetteer.ts";
import type { Inspected } from "./inspect.ts";
import { marked } from "./item-word.ts";
import { withMoments } from "./moments.ts";

/** What an analyst tells the engine of one file: all that it saw, its findings as one text. */
export type Examined = Packed<Inspected>;
type Packed<T> = T extends { readonly findings: unknown }
  ? Omit<T, "findings" | "bytesRead"> & {
      readonly findings: FindingList;
      /** Where it was taken, in words, and the country: "Nanqiao, Shanghai, CN". */
      readonly place: string | null;
    }
  : T;

/** @param key of the words by which items are counted */
export function packExamined(seen: Inspected, key: Uint8Array, findPlaces: FindPlaces): Examined {
  if (seen.status === "foreign") return seen;
  const told = marked(withMoments(seen.findings), key);
  const findings = packFindings(told, photoSeverity(told));
  const place = nameOf(findPlaces(seen.findings)[0]);
  if (seen.status === "failed") return { ...seen, findings, place };
  const { status, format, width, height } = seen;
  return { status, format, width, height, findings, place };
}

const nameOf = (place: PlaceWords | undefined): string | null =>
  place?.near ? `${place.near.words}, ${place.near.country}` : null;

/** A file of which nothing is known but why. */
export const failedBy = (error: Extract<Inspected, { status: "failed" }>["error"]): Examined => ({
  status: "failed",
  error,
  format: null,
  findings: NO_FINDINGS,
  place: null,
});
