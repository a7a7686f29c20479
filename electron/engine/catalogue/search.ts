import { z } from "zod";
import type { Columns } from "./columns.ts";
import type { Db } from "./database.ts";
import { comparable, Names } from "./names.ts";
import type { Tree } from "./tree.ts";

const COUNTRIES = ["en", "zh-Hans", "zh-Hant"].map(
  (language) => new Intl.DisplayNames([language], { type: "region" }),
);
const wordRow = z.object({ id: z.int(), text: z.string() });

/** Finds photos by words in their names, in the folders' names and in the places' names. */
export class Search {
  readonly #db: Db;
  readonly #columns: Columns;
  readonly #names: Names;
  readonly #tree: Tree;

  constructor(db: Db, columns: Columns, tree: Tree) {
    this.#db = db;
    this.#columns = columns;
    this.#names = new Names(db, columns);
    this.#tree = tree;
  }

  /** 1 for each photo, by id, that all words of a text are found with; null for no words. */
  flags(text: string): Uint8Array | null {
    const words = comparable(text)
      .split(/\s+/)
      .filter((word) => word !== "");
    return words
      .map((word) => this.#having(word))
      .reduce<Uint8Array | null>(
        (all, one) => all?.map((flag, id) => flag & (one[id] ?? 0)) ?? one,
        null,
      );
  }

  #having(word: string): Uint8Array {
    const flags = this.#names.having(word);
    const [directories, places] = [this.#tree.named(word), this.#places(word)];
    const { directory, place, end } = this.#columns.now;
    for (let id = 1; id < end; id += 1) {
      if (directories[directory[id] ?? 0] === 1 || places[place[id] ?? 0] === 1) flags[id] = 1;
    }
    return flags;
  }

  /** 1 for each place, by its word's id, in whose name or country's name a word stands. */
  #places(word: string): Uint8Array {
    const rows = z
      .array(wordRow)
      .parse(this.#db.prepare("SELECT id, text FROM word ORDER BY id").all());
    const flags = new Uint8Array(1 + (rows.at(-1)?.id ?? 0));
    for (const { id, text } of rows) if (spoken(text).includes(word)) flags[id] = 1;
    return flags;
  }
}

/** "Nanqiao, Shanghai, CN" with the country's names in place of its code. */
function spoken(place: string): string {
  const [, words, code] = /^(.*), ([A-Z]{2})$/s.exec(place) ?? [];
  if (words === undefined || code === undefined) return "";
  return comparable([words, ...COUNTRIES.map((names) => names.of(code) ?? "")].join(" "));
}
