import type { Statement } from "better-sqlite3";
import type { Db } from "./database.ts";

/** Compiled statements kept per catalogue: compiling one costs more than running it. */
const CACHES = new WeakMap<Db, Map<string, Statement>>();
/** A few dozen texts exist; filters make some more. */
const STATEMENTS_KEPT = 256;

/** The compiled statement of an SQL text. A text must always be used the same way (plucked or not). */
export function prepared(db: Db, sql: string): Statement {
  const cache = CACHES.get(db) ?? new Map<string, Statement>();
  CACHES.set(db, cache);
  const known = cache.get(sql);
  if (known) return known;
  if (cache.size >= STATEMENTS_KEPT) cache.clear();
  const made = db.prepare(sql);
  cache.set(sql, made);
  return made;
}
