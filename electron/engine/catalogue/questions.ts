import { z } from "zod";
import { appErrorCode } from "../../../shared/model/errors.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import { unpackFindings } from "../../../shared/model/finding-list.ts";
import type { DirectoryNode, Folder } from "../../../shared/model/folder.ts";
import { type DirectoryId, type PhotoId, photoId } from "../../../shared/model/ids.ts";
import {
  formatId,
  type PhotoCounts,
  type PhotoDetail,
  type PhotoFilter,
  type PhotoPage,
  type PhotoRow,
  photoStatus,
} from "../../../shared/model/photo.ts";
import { displayPath } from "../../base/paths.ts";
import type { Columns } from "./columns.ts";
import type { Db } from "./database.ts";
import type { Folders } from "./folders.ts";
import type { Insights } from "./insights.ts";
import { Listing } from "./listing.ts";
import type { People } from "./people.ts";
import { UNDER, underParameters } from "./photos.ts";
import { prepared } from "./prepared.ts";
import { pathColumn, severityOf, tileColumns, tileFrom } from "./rows.ts";
import { Tree } from "./tree.ts";

/** What the page and the command line ask of the catalogue. Reads only. */
export class Questions {
  readonly #db: Db;
  readonly #folders: Folders;
  readonly #tree: Tree;
  readonly #listing: Listing;

  constructor(db: Db, folders: Folders, columns: Columns, insights: Insights, people: People) {
    this.#db = db;
    this.#folders = folders;
    this.#tree = new Tree(db, columns);
    this.#listing = new Listing(db, columns, this.#tree, insights, people);
  }

  /** Rows `from` to `from + limit` of what a filter shows. */
  page(filter: PhotoFilter, from: number, limit: number): PhotoPage {
    const ids = this.#listing.ids(filter);
    const read = prepared(this.#db, `SELECT ${tileColumns} FROM photo WHERE id = ?`);
    const rows = [...ids.subarray(from, from + limit)].map((id) => read.get(id));
    // Another program may have taken one out a moment ago.
    const photos = rows.filter((row) => row !== undefined).map(tileFrom);
    return { photos, total: ids.length };
  }

  /** The ids of all that a filter shows, in its order. */
  ids(filter: PhotoFilter): PhotoId[] {
    return z.array(photoId).parse([...this.#listing.ids(filter)]);
  }

  /** Where a photo stands in what a filter shows. */
  row(filter: PhotoFilter, id: PhotoId): PhotoRow {
    const ids = this.#listing.ids(filter);
    const row = ids.indexOf(id);
    if (row < 0) return { row: null, previous: null, next: null };
    const at = (index: number) => photoId.nullable().parse(ids[index] ?? null);
    return { row, previous: at(row - 1), next: at(row + 1) };
  }

  counts(filter: PhotoFilter): PhotoCounts {
    return this.#listing.counts(filter);
  }

  /** The folders directly in one; the chosen ones for null. */
  tree(at: DirectoryId | null): DirectoryNode[] {
    return this.#tree.below(at);
  }

  /** The chosen folders, the one scanned last first. */
  folders(): Folder[] {
    return this.#folders.list().flatMap((folder) => {
      const top = this.#tree.top(folder.id);
      return top ? [{ ...folder, ...top }] : [];
    });
  }

  /** Every photo at or below a folder, in the order of paths; for lists that leave the program. */
  idsBelow(root: string): PhotoId[] {
    const rows = prepared(
      this.#db,
      `SELECT photo.id FROM photo JOIN directory ON directory.id = directory_id
         WHERE ${UNDER} ORDER BY directory.path, name`,
    )
      .pluck()
      .all(underParameters(root));
    return z.array(photoId).parse(rows);
  }

  /**
   * Every photo at or below a folder with its findings, in the order of paths, for lists that leave
   * the program.
   */
  *listBelow(root: string): Generator<ListedPhoto> {
    const rows = prepared(
      this.#db,
      `SELECT photo.*, directory.path AS directory FROM photo
       JOIN directory ON directory.id = directory_id WHERE ${UNDER.replaceAll("path", "directory.path")}
       ORDER BY directory.path, name`,
    ).all(underParameters(root));
    for (const row of rows) yield listedRow.parse(row);
  }

  detail(id: PhotoId): Omit<PhotoDetail, "places" | "copies" | "judged"> | undefined {
    const row = prepared(
      this.#db,
      `SELECT ${tileColumns}, bytes, directory.path AS directory
         FROM photo JOIN directory ON directory.id = directory_id WHERE photo.id = ?`,
    ).get(id);
    if (row === undefined) return undefined;
    const { bytes, directory } = z.object({ bytes: z.int(), directory: pathColumn }).parse(row);
    const folderName = displayPath(this.#folders.nameWithin(directory));
    return { ...tileFrom(row), bytes, folderName, findings: this.findings(id) };
  }

  findings(id: number): readonly Finding[] {
    const text = prepared(this.#db, "SELECT findings FROM photo WHERE id = ?").pluck().get(id);
    return text === undefined ? [] : findingsColumn.parse(text);
  }
}

const findingsColumn = z.string().transform(unpackFindings);

const listedRow = z
  .object({
    id: photoId,
    directory: pathColumn,
    name: pathColumn,
    format: formatId.nullable(),
    bytes: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    status: photoStatus,
    error: appErrorCode.nullable(),
    severity: z.int().transform(severityOf),
    findings: findingsColumn,
  })
  .readonly();

/** A photo as lists outside the program show it. */
export type ListedPhoto = z.infer<typeof listedRow>;
