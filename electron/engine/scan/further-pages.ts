import type { FormatId } from "../../../shared/model/photo.ts";
import { type OpenUpright, openUpright } from "../imaging/upright.ts";
import type { RawFinding } from "./inspect.ts";

/** Milliseconds for all pages behind the first: half of what one photo may take. */
const PAGES_MS = 30_000;

export interface FurtherPages {
  readonly findings: readonly RawFinding[];
  /** Nothing is left that nobody has looked at. */
  readonly isComplete: boolean;
}

/**
 * What the pages behind a file's first show: scanners write whole folders of papers as one TIFF. Their
 * findings have no box, because the page shows the first alone. Of moving pictures only the first is
 * looked at.
 */
export async function furtherPages(
  { bytes, format, frames }: { bytes: Uint8Array; format: FormatId; frames: number },
  look: (page: OpenUpright) => Promise<readonly RawFinding[]>,
): Promise<FurtherPages> {
  if (format !== "tiff") return { findings: [], isComplete: frames === 1 };
  const findings: RawFinding[] = [];
  const until = performance.now() + PAGES_MS;
  for (let page = 1; page < frames; page++) {
    if (performance.now() > until) return { findings, isComplete: false };
    const image = await openUpright(bytes, format, { page });
    if (!image.ok) return { findings, isComplete: false };
    const shown = await look(image.value);
    findings.push(...shown.map((one) => ({ ...one, ...placeOn(page, one.source) })));
  }
  return { findings, isComplete: true };
}

const placeOn = (page: number, source: string) => ({
  box: null,
  source: `page ${page + 1} › ${source}`,
});
