import { FileSource } from "../../base/bytes.ts";
import { readingError } from "../../base/errno.ts";
import { sidecarFindings } from "./examine-sidecars.ts";
import { type Inspected, type InspectInput, inspectPhoto } from "./inspect.ts";
import { differingCopies, isSmallCopy, weighed } from "./small-copies.ts";

/**
 * Reads one photo and what stands beside it about it, as deep as is asked. A full look also holds
 * the small copies inside against the picture, unless the picture is about to be looked at anyway:
 * one that shows something else is told as such. Decoders are loaded for that alone.
 */
export async function examinePhoto(input: InspectInput): Promise<Inspected> {
  const seen = await examineFile(input);
  if (seen.status === "foreign") return seen;
  const beside = sidecarFindings(input.sidecars ?? []);
  const shown = seen.status === "scanned" ? (input.shown ?? []) : [];
  return { ...seen, findings: [...seen.findings, ...beside, ...shown] };
}

async function examineFile(input: InspectInput): Promise<Inspected> {
  const seen = inspectPhoto(input);
  if (seen.status !== "scanned" || input.depth !== "full" || input.isLookedAtNext) return seen;
  if (!seen.findings.some(isSmallCopy)) return seen;
  let file: FileSource | undefined;
  try {
    file = FileSource.open(input.path);
    const differing = await differingCopies(file);
    return { ...seen, findings: seen.findings.map((finding) => weighed(finding, differing)) };
  } catch (error) {
    return { status: "failed", error: readingError(error), format: null, findings: [] };
  } finally {
    file?.close();
  }
}
