import { z } from "zod";
import { type Clue, unpackClues } from "../../../shared/model/clues.ts";
import type { InsightFocus } from "../../../shared/model/focus.ts";
import type { Insights as AllInsights, Haunt } from "../../../shared/model/insight.ts";
import { MOMENTS_IN_CELL } from "../../../shared/model/sighting.ts";
import { type CountedClues, clueSums } from "../../../shared/policy/clue-sums.ts";
import { type Counted, hauntsOf } from "../../../shared/policy/haunts.ts";
import type { Columns } from "./columns.ts";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";
import { wordOf } from "./words.ts";

/** Places told at most: the most telling ones. */
const MAX_HAUNTS = 60;
/** Cells looked into for them. A person has some hundred, a shared drive may have a hundred thousand. */
const MAX_CELLS = 3_000;

const counted = z.array(z.tuple([z.int(), z.int()]));

/** What all photos together give away. A million photos have a few thousand places and sorts of clues. */
export class Insights {
  readonly #db: Db;
  readonly #columns: Columns;
  readonly #known = new Map<number, readonly Clue[]>();

  constructor(db: Db, columns: Columns) {
    this.#db = db;
    this.#columns = columns;
  }

  all(): Omit<AllInsights, "haunts"> & { readonly haunts: readonly Haunt[] } {
    return {
      photos: this.#number("SELECT COUNT(*) FROM photo"),
      located: this.#number("SELECT COALESCE(SUM(photos), 0) FROM cell"),
      haunts: hauntsOf(this.#sightings()).slice(0, MAX_HAUNTS),
      ...clueSums(this.#clues().map(({ clues, photos }) => [clues, photos] satisfies CountedClues)),
    };
  }

  /** 1 for each photo, by id, that an insight is about; null for no insight. */
  flags(focus: InsightFocus | null): Uint8Array | null {
    if (focus === null) return null;
    const flags = new Uint8Array(this.#columns.now.end);
    const mark = (ids: readonly unknown[]) => {
      for (const id of ids) flags[z.int().parse(id)] = 1;
    };
    if ("cells" in focus) for (const cell of focus.cells) mark(this.#idsIn(cell));
    else for (const word of this.#words(focus)) mark(this.#idsOf(word));
    return flags;
  }

  /** What is known of the busiest cells; of the others nobody would be told. */
  #sightings(): Counted[] {
    const busiest = prepared(this.#db, "SELECT id FROM cell ORDER BY photos DESC, id LIMIT ?")
      .pluck()
      .all(MAX_CELLS);
    const inCell = prepared(
      this.#db,
      `SELECT sighting, COUNT(*) FROM photo WHERE sighting >= ? AND sighting < ? GROUP BY sighting`,
    ).raw();
    return z
      .array(z.int())
      .parse(busiest)
      .flatMap((cell) => {
        const from = cell * MOMENTS_IN_CELL;
        return counted.parse(inCell.all(from, from + MOMENTS_IN_CELL));
      });
  }

  #clues() {
    const sums = this.#counts("SELECT clues, COUNT(*) FROM photo WHERE clues > 0 GROUP BY clues");
    return sums.map(([word, photos]) => ({
      word,
      clues: this.#cluesOf(word),
      photos,
    }));
  }

  /** A word never changes its meaning. */
  #cluesOf(word: number): readonly Clue[] {
    const known = this.#known.get(word) ?? unpackClues(wordOf(this.#db, word));
    this.#known.set(word, known);
    return known;
  }

  #words({ clues: wanted, name }: Extract<InsightFocus, { clues: unknown }>): number[] {
    const isWanted = ([type, own]: readonly [string, string | null, number]) =>
      wanted.includes(type) && (name === null || own === name);
    return this.#clues().flatMap(({ word, clues }) => (clues.some(isWanted) ? [word] : []));
  }

  #idsIn(cell: number): unknown[] {
    const from = cell * MOMENTS_IN_CELL;
    return prepared(this.#db, "SELECT id FROM photo WHERE sighting >= ? AND sighting < ?")
      .pluck()
      .all(from, from + MOMENTS_IN_CELL);
  }

  #idsOf(word: number): unknown[] {
    const sql = "SELECT id FROM photo WHERE clues > 0 AND clues = ?";
    return prepared(this.#db, sql).pluck().all(word);
  }

  #number(sql: string): number {
    return z.int().parse(prepared(this.#db, sql).pluck().get());
  }

  #counts(sql: string) {
    return counted.parse(prepared(this.#db, sql).raw().all());
  }
}
