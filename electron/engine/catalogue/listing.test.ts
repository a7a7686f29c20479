import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FINDING_KINDS, type Finding } from "../../../shared/model/finding.ts";
import { packFindings } from "../../../shared/model/finding-list.ts";
import { EVERY_PHOTO } from "../../../shared/model/photo.ts";
import { type Catalogue, openCatalogue } from "./catalogue.ts";
import type { ScannedPhoto } from "./photo-writer.ts";

const ROOT = "/album";
const FOLDERS = [ROOT, "/album/上海", "/album/2019/summer trip", "/album/2019/summer trip/b"];

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
