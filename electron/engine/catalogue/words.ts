import { z } from "zod";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";

const FIND = "SELECT id FROM word WHERE text = ?";

/** The number that stands for a word which many photos share; 0 for none. Remembers the word. */
export function wordId(db: Db, text: string | null): number {
  if (text === null) return 0;
  const known = knownWordId(db, text);
  if (known !== undefined) return known;
  prepared(db, "INSERT OR IGNORE INTO word (text) VALUES (?)").run(text);
  return z.int().parse(knownWordId(db, text));
}

/** The number of a word that some photo has, or has had. */
export const knownWordId = (db: Db, text: string): number | undefined =>
  z.int().optional().parse(prepared(db, FIND).pluck().get(text));

export const wordOf = (db: Db, id: number): string =>
  z.string().parse(prepared(db, "SELECT text FROM word WHERE id = ?").pluck().get(id));
