import type { Finding } from "../../../shared/model/finding.ts";
import { THUMBNAIL_DIFFERS } from "../../../shared/policy/metadata-risk.ts";
import type { FileSource } from "../../base/bytes.ts";
import { MAX_DECODE_BYTES } from "../../base/limits.ts";
import type { UprightImage } from "../../base/picture.ts";
import { formatOf } from "../formats/registry.ts";
import { smallCopies } from "../formats/small-copies.ts";

/** A small copy inside the file that has not been held against the picture, or shows the same. */
export const isSmallCopy = ({ type }: Pick<Finding, "type">): boolean =>
  type === "embedded-thumbnail";

/** The finding of a small copy, the worse for it where that shows what the picture does not show. */
export const weighed = <T extends Finding>(finding: T, differing: readonly string[]): T =>
  isSmallCopy(finding) && differing.includes(finding.source)
    ? { ...finding, ...THUMBNAIL_DIFFERS }
    : finding;

/**
 * Where the small copies stand that show what the picture does not show.
 * @param image where it is open already; otherwise what is not quickly decoded is not compared
 */
export async function differingCopies(
  file: FileSource,
  image?: UprightImage,
): Promise<readonly string[]> {
  const format = formatOf(file);
  const inspection = format?.inspect(file, "full");
  if (!format || !inspection?.ok || file.size > MAX_DECODE_BYTES) return [];
  const copies = smallCopies(file, inspection.value);
  if (copies.length === 0) return [];
  const { copiesThatDiffer, greyOfFile, greyOfImage } = await import("../imaging/grey.ts");
  const whole = image
    ? await greyOfImage(image)
    : await greyOfFile(file.bytes(0, file.size), format.id);
  const differs = whole ? await copiesThatDiffer(whole, copies) : [];
  return copies.flatMap(({ source }, at) => (differs[at] ? [source] : []));
}
