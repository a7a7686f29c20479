import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { photoId } from "../../../shared/model/ids.ts";
import { EVERY_PHOTO } from "../../../shared/model/photo.ts";
import { openCatalogue } from "./catalogue.ts";
import { MIGRATIONS } from "./schema.ts";

/** The last version that kept each finding in a row of its own. */
const ROWS_OF_FINDINGS = 3;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "safelight-migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("keeps what an older version found, in its order", () => {
  const old = new Database(join(folder, "catalogue.sqlite"));
  for (const sql of MIGRATIONS.slice(0, ROWS_OF_FINDINGS)) old.exec(sql);
  old.pragma(`user_version = ${ROWS_OF_FINDINGS}`);
  old.exec(`
    INSERT INTO directory (id, path) VALUES (1, x'2f61');
    INSERT INTO photo (id, directory_id, name, fingerprint, bytes, status, severity, kinds)
      VALUES (7, 1, x'62', 'f', 1, 'scanned', 3, 65), (8, 1, x'63', 'g', 1, 'scanned', 0, 0);
    INSERT INTO finding (photo_id, ordinal, kind, type, severity, confidence, x, y, w, h, value, source, lat, lon)
      VALUES (7, 1, 6, 'face', 2, 0.5, 0.1, 0.2, 0.3, 0.4, 'J•••', 'faces', NULL, NULL),
             (7, 0, 0, 'gps', 3, 1, NULL, NULL, NULL, NULL, NULL, 'Exif GPS', 31.2, -121.4);`);
  old.close();
  const opened = openCatalogue(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  const { questions } = opened.value;
  const [gps, face] = questions.findings(photoId.parse(7));
  expect(gps).toEqual({
    kind: "location",
    type: "gps",
    severity: "high",
    confidence: 1,
    box: null,
    value: null,
    source: "Exif GPS",
    location: { lat: 31.2, lon: -121.4 },
  });
  expect(face).toEqual({
    kind: "face",
    type: "face",
    severity: "medium",
    confidence: 0.5,
    box: [0.1, 0.2, 0.3, 0.4],
    value: "J•••",
    source: "faces",
    location: null,
  });
  expect(questions.findings(photoId.parse(8))).toEqual([]);
  opened.value.close();
});

/** The last version whose photos had no columns of their own for filters. */
const BEFORE_COLUMNS = 4;

it("takes times and changes of an older version over, and tells how far a large one is", () => {
  const old = new Database(join(folder, "catalogue.sqlite"));
  for (const sql of MIGRATIONS.slice(0, BEFORE_COLUMNS)) old.exec(sql);
  old.pragma(`user_version = ${BEFORE_COLUMNS}`);
  old.exec(`
    INSERT INTO directory (id, path) VALUES (1, x'2f61');
    INSERT INTO batch (id, kind, request, started_at) VALUES (1, 'strip', '{}', 0);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO photo (directory_id, name, fingerprint, bytes, status, severity, kinds, findings)
      SELECT 1, CAST(i AS BLOB), '9:' || i || '000000000:3', 9, 'scanned', 3, 128,
        '[[7,"passport",4,1,null,null,"picture",null]]' FROM n;
    INSERT INTO action (batch_id, owner, photo_id, path, state, copy, changed_at)
      VALUES (1, 'x', 5, x'2f61', 'done', 'c', 0);`);
  old.close();
  const told: number[] = [];
  const opened = openCatalogue(folder, (share) => told.push(share));
  if (!opened.ok) throw new Error(opened.error.code);
  const { questions } = opened.value;
  expect(told).toHaveLength(20);
  expect([told[0], told.at(-1)].map((share) => share?.toFixed(2))).toEqual(["0.04", "0.80"]);
  const newest = questions.page({ ...EVERY_PHOTO, sort: "newest" }, 0, 1);
  expect(newest).toMatchObject({ photos: [{ name: "20000" }], total: 20_000 });
  expect(questions.counts(EVERY_PHOTO)).toMatchObject({
    changed: 1,
    byDocument: { passport: 20_000 },
  });
  expect(questions.page({ ...EVERY_PHOTO, changed: true }, 0, 9).photos).toMatchObject([{ id: 5 }]);
  opened.value.close();
});
