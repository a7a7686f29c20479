import { z } from "zod";
import {
  type Finding,
  severityRank,
  type Verdict,
  verdict,
} from "../../../shared/model/finding.ts";
import { packFindings, unpackMarked } from "../../../shared/model/finding-list.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import { photoSeverity } from "../../../shared/policy/risk.ts";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";
import { kindBits } from "./rows.ts";
import { wordId } from "./words.ts";

const contentRow = z.object({ bytes: z.int(), content: z.instanceof(Buffer) });
const saidRow = z.object({ finding: z.string(), verdict });
const judgedColumn = z.string().nullable().optional();
const judgedList = z.array(verdict.nullable());

/** Digits of a fraction by which a place in the picture is known again. */
const PLACE_DIGITS = 3;

/** What is the same of a finding each time a file is looked at; how sure or how bad it is, is not. */
const wordOf = ({ kind, type, box, value, source }: Finding): string =>
  JSON.stringify([kind, type, box?.map((side) => side.toFixed(PLACE_DIGITS)), value, source]);

/**
 * What a person said of findings: "this is fine", "this is wrong". Remembered by the bytes of the
 * file, so that it holds for copies and after a move, and not for a file that was changed. Such
 * findings count no more: not for how bad a photo is, not for its kinds.
 */
export class Verdicts {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Says something of findings, or takes it back; false where the file's bytes were never looked at. */
  judge(id: PhotoId, findings: readonly Finding[], said: Verdict | null): boolean {
    const file = contentRow.safeParse(
      prepared(this.#db, "SELECT bytes, content FROM photo WHERE id = ?").get(id),
    );
    if (!file.success) return false;
    const { bytes, content } = file.data;
    const say = prepared(this.#db, "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?)");
    const take = prepared(this.#db, "DELETE FROM verdict WHERE content = ? AND finding = ?");
    this.#db.transaction(() => {
      for (const finding of findings) {
        if (said === null) take.run(content, wordOf(finding));
        else say.run(content, wordOf(finding), bytes, said);
      }
      const same = prepared(this.#db, "SELECT id FROM photo WHERE bytes = ? AND content = ?");
      for (const copy of z.array(z.int()).parse(same.pluck().all(bytes, content))) {
        this.#apply(copy, content);
      }
    })();
    return true;
  }

  /** What was said of each finding of a photo, in its order; empty where nothing was. */
  of(id: PhotoId): readonly (Verdict | null)[] {
    const text = judgedColumn.parse(
      prepared(this.#db, "SELECT judged FROM photo WHERE id = ?").pluck().get(id),
    );
    return text ? judgedList.parse(JSON.parse(text)) : [];
  }

  /** Applies what was said to photos that were read or looked at anew. */
  renew() {
    const due = prepared(
      this.#db,
      `SELECT DISTINCT photo.id, photo.content FROM verdict JOIN photo
         ON photo.bytes = verdict.bytes AND photo.content = verdict.content WHERE judged IS NULL`,
    ).all();
    const rows = z.array(z.object({ id: z.int(), content: z.instanceof(Buffer) })).parse(due);
    for (const { id, content } of rows) this.#apply(id, content);
  }

  #apply(id: number, content: Buffer) {
    const said = prepared(this.#db, "SELECT finding, verdict FROM verdict WHERE content = ?");
    const byWord = new Map(
      z
        .array(saidRow)
        .parse(said.all(content))
        .map((row) => [row.finding, row.verdict]),
    );
    const text = prepared(this.#db, "SELECT findings FROM photo WHERE id = ?").pluck().get(id);
    const findings = unpackMarked(z.string().parse(text));
    const judged = findings.map((finding) => byWord.get(wordOf(finding)) ?? null);
    const left = findings.filter((_, index) => judged[index] === null);
    const { severity, kinds, document } = packFindings(left, photoSeverity(left));
    prepared(
      this.#db,
      "UPDATE photo SET judged = ?, severity = ?, kinds = ?, document = ? WHERE id = ?",
    ).run(
      JSON.stringify(judged),
      severityRank(severity),
      kindBits(kinds),
      wordId(this.#db, document),
      id,
    );
  }
}
