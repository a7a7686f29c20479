import { basename, dirname, relative } from "node:path";
import { z } from "zod";
import type { DirectoryNode } from "../../../shared/model/folder.ts";
import {
  type DirectoryId,
  directoryId,
  type FolderId,
  folderId,
} from "../../../shared/model/ids.ts";
import { displayPath, pathBytes } from "../../base/paths.ts";
import { type Columns, severityIn, UNKNOWN_SEVERITY } from "./columns.ts";
import type { Db } from "./database.ts";
import { comparable } from "./names.ts";
import { prepared } from "./prepared.ts";
import { pathColumn } from "./rows.ts";

/** Severities of this rank and above count as dangerous. */
const HIGH = 3;

interface Node {
  readonly id: DirectoryId;
  readonly path: string;
  readonly parent: Node | null;
  readonly children: Node[];
  photos: number;
  dangerous: number;
}

const directoryRow = z.object({ id: directoryId, path: pathColumn });
const folderRow = z.object({ id: folderId, path: pathColumn });

/** The chosen folders and all that lies below them, with sums. */
export class Tree {
  readonly #db: Db;
  readonly #columns: Columns;
  #nodes = new Map<string, Node>();
  #byId = new Map<DirectoryId, Node>();
  #roots = new Map<FolderId, Node>();
  #generations = { folders: -1, photos: -1 };

  constructor(db: Db, columns: Columns) {
    this.#db = db;
    this.#columns = columns;
  }

  /** The folders directly in one, by name; the chosen ones for null. */
  below(at: DirectoryId | null): DirectoryNode[] {
    this.#sum();
    const nodes = at === null ? [...this.#roots.values()] : (this.#byId.get(at)?.children ?? []);
    return nodes
      .map(({ id, path, photos, dangerous, children }) => {
        const name = displayPath(basename(path) || path);
        return { id, name, photos, dangerous, folders: children.length };
      })
      .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  }

  /** A chosen folder's place in the tree and what lies at and below it; undefined where it is not chosen. */
  top(folder: FolderId) {
    this.#sum();
    const root = this.#roots.get(folder);
    return root && { directoryId: root.id, photos: root.photos, dangerous: root.dangerous };
  }

  /** 1 for each directory, by id, at or below both a chosen folder and a directory; null where neither restricts. */
  flags(folder: FolderId | null, directory: DirectoryId | null): Uint8Array | null {
    this.#load();
    if (folder === null && directory === null) return null;
    const within = folder === null ? null : this.#below(this.#roots.get(folder));
    const below = directory === null ? null : this.#below(this.#byId.get(directory));
    return within && below ? within.map((flag, id) => flag & (below[id] ?? 0)) : (within ?? below);
  }

  /** 1 for each directory in whose name, or in that of one above it inside a chosen folder, a text stands. */
  named(word: string): Uint8Array {
    this.#load();
    const flags = this.#flags();
    for (const root of this.#roots.values()) {
      for (const node of walk(root)) {
        if (comparable(relative(root.path, node.path)).includes(word)) {
          flags[node.id] = 1;
        }
      }
    }
    return flags;
  }

  #flags(): Uint8Array {
    let highest = 0;
    for (const id of this.#byId.keys()) highest = Math.max(highest, id);
    return new Uint8Array(highest + 1);
  }

  #below(top: Node | undefined): Uint8Array {
    const flags = this.#flags();
    if (top) for (const { id } of walk(top)) flags[id] = 1;
    return flags;
  }

  #sum() {
    const { directory, state, end } = this.#columns.now;
    this.#load();
    if (this.#generations.photos === this.#columns.generation) return;
    this.#generations.photos = this.#columns.generation;
    for (const node of this.#byId.values()) [node.photos, node.dangerous] = [0, 0];
    const size = this.#flags().length;
    const [photos, dangerous] = [new Uint32Array(size), new Uint32Array(size)];
    for (let id = 1; id < end; id += 1) {
      const [at, rank] = [directory[id] ?? 0, severityIn(state[id] ?? 0)];
      if (state[id] === 0 || at >= size) continue;
      photos[at] = (photos[at] ?? 0) + 1;
      if (rank >= HIGH && rank !== UNKNOWN_SEVERITY) dangerous[at] = (dangerous[at] ?? 0) + 1;
    }
    for (const own of this.#byId.values()) {
      for (let node: Node | null = own; node; node = node.parent) {
        node.photos += photos[own.id] ?? 0;
        node.dangerous += dangerous[own.id] ?? 0;
      }
    }
  }

  #load() {
    void this.#columns.now;
    if (this.#generations.folders === this.#columns.folderGeneration) return;
    const rows = this.#db.prepare("SELECT id, path FROM directory").all();
    const ids = new Map(
      rows.map((row) => directoryRow.parse(row)).map(({ id, path }) => [path, id]),
    );
    const folders = this.#db.prepare("SELECT id, path FROM folder").all();
    const chosen = folders.map((row) => folderRow.parse(row));
    this.#nodes = new Map();
    this.#db.transaction(() => {
      const tops = new Set(chosen.map(({ path }) => path));
      this.#roots = new Map(chosen.map(({ id, path }) => [id, this.#node(path, ids, tops)]));
      for (const path of [...ids.keys()]) if (isWithin(path, tops)) this.#node(path, ids, tops);
    })();
    this.#byId = new Map([...this.#nodes.values()].map((node) => [node.id, node]));
    // Read after the writes above, which are our own news.
    this.#generations = { folders: this.#columns.folderGeneration, photos: -1 };
  }

  /** The node of a path; folders that hold no photo themselves get their row here. */
  #node(path: string, ids: Map<string, DirectoryId>, tops: ReadonlySet<string>): Node {
    const known = this.#nodes.get(path);
    if (known) return known;
    const above = dirname(path);
    const parent = isWithin(above, tops) && above !== path ? this.#node(above, ids, tops) : null;
    const id = ids.get(path) ?? this.#add(path);
    const node: Node = { id, path, parent, children: [], photos: 0, dangerous: 0 };
    parent?.children.push(node);
    this.#nodes.set(path, node);
    return node;
  }

  #add(path: string): DirectoryId {
    prepared(this.#db, "INSERT OR IGNORE INTO directory (path) VALUES (?)").run(pathBytes(path));
    const id = prepared(this.#db, "SELECT id FROM directory WHERE path = ?").pluck();
    return directoryId.parse(id.get(pathBytes(path)));
  }
}

function* walk(top: Node): Generator<Node> {
  yield top;
  for (const child of top.children) yield* walk(child);
}

/** Is one of the folders this path or above it? */
function isWithin(path: string, tops: ReadonlySet<string>): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (tops.has(at)) return true;
    if (dirname(at) === at) return false;
  }
}
