import { existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/* The journal seen from outside, read-only: what a dead or a working program has written so far. */

/** Actions between two steps; 0 where there is no journal yet. */
export const unfinishedIn = (dataDir: string): number =>
  peek(
    dataDir,
    "SELECT COUNT(*) FROM action WHERE state NOT IN ('done', 'failed', 'undone')",
    (n) => Number(n),
  ) ?? 0;

/** How far a batch has come: grows by one with each action's every step. */
export const stepsIn = (dataDir: string): number =>
  peek(
    dataDir,
    `SELECT TOTAL(CASE state WHEN 'planned' THEN 1 WHEN 'kept' THEN 2 WHEN 'undoing' THEN 4
       WHEN 'undone' THEN 5 ELSE 3 END) FROM action`,
    (n) => Number(n),
  ) ?? 0;

function peek<T>(dataDir: string, sql: string, read: (value: unknown) => T): T | undefined {
  const file = join(dataDir, "catalogue.sqlite");
  if (!existsSync(file)) return undefined;
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 1000 });
    return read(db.prepare(sql).pluck().get());
  } catch (error) {
    // Not a database yet, or no longer: nobody has a journal there.
    if (error instanceof Database.SqliteError) return undefined;
    throw error;
  } finally {
    db?.close();
  }
}
