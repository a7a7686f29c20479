import { type FindingList, NO_FINDINGS, packFindings } from "../../../shared/model/finding-list.ts";
import { photoSeverity } from "../../../shared/policy/risk.ts";
import type { Inspected } from "./inspect.ts";

/** What an analyst tells the engine of one file: all that it saw, its findings as one text. */
export type Examined = Packed<Inspected>;
type Packed<T> = T extends { readonly findings: unknown }
  ? Omit<T, "findings" | "bytesRead"> & { readonly findings: FindingList }
  : T;

export function packExamined(seen: Inspected): Examined {
  if (seen.status === "foreign") return seen;
  const findings = packFindings(seen.findings, photoSeverity(seen.findings));
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
