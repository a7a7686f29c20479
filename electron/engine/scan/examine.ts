import { THUMBNAIL_DIFFERS } from "../../../shared/policy/metadata-risk.ts";
import { FileSource } from "../../base/bytes.ts";
import { readingError } from "../../base/errno.ts";
import { MAX_DECODE_BYTES } from "../../base/limits.ts";
import { formatOf } from "../formats/registry.ts";
import { smallCopies } from "../formats/small-copies.ts";
import { sidecarFindings } from "./examine-sidecars.ts";
import { type Inspected, type InspectInput, inspectPhoto, type RawFinding } from "./inspect.ts";

/**
 * Reads one photo and what stands beside it about it, as deep as is asked. A full look also holds
 * the small copies inside against the picture: one that shows something else is told as such.
 * Decoders are loaded for that alone.
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
  if (seen.status !== "scanned" || input.depth !== "full") return seen;
  if (!seen.findings.some(isSmallCopy)) return seen;
  try {
    const differing = await differingCopies(input.path);
    return { ...seen, findings: seen.findings.map((finding) => weighed(finding, differing)) };
  } catch (error) {
    return { status: "failed", error: readingError(error), format: null, findings: [] };
  }
}

const weighed = (finding: RawFinding, differing: ReadonlySet<string>): RawFinding =>
  isSmallCopy(finding) && differing.has(finding.source)
    ? { ...finding, ...THUMBNAIL_DIFFERS }
    : finding;

const isSmallCopy = ({ type }: RawFinding): boolean => type === "embedded-thumbnail";

/** Where the small copies stand that show what the picture does not show. */
async function differingCopies(path: string): Promise<ReadonlySet<string>> {
  const file = FileSource.open(path);
  try {
    const format = formatOf(file);
    const inspection = format?.inspect(file, "full");
    if (!format || !inspection?.ok || file.size > MAX_DECODE_BYTES) return new Set();
    const copies = smallCopies(file, inspection.value);
    if (copies.length === 0) return new Set();
    const { copiesThatDiffer } = await import("../imaging/grey.ts");
    const differs = await copiesThatDiffer(file.bytes(0, file.size), format.id, copies);
    return new Set(copies.flatMap(({ source }, at) => (differs[at] ? [source] : [])));
  } finally {
    file.close();
  }
}
