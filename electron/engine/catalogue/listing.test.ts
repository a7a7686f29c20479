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
import {
  EVERY_PHOTO,
  PHOTO_SORTS,
  type PhotoFilter,
  photoStatus,
} from "../../../shared/model/photo.ts";
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

const photo = (name: string, change: Partial<ScannedPhoto> = {}): ScannedPhoto => ({
  name,
  fingerprint: "5:7000000000:1",
  sidecars: "",
  bytes: 5,
  format: "jpeg",
  width: 4,
  height: 3,
  status: "scanned",
  error: null,
  findings: packFindings([], "high"),
  place: null,
  ...change,
});

it("shows the tree below the chosen folders, with sums, and the photos of any branch", () => {
  const { photos, questions } = catalogue;
  const files = FOLDERS.map((directory) => ({ directory, photo: photo("a.jpg") }));
  photos.store([...files, { directory: "/elsewhere", photo: photo("a.jpg") }], "");
  const [top, ...others] = questions.tree(null);
  expect([top, others]).toMatchObject([{ name: "album", photos: 4, dangerous: 0, folders: 2 }, []]);
  const [year, chinese] = questions.tree(top?.id ?? null);
  expect(year).toMatchObject({ name: "2019", photos: 2, folders: 1 });
  expect(chinese).toMatchObject({ name: "上海", photos: 1, folders: 0 });
  const [trip] = questions.tree(year?.id ?? null);
  expect(trip).toMatchObject({ name: "summer trip", photos: 2, folders: 1 });
  const below = { ...EVERY_PHOTO, directoryId: trip?.id ?? null };
  expect(questions.page(below, 0, 9).total).toBe(2);
  expect(questions.page(EVERY_PHOTO, 0, 9).total).toBe(5);
  const inner = catalogue.folders.add("/album/2019");
  expect(questions.page({ ...below, folderId: inner }, 0, 9).total).toBe(2);
  expect(questions.folders().map(({ name, photos }) => [name, photos])).toEqual([
    ["2019", 2],
    ["album", 4],
  ]);
});

it("counts for each choice what choosing it would show", () => {
  const found = (...kinds: Finding["kind"][]) => {
    const list = kinds.map((kind): Finding => ({ ...NOTED, kind, type: "passport" }));
    return packFindings(list, list.length > 0 ? "high" : "none");
  };
  const all = [
    photo("1", { findings: found("location", "face") }),
    photo("2", { findings: found("document") }),
    photo("3", { findings: found("location", "document") }),
    photo("4", { findings: found() }),
    photo("5", { status: "failed", findings: found() }),
  ];
  catalogue.photos.store(
    all.map((one) => ({ directory: ROOT, photo: one })),
    "",
  );
  const { questions } = catalogue;
  expect(questions.counts({ ...EVERY_PHOTO, kinds: ["location"], severities: ["high"] })).toEqual({
    photos: 2,
    failed: 0,
    changed: 0,
    byKind: { ...NO_KINDS, location: 2, face: 1, document: 2 },
    bySeverity: { none: 0, low: 0, medium: 0, high: 2, critical: 0 },
    byDocument: { passport: 1 },
  });
  expect(questions.counts(EVERY_PHOTO)).toMatchObject({
    photos: 5,
    failed: 1,
    bySeverity: { none: 1 },
  });
});

it("knows which photos it changed, as soon as the journal does", () => {
  const { photos, questions, journal } = catalogue;
  photos.store([{ directory: ROOT, photo: photo("a.jpg") }], "");
  const id = photos.at(join(ROOT, "a.jpg"));
  if (id === undefined) throw new Error("not stored");
  const changed = () => questions.page({ ...EVERY_PHOTO, changed: true }, 0, 9).photos;
  expect(changed()).toEqual([]);
  const plan = {
    photoId: id,
    path: join(ROOT, "a.jpg"),
    temporary: null,
    copy: "c",
    alongWith: null,
  };
  const [action] = journal.plan(journal.openBatch("strip", {}), [plan]);
  if (action === undefined) throw new Error("not planned");
  expect(changed()).toEqual([]);
  journal.step([{ id: action, state: "done" }]);
  expect(changed()).toMatchObject([{ id, canUndo: true }]);
  journal.step([{ id: action, state: "undone" }]);
  expect(changed()).toEqual([]);
});

it("sees what another program wrote", () => {
  const other = opened();
  expect(catalogue.questions.page(EVERY_PHOTO, 0, 9).total).toBe(0);
  other.photos.store([{ directory: "/album/new", photo: photo("a.jpg") }], "");
  expect(catalogue.questions.page(EVERY_PHOTO, 0, 9).total).toBe(1);
  expect(catalogue.questions.tree(null)).toMatchObject([{ photos: 1, folders: 1 }]);
  other.close();
});

it("tells where a photo stands in a list", () => {
  const names = ["c", "a", "b"];
  catalogue.photos.store(
    names.map((name) => ({ directory: ROOT, photo: photo(name) })),
    "",
  );
  const filter = { ...EVERY_PHOTO, sort: "name" as const };
  const [a, b, c] = catalogue.questions.ids(filter);
  if (a === undefined || b === undefined || c === undefined) throw new Error("not stored");
  expect([a, b, c].map((id) => catalogue.questions.row(filter, id))).toEqual([
    { row: 0, previous: null, next: b },
    { row: 1, previous: a, next: c },
    { row: 2, previous: b, next: null },
  ]);
  const nowhere = { ...filter, status: "failed" as const };
  expect(catalogue.questions.row(nowhere, a)).toEqual({ row: null, previous: null, next: null });
});

const NOTED: Finding = {
  kind: "location",
  type: "gps",
  severity: "high",
  confidence: 1,
  box: null,
  value: null,
  source: "",
  location: null,
};
const NO_KINDS = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0]));
