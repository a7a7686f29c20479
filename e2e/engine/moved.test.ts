import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenEngine, openEngine } from "../../electron/engine/engine.ts";
import type { Finding } from "../../shared/model/finding.ts";
import { packFindings } from "../../shared/model/finding-list.ts";
import type { PhotoId } from "../../shared/model/ids.ts";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { Scratch } from "./cli.ts";

/*
 * Copies and moved files. What was seen in a picture is marked by a finding that no look would bring:
 * where it shows again, it was carried over and nobody has looked.
 */

const MARK: Finding = {
  kind: "barcode",
  type: "wifi-code",
  severity: "high",
  confidence: 1,
  box: [0.1, 0.1, 0.2, 0.2],
  value: "mark",
  source: "picture",
  location: null,
};

let scratch: Scratch;
let folder: string;
let engine: OpenEngine;
beforeEach(async () => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
  writeFileSync(join(folder, "one.jpg"), await drawnJpeg({ gps: [48.8584, 2.2945] }));
  const opened = await openEngine({ dataDir: scratch.dataDir, jobs: 1 });
  if (!opened.ok) throw new Error(opened.error.code);
  engine = opened.value;
  await scan();
  mark(idOf("one.jpg"));
});
afterEach(async () => {
  await engine.close();
  scratch.remove();
});

async function scan() {
  const id = engine.folders.add(folder);
  const started = id.ok ? engine.scans.start(id.value, { detectors: ["barcodes"] }) : id;
  if (!started.ok) throw new Error(started.error.code);
  await engine.parts.scans.ended(started.value);
}

function idOf(name: string): PhotoId {
  const id = engine.parts.catalogue.photos.at(join(folder, name));
  if (id === undefined) throw new Error(`${name} is not known`);
  return id;
}

function mark(id: PhotoId) {
  const { photos } = engine.parts.catalogue;
  const photo = photos.looked(id);
  if (!photo) throw new Error("no such photo");
  photos.storeLook(photo, packFindings([...photo.findings, MARK], "high"), photo.detectors);
}

const detailOf = (name: string) => {
  const detail = engine.photos.get(idOf(name));
  if (!detail.ok) throw new Error(detail.error.code);
  return detail.value;
};
const kindsIn = (name: string) => detailOf(name).findings.map(({ kind }) => kind);

it("knows of a copy what it knew of the original, and tells how many there are", async () => {
  copyFileSync(join(folder, "one.jpg"), join(folder, "two.jpg"));
  await scan();
  expect(kindsIn("two.jpg")).toEqual(["location", "barcode"]);
  expect([detailOf("one.jpg").copies, detailOf("two.jpg").copies]).toEqual([1, 1]);
});

it("knows a file again that was moved, alone or with its folder", async () => {
  mkdirSync(join(folder, "trip"));
  renameSync(join(folder, "one.jpg"), join(folder, "trip", "renamed.jpg"));
  await scan();
  expect(kindsIn("trip/renamed.jpg")).toEqual(["location", "barcode"]);
  renameSync(join(folder, "trip"), join(folder, "a later trip"));
  await scan();
  expect(kindsIn("a later trip/renamed.jpg")).toEqual(["location", "barcode"]);
  expect(detailOf("a later trip/renamed.jpg").copies).toBe(0);
});

it("looks at a file that has the size of another, but not its bytes", async () => {
  const bytes = readFileSync(join(folder, "one.jpg"));
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
  writeFileSync(join(folder, "two.jpg"), bytes);
  await scan();
  expect(kindsIn("two.jpg")).toEqual(["location"]);
  expect(detailOf("two.jpg").copies).toBe(0);
});
