import { basename, dirname, relative } from "node:path";
import { z } from "zod";
import type { Folder } from "../../../shared/model/folder.ts";
import { type FolderId, folderId } from "../../../shared/model/ids.ts";
import { displayPath, pathBytes } from "../../base/paths.ts";
import type { Db } from "./database.ts";
import { UNDER, underParameters } from "./photos.ts";
import { prepared } from "./prepared.ts";
import { pathColumn } from "./rows.ts";

const folderRow = z.object({
  id: folderId,
  path: pathColumn,
  scanned_at: z.int().nullable(),
  watched: z.int(),
});

/** The folders a person chose: entry points into the tree of directories. */
export class Folders {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The id of a folder, which is remembered if it was not known. */
  add(path: string): FolderId {
    prepared(this.#db, "INSERT OR IGNORE INTO folder (path) VALUES (?)").run(pathBytes(path));
    return folderId.parse(
      prepared(this.#db, "SELECT id FROM folder WHERE path = ?").pluck().get(pathBytes(path)),
    );
  }

  pathOf(id: FolderId): string | undefined {
    const row = prepared(this.#db, "SELECT path FROM folder WHERE id = ?").pluck().get(id);
    return row === undefined ? undefined : pathColumn.parse(row);
  }

  /** The folder last scanned first; what is in them, the tree knows. */
  list(): Omit<Folder, "directoryId" | "photos" | "dangerous">[] {
    return this.#rows().map(({ id, path, scanned_at, watched }) => {
      const name = displayPath(basename(path) || path);
      return { id, path: displayPath(path), name, scannedAt: scanned_at, isWatched: watched === 1 };
    });
  }

  /** The disk that it lay on when it was last scanned. */
  deviceOf(id: FolderId): string | undefined {
    const device = prepared(this.#db, "SELECT device FROM folder WHERE id = ?").pluck().get(id);
    return z.string().nullish().parse(device) ?? undefined;
  }

  finished(id: FolderId, at: number, device: string | undefined) {
    const sql = "UPDATE folder SET scanned_at = ?, device = ? WHERE id = ?";
    prepared(this.#db, sql).run(at, device ?? null, id);
  }

  /** Whether it is scanned by itself whenever something in it changes. */
  watch(id: FolderId, on: boolean) {
    prepared(this.#db, "UPDATE folder SET watched = ? WHERE id = ?").run(Number(on), id);
  }

  /** Forgets a folder and the photos that no other chosen folder holds. */
  forget(id: FolderId) {
    const path = this.pathOf(id);
    if (path === undefined) return;
    this.#db.transaction(() => {
      prepared(this.#db, "DELETE FROM folder WHERE id = ?").run(id);
      const others = this.#rows().map((row) => underParameters(row.path));
      const rows = prepared(this.#db, `SELECT id, path FROM directory WHERE ${UNDER}`).all(
        underParameters(path),
      );
      const drop = prepared(this.#db, "DELETE FROM directory WHERE id = ?");
      for (const row of rows.map((r) => directoryRow.parse(r))) {
        if (!others.some((other) => isUnder(row.path, other))) drop.run(row.id);
      }
    })();
  }

  /** A directory's path below the chosen folder that holds it, starting with that folder's own name. */
  nameWithin(directory: string): string {
    const bytes = pathBytes(directory);
    const holder = this.#rows().find(({ path }) => isUnder(bytes, underParameters(path)));
    return holder ? relative(dirname(holder.path), directory) : directory;
  }

  #rows() {
    return prepared(
      this.#db,
      "SELECT id, path, scanned_at, watched FROM folder ORDER BY scanned_at DESC, id DESC",
    )
      .all()
      .map((row) => folderRow.parse(row));
  }
}

const directoryRow = z.object({ id: z.int(), path: z.instanceof(Buffer) });

function isUnder(path: Buffer, range: ReturnType<typeof underParameters>): boolean {
  return path.equals(range.root) || (path.compare(range.from) >= 0 && path.compare(range.to) < 0);
}
