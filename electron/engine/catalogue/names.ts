import type { Columns } from "./columns.ts";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";

/** Ids per piece of text; a piece is read anew when one of its photos changes. */
const PIECE_IDS = 4096;

/** Stands between names, because no file's name can contain it. */
const BETWEEN = "/";

interface Piece {
  /** Names in lower case, each followed by {@link BETWEEN}. */
  readonly text: string;
  readonly ids: Uint32Array;
  /** Where each name begins in the text. */
  readonly starts: Uint32Array;
}

/** What of a name is no text does not matter here: nobody can search for it. */
export const READ_NAMES = `SELECT id, CAST(name AS TEXT) FROM photo INDEXED BY photo_columns
  WHERE id >= ? AND id < ? ORDER BY id`;

/** The names of all photos as a few long texts, in which a word is found faster than in any index that finds parts of words. */
export class Names {
  readonly #db: Db;
  readonly #columns: Columns;
  #pieces: Piece[] = [];
  #generation = -1;

  constructor(db: Db, columns: Columns) {
    this.#db = db;
    this.#columns = columns;
  }

  /** 1 for each photo, by id, in whose name `word` stands; it is in lower case. */
  having(word: string): Uint8Array {
    const { end } = this.#columns.now;
    if (this.#generation !== this.#columns.generation) this.#read(end);
    const flags = new Uint8Array(end);
    for (const piece of this.#pieces) mark(piece, word, flags);
    return flags;
  }

  #read(end: number) {
    this.#generation = this.#columns.generation;
    this.#pieces = [];
    const read = prepared(this.#db, READ_NAMES).raw();
    for (let from = 0; from < end; from += PIECE_IDS) {
      // Our own table, a million rows: not checked one by one.
      this.#pieces.push(pieceOf(read.all(from, from + PIECE_IDS) as [number, string][]));
    }
  }
}

function pieceOf(rows: readonly (readonly [number, string])[]): Piece {
  const [ids, starts] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  let text = "";
  for (const [at, [id, name]] of rows.entries()) {
    ids[at] = id;
    starts[at] = text.length;
    text += comparable(name) + BETWEEN;
  }
  return { text, ids, starts };
}

function mark({ text, ids, starts }: Piece, word: string, flags: Uint8Array) {
  let at = 0;
  for (let hit = text.indexOf(word); hit >= 0; ) {
    while ((starts[at + 1] ?? text.length) <= hit) at += 1;
    flags[ids[at] ?? 0] = 1;
    hit = text.indexOf(word, starts[at + 1] ?? text.length);
  }
}

/** Text as it is compared: one form of each letter, in lower case. */
export const comparable = (text: string): string =>
  (ASCII.test(text) ? text : text.normalize("NFC")).toLowerCase();

const ASCII = /^[ -~]*$/;
