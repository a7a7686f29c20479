import { type FindingList, NO_FINDINGS, packFindings } from "../../../shared/model/finding-list.ts";
import { photoSeverity } from "../../../shared/policy/risk.ts";
import type { Inspected } from "./inspect.ts";
import { marked } from "./item-word.ts";

/** What an analyst tells the engine of one file: all that it saw, its findings as one text. */
export type Examined = Packed<Inspected>;
type Packed<T> = T extends { readonly findings: unknown }
  ? Omit<T, "findings" | "bytesRead"> & { readonly findings: FindingList }
  : T;

/** @param key of the words by which items are counted */
export function packExamined(seen: Inspected, key: Uint8Array): Examined {
  if (seen.status === "foreign") return seen;
  const told = marked(seen.findings, key);
  const findings = packFindings(told, photoSeverity(told));
  if (seen.status === "failed") return { ...seen, findings };
  const { status, format, width, height } = seen;
  return { status, format, width, height, findings };
}

/** A file of which nothing is known but why. */
export const failedBy = (error: Extract<Inspected, { status: "failed" }>["error"]): Examined => ({
  status: "failed",
  error,
  format: null,
  findings: NO_FINDINGS,
});
