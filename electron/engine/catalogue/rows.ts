import { z } from "zod";
import {
  FINDING_KINDS,
  type FindingKind,
  SEVERITIES,
  type Severity,
} from "../../../shared/model/finding.ts";
import { photoTile } from "../../../shared/model/photo.ts";
import { displayPath, pathFromBytes } from "../../base/paths.ts";

/** How the catalogue packs what the model spells out: kinds as bits, severities as ranks. */
export const kindBit = (kind: FindingKind): number => 1 << FINDING_KINDS.indexOf(kind);

export const kindBits = (kinds: Iterable<FindingKind>): number =>
  [...kinds].reduce((bits, kind) => bits | kindBit(kind), 0);

export const kindsOf = (bits: number): FindingKind[] =>
  FINDING_KINDS.filter((kind) => (bits & kindBit(kind)) !== 0);

export const severityOf = (rank: number): Severity => SEVERITIES[rank] ?? "none";

/** Bytes of a path as SQLite hands them back. */
export const pathColumn = z.instanceof(Buffer).transform(pathFromBytes);

export const tileColumns = `
  photo.id, photo.name, photo.format, photo.width, photo.height, photo.status, photo.error,
  photo.severity, photo.kinds, photo.revision, photo.modified, photo.changed`;

const tileRow = z.object({
  id: z.int(),
  name: pathColumn,
  format: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  status: z.string(),
  error: z.string().nullable(),
  severity: z.int(),
  kinds: z.int(),
  revision: z.int(),
  modified: z.int(),
  changed: z.int(),
});

const MS_PER_SECOND = 1000;

/** A row of {@link tileColumns} as the model knows it. */
export function tileFrom(row: unknown) {
  const raw = tileRow.parse(row);
  return photoTile.parse({
    ...raw,
    name: displayPath(raw.name),
    severity: severityOf(raw.severity),
    kinds: kindsOf(raw.kinds),
    modified: raw.modified * MS_PER_SECOND,
    canUndo: raw.changed === 1,
  });
}
