import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Finding } from "../../../shared/model/finding.ts";
import { packFindings } from "../../../shared/model/finding-list.ts";
import type { InsightFocus } from "../../../shared/model/focus.ts";
import { EVERY_PHOTO } from "../../../shared/model/photo.ts";
import type { SeenPlace } from "../../../shared/model/sighting.ts";
import { type Catalogue, openCatalogue } from "./catalogue.ts";

let folder: string;
let catalogue: Catalogue;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "safelight-insights-"));
  const opened = openCatalogue(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  catalogue = opened.value;
});
afterEach(() => {
  catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

const HOME: SeenPlace = { lat: 31.2401, lon: 121.4901 };
const NEAR_HOME: SeenPlace = { lat: 31.2411, lon: 121.4901 };
const AWAY: SeenPlace = { lat: 48.8584, lon: 2.2945 };
const at = (place: SeenPlace, part: "night" | "work" | "free", month: number): Finding =>
  finding("location", "gps", null, { ...place, when: { part, month } });

const finding = (
  kind: Finding["kind"],
  type: string,
  value: string | null = null,
  location: SeenPlace | null = null,
): Finding => ({
  kind,
  type,
  value,
  location,
  severity: "high",
  confidence: 1,
  box: null,
  source: "picture",
});

const photo = (name: string, findings: readonly Finding[]) => ({
  name,
  fingerprint: "5:7000000000:1",
  sidecars: "",
  bytes: 5,
  format: "jpeg" as const,
  width: 4,
  height: 3,
  status: "scanned" as const,
  error: null,
  findings: packFindings(findings, "high"),
  place: null,
});

const store = (...photos: ReturnType<typeof photo>[]) =>
  catalogue.photos.store(
    photos.map((one) => ({ directory: "/album", photo: one })),
    "",
  );

const shown = (focus: InsightFocus) =>
  catalogue.questions
    .page({ ...EVERY_PHOTO, focus, sort: "name" }, 0, 100)
    .photos.map((one) => one.name);

const PHONE = finding("device", "device-model", "Phone 12");

it("tells of all photos together, and shows those that each answer is about", () => {
  store(
    photo("1.jpg", [at(HOME, "night", 600), PHONE, finding("face", "child")]),
    photo("2.jpg", [at(NEAR_HOME, "night", 601), PHONE, finding("face", "possible-child")]),
    photo("3.jpg", [at(HOME, "night", 601), finding("document", "passport")]),
    photo("4.jpg", [at(AWAY, "free", 601), finding("face", "face")]),
    photo("5.jpg", []),
  );
  const { haunts, ...rest } = catalogue.insights.all();
  expect(rest).toEqual({
    photos: 5,
    located: 4,
    people: { faces: 3, children: 2, elderly: 0 },
    papers: [{ type: "passport", name: null, photos: 1, items: 1 }],
    devices: [{ type: "device-model", name: "Phone 12", photos: 2, items: 2 }],
    apps: [],
  });
  expect(haunts.map(({ role, photos }) => [role, photos])).toEqual([
    ["sleep", 3],
    ["visited", 1],
  ]);
  expect(haunts.map(({ cells }) => shown({ cells }))).toEqual([
    ["1.jpg", "2.jpg", "3.jpg"],
    ["4.jpg"],
  ]);
  expect(shown({ clues: ["child", "possible-child"], name: null })).toEqual(["1.jpg", "2.jpg"]);
  expect(shown({ clues: ["device-model"], name: "Phone 12" })).toEqual(["1.jpg", "2.jpg"]);
  expect(shown({ clues: ["device-model"], name: "Phone 13" })).toEqual([]);
});

it("forgets what a cleaned photo told, and what a look has shown in place of it", () => {
  store(photo("1.jpg", [at(HOME, "night", 600), PHONE]));
  store(photo("1.jpg", []));
  expect(catalogue.insights.all()).toMatchObject({ located: 0, haunts: [], devices: [] });
  const looked = catalogue.photos.looked(
    catalogue.questions.page(EVERY_PHOTO, 0, 1).photos[0]?.id ?? never(),
  );
  const seen = packFindings([finding("face", "elderly"), at(HOME, "free", 600)], "high");
  catalogue.photos.storeLook(looked ?? never(), seen, "");
  expect(catalogue.insights.all()).toMatchObject({ located: 1, people: { elderly: 1 } });
  catalogue.photos.remove(catalogue.questions.page(EVERY_PHOTO, 0, 9).photos.map(({ id }) => id));
  expect(catalogue.insights.all()).toMatchObject({ photos: 0, located: 0, haunts: [] });
});

/** Microseconds of a core for a hundred thousand photos, so that a busy machine is no failure. */
const PATIENCE_US = 300_000;

it("answers at once for a hundred thousand photos", () => {
  const photos = Array.from({ length: 100_000 }, (_, index) =>
    photo(`${index}.jpg`, [
      at({ lat: 30 + (index % 70) * 0.013, lon: 120 + (index % 50) * 0.017 }, "free", index % 300),
      finding("device", "device-model", `Phone ${index % 12}`),
      finding("face", index % 9 === 0 ? "child" : "face"),
    ]),
  );
  store(...photos);
  const begun = process.cpuUsage();
  const { located, haunts, people } = catalogue.insights.all();
  const { user, system } = process.cpuUsage(begun);
  expect(user + system).toBeLessThan(PATIENCE_US);
  expect([located, haunts.length, people.children]).toEqual([100_000, 60, 11_112]);
}, 60_000);

function never(): never {
  throw new Error("no such photo");
}
