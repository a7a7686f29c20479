import { z } from "zod";
import { type MarkedFinding, unpackMarked } from "../../../shared/model/finding-list.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";
import type { Verdicts } from "./verdicts.ts";

/** A file whose picture was looked at, known by all of its bytes. */
export interface Twin {
  /** A keyed hash, in hexadecimal. */
  readonly content: string;
  /** What has seen it. */
  readonly detectors: string;
  readonly findings: readonly MarkedFinding[];
}

const twinRow = z
  .object({ content: z.string(), detectors: z.string(), findings: z.string() })
  .transform((row): Twin => ({ ...row, findings: unpackMarked(row.findings) }));

/** Rows that are remembered of photos that are gone, at most: 100 MB. */
const DEPARTED_AT_MOST = 100_000;
/** Files of the same size that are compared, at most. */
const TWINS_AT_MOST = 32;

/**
 * Files by their bytes: copies, and files that were moved. Rows that are taken away while a scan runs
 * are remembered in memory until it ends, because a file that was moved is missed before it is met.
 */
export class Contents {
  readonly #db: Db;
  readonly #verdicts: Verdicts;

  constructor(db: Db, verdicts: Verdicts) {
    this.#db = db;
    this.#verdicts = verdicts;
    db.pragma("temp_store = MEMORY");
    db.exec(`
      CREATE TEMP TABLE departed (bytes INTEGER, content BLOB, detectors TEXT, findings TEXT);
      CREATE INDEX temp.departed_by_bytes ON departed (bytes);
      CREATE TEMP TRIGGER departing BEFORE DELETE ON main.photo
      WHEN OLD.content IS NOT NULL
        AND (SELECT COALESCE(MAX(rowid), 0) FROM departed) < ${DEPARTED_AT_MOST} BEGIN
        INSERT INTO departed VALUES (OLD.bytes, OLD.content, OLD.detectors, OLD.findings);
      END;`);
  }

  /** Files with as many bytes whose pictures were looked at. */
  twinsOf(id: PhotoId): readonly Twin[] {
    const rows = prepared(
      this.#db,
      `WITH me AS (SELECT bytes FROM photo WHERE id = @id)
       SELECT hex(content) AS content, detectors, findings FROM photo
         WHERE bytes = (SELECT bytes FROM me) AND content IS NOT NULL AND id <> @id
       UNION ALL SELECT hex(content), detectors, findings FROM temp.departed
         WHERE bytes = (SELECT bytes FROM me)
       LIMIT ${TWINS_AT_MOST}`,
    ).all({ id });
    return rows.map((row) => twinRow.parse(row));
  }

  keep(id: PhotoId, content: string) {
    prepared(this.#db, "UPDATE photo SET content = ? WHERE id = ?").run(
      Buffer.from(content, "hex"),
      id,
    );
    this.#verdicts.renew();
  }

  /** Other files with the very same bytes. */
  copiesOf(id: PhotoId): number {
    const count = prepared(
      this.#db,
      `SELECT COUNT(*) FROM photo AS other JOIN photo AS me
         ON other.bytes = me.bytes AND other.content = me.content AND other.id <> me.id
         WHERE me.id = ?`,
    ).pluck();
    return z.int().parse(count.get(id));
  }

  forgetDeparted() {
    prepared(this.#db, "DELETE FROM temp.departed").run();
  }
}
