import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  FINDING_KINDS,
  type Finding,
  SEVERITIES,
  severityRank,
  worst,
} from "../../../shared/model/finding.ts";
import { packFindings } from "../../../shared/model/finding-list.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import { PHOTO_SORTS, type PhotoFilter, photoStatus } from "../../../shared/model/photo.ts";
import { type Catalogue, openCatalogue } from "./catalogue.ts";
import type { ScannedPhoto } from "./photo-writer.ts";

const ROOT = "/album";
const FOLDERS = [ROOT, "/album/上海", "/album/2019/summer trip", "/album/2019/summer trip/b"];
const PLACES = ["Nanqiao, Shanghai, CN", "Bad Homburg, Hessen, DE", null];
const DOCUMENTS = ["passport", "bank-card"];

let folder: string;
let catalogue: Catalogue;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "safelight-listing-"));
  catalogue = opened();
  catalogue.folders.add(ROOT);
});
afterEach(() => {
  catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

function opened(): Catalogue {
  const result = openCatalogue(folder);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

interface Made {
  readonly directory: string;
  readonly photo: ScannedPhoto;
}

const anyFinding = fc
  .record({
    kind: fc.constantFrom(...FINDING_KINDS),
    severity: fc.constantFrom(...SEVERITIES),
    type: fc.constantFrom(...DOCUMENTS),
  })
  .map(
    (some): Finding => ({
      ...some,
      confidence: 1,
      box: null,
      value: null,
      source: "",
      location: null,
    }),
  );

const anyPhoto: fc.Arbitrary<Made> = fc
  .record({
    directory: fc.constantFrom(...FOLDERS),
    name: fc.constantFrom("IMG_1.jpg", "img_2.jpg", "外滩 beach.png", "É.webp", "b", "IMG_10.JPG"),
    seconds: fc.integer({ min: 0, max: 3 }),
    bytes: fc.integer({ min: 0, max: 3 }),
    status: fc.constantFrom(...photoStatus.options),
    place: fc.constantFrom(...PLACES),
    findings: fc.array(anyFinding, { maxLength: 3 }),
  })
  .map(({ directory, seconds, findings, ...photo }) => {
    const list = packFindings(findings, worst(findings.map(({ severity }) => severity)));
    const size = { width: null, height: null, format: null, error: null, sidecars: "" };
    const fingerprint = `${photo.bytes}:${seconds}000000000:1`;
    return { directory, photo: { ...photo, ...size, fingerprint, findings: list } };
  });

const someOf = <T>(all: readonly T[]) => fc.subarray([...all], { maxLength: 2 });
const anyFilter: fc.Arbitrary<PhotoFilter> = fc.record({
  folderId: fc.constant(null),
  directoryId: fc.constant(null),
  kinds: someOf(FINDING_KINDS),
  severities: someOf(SEVERITIES),
  status: fc.constantFrom(null, ...photoStatus.options),
  text: fc.constantFrom("", "img", "é", "外滩", "上海", "summer B", "china", "德国 IMG", "album"),
  documents: someOf([...DOCUMENTS, "visa"]),
  changed: fc.constantFrom(null, true, false),
  focus: fc.constant(null),
  person: fc.constant(null),
  sort: fc.constantFrom(...PHOTO_SORTS),
});

/** What the words of a text are looked for in. */
const COUNTRIES: Record<string, string> = { CN: "China 中国", DE: "Germany 德国" };
const textOf = ({ directory, photo }: Made): string => {
  const [, words = "", code = ""] = /^(.*), (..)$/.exec(photo.place ?? "") ?? [];
  const inside = directory.slice(ROOT.length);
  return [photo.name, inside, words, COUNTRIES[code] ?? ""].join("\n").toLowerCase();
};

/** The plain meaning of a filter, a photo at a time. */
function shows(filter: PhotoFilter, made: Made, isChanged: boolean): boolean {
  const { findings, status } = made.photo;
  const isKnown = findings.severity !== "none" || status === "scanned";
  const { kinds, severities, documents, changed, text } = filter;
  return (
    (kinds.length === 0 || kinds.some((kind) => findings.kinds.includes(kind))) &&
    (severities.length === 0 || (isKnown && severities.includes(findings.severity))) &&
    (filter.status === null || filter.status === status) &&
    (documents.length === 0 || documents.includes(findings.document ?? "")) &&
    (changed === null || changed === isChanged) &&
    text
      .toLowerCase()
      .split(" ")
      .every((word) => textOf(made).includes(word))
  );
}

const KEYS: Record<PhotoFilter["sort"], (made: Made) => string | number> = {
  worst: ({ photo }) => -severityRank(photo.findings.severity),
  name: ({ photo }) =>
    Buffer.from(photo.name.replace(/[A-Z]/g, (c) => c.toLowerCase())).toString("hex"),
  oldest: ({ photo }) => Number(photo.fingerprint.split(":")[1]),
  newest: ({ photo }) => -Number(photo.fingerprint.split(":")[1]),
  largest: ({ photo }) => -photo.bytes,
};

/** The photos by id, as the catalogue numbered them. */
function numbered(all: Iterable<Made>): Map<PhotoId, Made> {
  const found = [...all].map((made) => {
    const id = catalogue.photos.at(join(made.directory, made.photo.name));
    if (id === undefined) throw new Error("not stored");
    return [id, made] as const;
  });
  return new Map(found.sort(([a], [b]) => a - b));
}

const before = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

function expected(all: Map<PhotoId, Made>, filter: PhotoFilter, changed: ReadonlySet<PhotoId>) {
  const key = KEYS[filter.sort];
  return [...all]
    .filter(([id, made]) => shows(filter, made, changed.has(id)))
    .sort(([, a], [, b]) => before(key(a), key(b)))
    .map(([id]) => id);
}

it("shows for any filter what looking at every photo shows, after any change", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(anyPhoto, { maxLength: 12 }), { minLength: 1, maxLength: 3 }),
      fc.array(anyFilter, { minLength: 1, maxLength: 4 }),
      (batches, filters) => {
        catalogue.folders.forget(catalogue.folders.add(ROOT));
        catalogue.folders.add(ROOT);
        const all = new Map<string, Made>();
        for (const batch of batches) {
          catalogue.photos.store(batch, "");
          for (const made of batch) all.set(join(made.directory, made.photo.name), made);
          const photos = numbered(all.values());
          for (const filter of filters) {
            const ids = expected(photos, filter, new Set());
            expect(catalogue.questions.ids(filter)).toEqual(ids);
            expect(catalogue.questions.counts(filter).photos).toBe(ids.length);
            expect(catalogue.questions.page(filter, 1, 3)).toMatchObject({
              photos: ids.slice(1, 4).map((id) => ({ id })),
              total: ids.length,
            });
          }
          const [first] = photos;
          if (first === undefined) continue;
          catalogue.photos.remove([first[0]]);
          all.delete(join(first[1].directory, first[1].photo.name));
        }
      },
    ),
    { numRuns: 60 },
  );
});
