import { describe, expect, it } from "vitest";
import type { UnitBox } from "../../shared/model/geometry.ts";
import { findDocuments } from "../../shared/policy/documents/find-documents.ts";
import {
  findPersonalText,
  type PersonalText,
} from "../../shared/policy/personal-text/find-personal-text.ts";
import { dateIn } from "../../shared/policy/personal-text/shapes.ts";
import { sheetsOf } from "../../shared/policy/print/sheet.ts";
import { LAYOUTS } from "../fixtures/documents/catalogue.ts";
import { blankForm, NEGATIVES } from "../fixtures/documents/negatives.ts";
import { person } from "../fixtures/documents/people.ts";
import { printLines, type Reading } from "../fixtures/documents/print-lines.ts";
import type { Drawing } from "../fixtures/documents/sheet.ts";
import { CLASS_SIZE, classList } from "../fixtures/documents/shots.ts";

/* What the rules make of lines that were read without a mistake; pictures are e2e/bench/documents. */

const TODAY = "20261125";
const PLAIN: Reading = { neighbours: "apart", turn: 0 };

/** The middle of a silhouette, where a face detector sees a face. */
const faceOf = ({ portrait, width, height }: Drawing): readonly UnitBox[] => {
  if (!portrait) return [];
  const [x, y, w, h] = portrait;
  return [
    [(x + w * 0.26) / width, (y + h * 0.18) / height, (w * 0.48) / width, (h * 0.44) / height],
  ];
};

function read(drawing: Drawing, reading: Reading) {
  const onItsSide = reading.turn === 90 || reading.turn === 270;
  const { width, height } = drawing;
  const size = onItsSide ? { width: height, height: width } : { width, height };
  const faces = reading.turn === 0 ? faceOf(drawing) : [];
  return sheetsOf(printLines(drawing, reading), size).map((sheet) => {
    const finds = findDocuments(sheet, TODAY, faces, null);
    return { documents: finds.documents, texts: findPersonalText(sheet, finds, TODAY) };
  });
}
const typesOf = (drawing: Drawing, reading: Reading) =>
  read(drawing, reading).flatMap(({ documents }) => documents.map(({ type }) => type.id));
const textsOf = (drawing: Drawing, reading: Reading): readonly PersonalText[] =>
  read(drawing, reading).flatMap(({ texts }) => texts);

const plain = (value: string): string => {
  const folded = value.normalize("NFKC").toUpperCase();
  return (dateIn(folded)?.date ?? folded).replace(/[\s.,\-·:()]/g, "");
};
const missing = (drawing: Drawing, texts: readonly PersonalText[]): readonly string[] =>
  drawing.values
    .filter(
      ({ type, value }) =>
        !texts.some((text) => text.type === type && plain(text.value) === plain(value)),
    )
    .map(({ type, value }) => `${type} ${value}`);

const layouts = Object.entries(LAYOUTS);

describe("lines of a document", () => {
  const turns = [0, 90, 180, 270] as const;

  it.each(layouts)("of %s tell its type, whichever way it lies", (_, draw) => {
    const drawing = draw(person(3));
    const wanted = drawing.docType === null ? [] : [drawing.docType];
    const found = turns.map((turn) => typesOf(drawing, { neighbours: "apart", turn }));
    expect(found).toEqual(turns.map(() => wanted));
  });

  it.each(layouts)("of %s tell all that is somebody's", (_, draw) => {
    for (const neighbours of ["apart", "spaced"] as const) {
      const drawing = draw(person(4));
      expect(missing(drawing, textsOf(drawing, { neighbours, turn: 0 }))).toEqual([]);
    }
  });

  it("tell nearly all even where labels and values run together", () => {
    const drawings = layouts.map(([, draw]) => draw(person(5)));
    const wanted = drawings.reduce((sum, { values }) => sum + values.length, 0);
    const lost = drawings.flatMap((drawing) =>
      missing(drawing, textsOf(drawing, { neighbours: "glued", turn: 0 })),
    );
    expect(lost.length / wanted).toBeLessThan(0.02);
  });

  it("put every value's box on its print", () => {
    const drawing = LAYOUTS.filledForm?.(person(6));
    if (!drawing) throw new Error("no such drawing");
    const texts = textsOf(drawing, PLAIN);
    for (const { type, value, box } of drawing.values) {
      const found = texts.find((text) => text.type === type && plain(text.value) === plain(value));
      const [x, y, w, h] = found?.box ?? [0, 0, 0, 0];
      const covers = [
        x * drawing.width <= box[0],
        y * drawing.height <= box[1],
        (x + w) * drawing.width >= box[0] + box[2] - 1,
        (y + h) * drawing.height >= box[1] + box[3] - 1,
      ];
      expect([type, ...covers]).toEqual([type, true, true, true, true]);
    }
  });
});

describe("lines that only look like it", () => {
  it.each(Object.entries(NEGATIVES))("of %s tell nothing", (_, draw) => {
    const drawing = draw();
    expect([typesOf(drawing, PLAIN), textsOf(drawing, PLAIN)]).toEqual([[], []]);
  });

  it("of a form that nobody filled in tell of nobody", () => {
    expect(textsOf(blankForm(), PLAIN)).toEqual([]);
  });
});

describe("a list of a class", () => {
  it.each(["apart", "spaced"] as const)(
    "tells every name, phone and number (cells %s)",
    (neighbours) => {
      const texts = textsOf(classList(1), { neighbours, turn: 0 });
      const count = (type: string) =>
        new Set(texts.filter((text) => text.type === type).map(({ value }) => value)).size;
      expect([count("full-name"), count("phone"), count("cn-resident-id")]).toEqual([
        CLASS_SIZE,
        CLASS_SIZE,
        CLASS_SIZE,
      ]);
    },
  );
});
