import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { photoId } from "../../../shared/model/ids.ts";
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
