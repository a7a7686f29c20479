import { z } from "zod";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { severityRank } from "../../../shared/model/finding.ts";
import type { FindingList } from "../../../shared/model/finding-list.ts";
import type { FormatId, PhotoStatus } from "../../../shared/model/photo.ts";
import { pathBytes } from "../../base/paths.ts";
import type { Db } from "./database.ts";
import { kindBits } from "./rows.ts";
import { wordId } from "./words.ts";

/** What a scan learnt of one file, ready to be stored. */
export interface ScannedPhoto {
  readonly name: string;
  readonly fingerprint: string;
  /** One word for the files beside it that tell about it; empty when there are none. */
  readonly sidecars: string;
  readonly bytes: number;
  readonly format: FormatId | null;
  /** Upright pixels. */
  readonly width: number | null;
  readonly height: number | null;
  readonly status: PhotoStatus;
  readonly error: AppErrorCode | null;
  readonly findings: FindingList;
  /** Where it was taken, in words, and the country: "Nanqiao, Shanghai, CN". */
  readonly place: string | null;
}

/** Writes one photo after the other, within a transaction of the caller's. */
export function prepareStore(db: Db) {
  const addDirectory = db.prepare("INSERT OR IGNORE INTO directory (path) VALUES (?)");
  const directoryId = db.prepare("SELECT id FROM directory WHERE path = ?").pluck();
  const upsert = db.prepare(`
    INSERT INTO photo (directory_id, name, fingerprint, modified, sidecars, bytes, format, width, height, status, error,
      severity, kinds, document, place, clues, sighting, findings, detectors)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (directory_id, name) DO UPDATE SET
      revision = revision + (fingerprint <> excluded.fingerprint),
      content = CASE WHEN fingerprint = excluded.fingerprint THEN content END,
      fingerprint = excluded.fingerprint, sidecars = excluded.sidecars, bytes = excluded.bytes, format = excluded.format,
      width = excluded.width, height = excluded.height, status = excluded.status,
      error = excluded.error, severity = excluded.severity, kinds = excluded.kinds,
      document = excluded.document, place = excluded.place, modified = excluded.modified,
      clues = excluded.clues, sighting = excluded.sighting,
      findings = excluded.findings, judged = NULL, detectors = excluded.detectors`);
  /** Photos come folder by folder: the last one's row is the next one's, most times. */
  let last = { path: "", id: 0 };
  return {
    begin: () => {
      last = { path: "", id: 0 };
    },
    store: (path: string, photo: ScannedPhoto, detectors: string) => {
      if (last.path !== path) {
        addDirectory.run(pathBytes(path));
        last = { path, id: z.int().parse(directoryId.get(pathBytes(path))) };
      }
      const { name, fingerprint, sidecars, bytes, format, width, height, status, error } = photo;
      const { text, kinds, severity, document, clues, sighting } = photo.findings;
      const words = [document, photo.place, clues].map((word) => wordId(db, word));
      const found = [severityRank(severity), kindBits(kinds), ...words, sighting, text];
      const file = [fingerprint, modifiedIn(fingerprint), sidecars, bytes];
      const facts = [...file, format, width, height, status, error];
      upsert.run(last.id, pathBytes(name), ...facts, ...found, detectors);
    },
  };
}

/** Seconds since 1970 at which the file was last written, see base/fingerprint.ts; 0 for what is no file. */
function modifiedIn(fingerprint: string): number {
  const [, nanoseconds = ""] = /^\d+:(\d+):/.exec(fingerprint) ?? [];
  return nanoseconds === "" ? 0 : Number(BigInt(nanoseconds) / 1_000_000_000n);
}
