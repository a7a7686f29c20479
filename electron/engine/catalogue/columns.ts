import { z } from "zod";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";

/** Codes of `status` in the traits; 0 means that there is no such photo. */
export const STATUS_CODES = ["gone", "scanned", "failed", "skipped"] as const;
/** A photo that could not be read is not "none": nobody knows what it gives away. One more than "critical". */
export const UNKNOWN_SEVERITY = 5;

/** Where in one number a photo's traits stand; the lowest six bits are its state. */
const STATUS_AT = 3;
const CHANGED_AT = 5;
const KINDS_AT = 6;
export const STATES = 1 << KINDS_AT;

/** What a state says. */
export const severityIn = (state: number): number => state & 7;
export const statusIn = (state: number): number => (state >> STATUS_AT) & 3;
export const changedIn = (state: number): number => (state >> CHANGED_AT) & 1;

const stateOf = (low: number): number => {
  const state = low & (STATES - 1);
  const isUnknown = severityIn(state) === 0 && STATUS_CODES[statusIn(state)] !== "scanned";
  return isUnknown ? state | UNKNOWN_SEVERITY : state;
};
const DOCUMENT_AT = 22;
const DOCUMENT_UNIT = 2 ** DOCUMENT_AT;
/** Of so many changed photos at once, reading all anew is the quicker way. */
const RELOAD_AT = 20_000;
/** Largest number of a column of 32 bits; a longer file or a later date counts as this. */
const U32_MAX = 2 ** 32 - 1;
const ROOM_AT_FIRST = 1024;

const row = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int(), z.int()]);
type Row = z.infer<typeof row>;

/** One entry per photo id; about 20 bytes a photo. */
class Arrays {
  /** Number of entries: the highest id and one. */
  end = 1;
  /** Severity, status and whether it was changed, in one byte; 0 where there is no photo. */
  state = new Uint8Array(ROOM_AT_FIRST);
  kinds = new Uint16Array(ROOM_AT_FIRST);
  /** Ids of words; 0 for none. */
  document = new Uint32Array(ROOM_AT_FIRST);
  place = new Uint32Array(ROOM_AT_FIRST);
  directory = new Uint32Array(ROOM_AT_FIRST);
  /** Seconds since 1970. */
  modified = new Uint32Array(ROOM_AT_FIRST);
  bytes = new Uint32Array(ROOM_AT_FIRST);

  set([id, traits, directory, place, modified, bytes]: Row) {
    if (id >= this.state.length) this.#grow(Math.max(id + 1, this.state.length * 2));
    this.end = Math.max(this.end, id + 1);
    const low = traits % DOCUMENT_UNIT;
    this.state[id] = stateOf(low);
    this.kinds[id] = low >> KINDS_AT;
    this.document[id] = Math.floor(traits / DOCUMENT_UNIT);
    this.place[id] = place;
    this.directory[id] = directory;
    this.modified[id] = Math.min(modified, U32_MAX);
    this.bytes[id] = Math.min(bytes, U32_MAX);
  }

  #grow(room: number) {
    this.state = grown(this.state, new Uint8Array(room));
    this.kinds = grown(this.kinds, new Uint16Array(room));
    this.document = grown(this.document, new Uint32Array(room));
    this.place = grown(this.place, new Uint32Array(room));
    this.directory = grown(this.directory, new Uint32Array(room));
    this.modified = grown(this.modified, new Uint32Array(room));
    this.bytes = grown(this.bytes, new Uint32Array(room));
  }
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/**
 * What filters and orders ask of every photo, in memory: any of a thousand filters over a million
 * photos is one loop over arrays. Read from a covering index when first asked, and kept in step:
 * triggers of this connection tell which photos it wrote, SQLite tells when another program wrote.
 */
export class Columns {
  readonly #db: Db;
  readonly #touched = new Set<number>();
  #arrays: Arrays | undefined;
  #otherWrites = -1;
  #generation = 0;
  #folderGeneration = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /** In step with the catalogue at this moment. */
  get now(): Readonly<Arrays> {
    const otherWrites = z.int().parse(this.#db.pragma("data_version", { simple: true }));
    if (this.#arrays === undefined) this.#listen();
    const isStale = otherWrites !== this.#otherWrites || this.#touched.size > RELOAD_AT;
    this.#otherWrites = otherWrites;
    if (this.#arrays === undefined || isStale) this.#arrays = this.#read();
    else this.#readTouched(this.#arrays);
    return this.#arrays;
  }

  /** Rises whenever a photo is no longer what it was. Ask after {@link now}. */
  get generation(): number {
    return this.#generation;
  }

  /** Rises whenever a folder comes or goes. Ask after {@link now}. */
  get folderGeneration(): number {
    return this.#folderGeneration;
  }

  #listen() {
    this.#db.function("photo_touched", (id) => {
      this.#touched.add(Number(id));
      return null;
    });
    this.#db.function("folder_touched", () => {
      this.#folderGeneration += 1;
      return null;
    });
    const tell = (name: string, when: string, call: string) =>
      `CREATE TEMP TRIGGER ${name} AFTER ${when} BEGIN SELECT ${call}; END;`;
    this.#db.exec(
      [
        tell("told_photo_new", "INSERT ON main.photo", "photo_touched(NEW.id)"),
        tell("told_photo", "UPDATE ON main.photo", "photo_touched(NEW.id)"),
        tell("told_photo_gone", "DELETE ON main.photo", "photo_touched(OLD.id)"),
        tell("told_directory_new", "INSERT ON main.directory", "folder_touched()"),
        tell("told_directory_gone", "DELETE ON main.directory", "folder_touched()"),
        tell("told_folder_new", "INSERT ON main.folder", "folder_touched()"),
        tell("told_folder_gone", "DELETE ON main.folder", "folder_touched()"),
      ].join("\n"),
    );
  }

  #read(): Arrays {
    const arrays = new Arrays();
    for (const one of this.#db.prepare(READ_ALL).raw().iterate()) arrays.set(one as Row);
    this.#touched.clear();
    this.#generation += 1;
    this.#folderGeneration += 1;
    return arrays;
  }

  #readTouched(arrays: Arrays) {
    if (this.#touched.size === 0) return;
    const read = prepared(this.#db, READ_ONE).raw();
    for (const id of this.#touched) {
      const found = read.get(id);
      if (found !== undefined) arrays.set(row.parse(found));
      else if (id < arrays.end) arrays.state[id] = 0;
    }
    this.#touched.clear();
    this.#generation += 1;
  }
}

/** In SQL, shifts and bars bind alike: hence each in brackets. */
const TRAITS = `severity
  | ((CASE status WHEN 'scanned' THEN 1 WHEN 'failed' THEN 2 ELSE 3 END) << ${STATUS_AT})
  | (changed << ${CHANGED_AT}) | (kinds << ${KINDS_AT}) | (document << ${DOCUMENT_AT})`;
const COLUMNS = `id, ${TRAITS}, directory_id, place, modified, bytes`;
// By name: else SQLite would read the photos' own rows, which are ten times as long.
export const READ_ALL = `SELECT ${COLUMNS} FROM photo INDEXED BY photo_columns`;
const READ_ONE = `SELECT ${COLUMNS} FROM photo WHERE id = ?`;
