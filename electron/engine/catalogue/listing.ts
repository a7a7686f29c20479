import { FINDING_KINDS, SEVERITIES, severityRank } from "../../../shared/model/finding.ts";
import type { PhotoCounts, PhotoFilter, PhotoSort } from "../../../shared/model/photo.ts";
import { type Columns, STATUS_CODES } from "./columns.ts";
import type { Db } from "./database.ts";
import type { Insights } from "./insights.ts";
import { countMatches, filtered, type Test } from "./matching.ts";
import { ordered } from "./orders.ts";
import type { People } from "./people.ts";
import { kindBit, kindBits } from "./rows.ts";
import { Search } from "./search.ts";
import type { Tree } from "./tree.ts";
import { knownWordId, wordOf } from "./words.ts";

/** Answers kept: the filter a person looks at, its neighbours and their counts. Each has up to 4 bytes a photo. */
const ANSWERS_KEPT = 12;
/** Texts searched for lately; a byte a photo. */
const TEXTS_KEPT = 8;

/** Which photos a filter shows, in which order, and how many: answers are kept until a photo changes. */
export class Listing {
  readonly #db: Db;
  readonly #columns: Columns;
  readonly #tree: Tree;
  readonly #search: Search;
  readonly #insights: Insights;
  readonly #people: People;
  readonly #kept = new Map<string, unknown>();
  readonly #orders = new Map<PhotoSort, Uint32Array>();
  readonly #texts = new Map<string, Uint8Array | null>();
  #generation = "";

  constructor(db: Db, columns: Columns, tree: Tree, insights: Insights, people: People) {
    this.#db = db;
    this.#columns = columns;
    this.#tree = tree;
    this.#search = new Search(db, columns, tree);
    this.#insights = insights;
    this.#people = people;
  }

  /** The ids of all that a filter shows, in its order. */
  ids(filter: PhotoFilter): Uint32Array {
    return this.#keep(`ids ${JSON.stringify(filter)}`, () => {
      const all = this.#order(filter.sort);
      return filtered(all, this.#columns.now, this.#test(filter));
    });
  }

  counts(filter: PhotoFilter): PhotoCounts {
    return this.#keep(`counts ${JSON.stringify({ ...filter, sort: "" })}`, () => {
      const sums = countMatches(this.#columns.now, this.#test(filter));
      const documents = [...sums.documents].map(([id, count]) => [wordOf(this.#db, id), count]);
      return {
        photos: sums.photos,
        failed: sums.statuses[STATUS_CODES.indexOf("failed")] ?? 0,
        changed: sums.changed,
        byKind: Object.fromEntries(
          FINDING_KINDS.map((kind) => [kind, having(sums.kinds, kindBit(kind))]),
        ),
        bySeverity: Object.fromEntries(
          SEVERITIES.map((level, rank) => [level, sums.severities[rank] ?? 0]),
        ),
        byDocument: Object.fromEntries(documents),
      };
    });
  }

  #order(sort: PhotoSort): Uint32Array {
    const order = this.#orders.get(sort) ?? ordered(sort, this.#columns.now, this.#db);
    this.#orders.set(sort, order);
    return order;
  }

  /** Looking through all names is the dearest part: another order or kind of the same words does not do it again. */
  #text(text: string): Uint8Array | null {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const flags = this.#search.flags(text);
    if (this.#texts.size >= TEXTS_KEPT) this.#texts.clear();
    this.#texts.set(text, flags);
    return flags;
  }

  #test(filter: PhotoFilter): Test {
    const { severities, status, kinds, documents, changed } = filter;
    const known = documents.map((type) => knownWordId(this.#db, type) ?? NO_WORD);
    return {
      directories: this.#tree.flags(filter.folderId, filter.directoryId),
      text: this.#text(filter.text),
      focus: this.#insights.flags(filter.focus),
      person: this.#people.flags(filter.person, this.#columns.now.end),
      severities: severities.reduce((bits, level) => bits | (1 << severityRank(level)), 0) || ANY,
      statuses: status === null ? ANY : 1 << STATUS_CODES.indexOf(status),
      kinds: kindBits(kinds),
      documents: documents.length === 0 ? null : new Set(known),
      changed: changed === null ? ANY : 1 << Number(changed),
    };
  }

  #keep<T>(key: string, make: () => T): T {
    void this.#columns.now;
    const { generation: rows, folderGeneration } = this.#columns;
    const generation = `${rows} ${folderGeneration} ${this.#people.generation}`;
    if (this.#generation !== generation) {
      this.#kept.clear();
      this.#orders.clear();
      this.#texts.clear();
    }
    this.#generation = generation;
    // The key begins with the kind of answer, and each kind has one type.
    const answer = this.#kept.has(key) ? (this.#kept.get(key) as T) : make();
    this.#kept.delete(key);
    this.#kept.set(key, answer);
    const [oldest = ""] = this.#kept.keys();
    if (this.#kept.size > ANSWERS_KEPT) this.#kept.delete(oldest);
    return answer;
  }
}

/** Every bit: no restriction. */
const ANY = 0xff;
/** No photo has this word's id. */
const NO_WORD = -1;

/** How many photos have a bit, by how many have exactly which bits. */
const having = (byBits: Uint32Array, bit: number): number =>
  byBits.reduce((sum, count, bits) => ((bits & bit) === 0 ? sum : sum + count), 0);
