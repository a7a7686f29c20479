import type { UnitBox } from "../../../../shared/model/geometry.ts";
import type { ColourAt } from "../../../../shared/policy/documents/edges.ts";
import { findDocuments } from "../../../../shared/policy/documents/find-documents.ts";
import { findPersonalText } from "../../../../shared/policy/personal-text/find-personal-text.ts";
import { type Sheet, sheetsOf } from "../../../../shared/policy/print/sheet.ts";
import type { TextLine } from "../../../../shared/policy/print/text-line.ts";
import type { Pixels, UprightImage } from "../../../base/picture.ts";
import type { Detection } from "../detector.ts";

/** Pixels of the longer side in which the edges of a paper are looked for: a card in a corner has 60. */
const EDGES_PX = 640;

/**
 * Documents and personal text in the lines of one picture. Values are raw.
 * @param portraits boxes of faces
 */
export async function readPapers(
  image: UprightImage,
  lines: readonly TextLine[],
  portraits: readonly UnitBox[],
): Promise<readonly Detection[]> {
  const sheets = sheetsOf(lines, image);
  if (sheets.length === 0) return [];
  const pixels = await image.whole(EDGES_PX);
  const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  return sheets.flatMap((sheet) => {
    const finds = findDocuments(sheet, today, portraits, colours(sheet, pixels));
    const papers = finds.documents.map(({ type, confidence, box }) =>
      detection("document", type.id, confidence, box, null),
    );
    const texts = findPersonalText(sheet, finds, today).map((text) =>
      detection("personal-text", text.type, text.confidence, text.box, text.value),
    );
    return [...papers, ...texts];
  });
}

const detection = (
  kind: Detection["kind"],
  type: string,
  confidence: number,
  box: UnitBox,
  value: string | null,
): Detection => ({ kind, type, confidence, box, value, age: null });

/** The colour of a place of a sheet, by way of the picture it was seen in. */
function colours(sheet: Sheet, { width, height, rgb }: Pixels): ColourAt {
  return (place) => {
    const at = sheet.toPicture(place);
    const [x, y] = [Math.floor(at.x * width), Math.floor(at.y * height)];
    if (x < 0 || y < 0 || x >= width || y >= height) return null;
    const first = (y * width + x) * 3;
    return [rgb[first] ?? 0, rgb[first + 1] ?? 0, rgb[first + 2] ?? 0];
  };
}
