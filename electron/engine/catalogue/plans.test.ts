import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { READ_ALL } from "./columns.ts";
import { type Db, openDatabase } from "./database.ts";
import { READ_NAMES } from "./names.ts";
import { BY_NAME } from "./orders.ts";
import { tileColumns } from "./rows.ts";

let folder: string;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "safelight-plans-"));
  const opened = openDatabase(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  db = opened.value;
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const plan = (sql: string): readonly string[] => {
  const count = sql.split("?").length - 1;
  const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array(count).fill(1));
  return z
    .array(z.object({ detail: z.string() }))
    .parse(rows)
    .map(({ detail }) => detail);
};

it("reads what filters ask from an index that holds all of it, never the photos' own long rows", () => {
  expect(plan(READ_ALL)).toEqual(["SCAN photo USING COVERING INDEX photo_columns"]);
  expect(plan(READ_NAMES)).toEqual([
    "SEARCH photo USING COVERING INDEX photo_columns (id>? AND id<?)",
  ]);
});

it("reads the order of names from an index and sorts nothing", () => {
  expect(plan(BY_NAME)).toEqual(["SCAN photo USING COVERING INDEX photo_by_name"]);
});

it("finds a photo's row, a folder's photos and a word by their keys", () => {
  const questions = [
    `SELECT ${tileColumns} FROM photo WHERE id = ?`,
    `SELECT name FROM photo JOIN directory ON directory.id = directory_id WHERE directory.path = ?`,
    "SELECT id FROM word WHERE text = ?",
  ];
  for (const step of questions.flatMap(plan)) expect(step).toMatch(/^SEARCH .* USING/);
});
