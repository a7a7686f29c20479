import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Finding } from "../../../shared/model/finding.ts";
import { packFindings } from "../../../shared/model/finding-list.ts";
import { EVERY_PHOTO } from "../../../shared/model/photo.ts";
import { photoSeverity } from "../../../shared/policy/risk.ts";
import { type Catalogue, openCatalogue } from "./catalogue.ts";

let folder: string;
let catalogue: Catalogue;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "safelight-verdicts-"));
  const opened = openCatalogue(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  catalogue = opened.value;
});
afterEach(() => {
  catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

const found = (kind: Finding["kind"], type: string, severity: Finding["severity"]): Finding => ({
  kind,
  type,
  severity,
  confidence: 0.9,
  box: [0.1, 0.2, 0.3, 0.4],
  value: null,
  source: "picture",
  location: null,
});
const CARD = found("document", "bank-card", "critical");
const FACE = found("face", "face", "low");
const BYTES = "aa";

/** A photo as a scan stores it; `content` once its picture was looked at. */
function store(name: string, content: string | null) {
  const findings = [CARD, FACE];
  const photo = {
    name,
    fingerprint: `5:7000000000:${name}`,
    sidecars: "",
    bytes: 5,
    format: "jpeg" as const,
    width: 4,
    height: 3,
    status: "scanned" as const,
    error: null,
    findings: packFindings(findings, photoSeverity(findings)),
    place: null,
  };
  catalogue.photos.store([{ directory: "/album", photo }], "");
  const id = catalogue.photos.at(`/album/${name}`);
  if (id === undefined) throw new Error(`${name} was not stored`);
  if (content !== null) catalogue.contents.keep(id, content);
  return id;
}

/** Each photo as the grid shows it: how bad, and of which kinds. */
const shown = () =>
  catalogue.questions
    .page({ ...EVERY_PHOTO, sort: "name" }, 0, 10)
    .photos.map(({ name, severity, kinds }) => [name, severity, ...kinds]);

it("counts a finding no more once a person said that it is fine, and again when he takes it back", () => {
  const id = store("a.jpg", BYTES);
  expect(catalogue.verdicts.judge(id, [CARD], "wrong")).toBe(true);
  expect(shown()).toEqual([["a.jpg", "low", "face"]]);
  expect(catalogue.verdicts.of(id)).toEqual(["wrong", null]);
  expect(catalogue.questions.counts(EVERY_PHOTO).byDocument).toEqual({});
  catalogue.verdicts.judge(id, [FACE], "fine");
  expect(shown()).toEqual([["a.jpg", "none"]]);
  catalogue.verdicts.judge(id, [CARD, FACE], null);
  expect(shown()).toEqual([["a.jpg", "critical", "face", "document"]]);
  expect(catalogue.verdicts.of(id)).toEqual([null, null]);
});

it("remembers it by the bytes of the file: for copies, after a move and a new look, not for a changed file", () => {
  const first = store("a.jpg", BYTES);
  store("copy.jpg", BYTES);
  catalogue.verdicts.judge(first, [{ ...CARD, confidence: 0.5, severity: "high" }], "fine");
  expect(shown()).toEqual([
    ["a.jpg", "low", "face"],
    ["copy.jpg", "low", "face"],
  ]);
  catalogue.photos.remove([first]);
  store("moved.jpg", BYTES);
  store("copy.jpg", null); // read anew: the same file as before
  store("changed.jpg", "bb");
  expect(shown()).toEqual([
    ["changed.jpg", "critical", "face", "document"],
    ["copy.jpg", "low", "face"],
    ["moved.jpg", "low", "face"],
  ]);
});

it("refuses where the bytes of a file are not known", () => {
  expect(catalogue.verdicts.judge(store("a.jpg", null), [CARD], "fine")).toBe(false);
  expect(shown()).toEqual([["a.jpg", "critical", "face", "document"]]);
});
