import { FINDING_KINDS } from "../../../shared/model/finding.ts";
import { type Columns, STATUS_CODES, UNKNOWN_SEVERITY } from "./columns.ts";

type Arrays = Columns["now"];

/** A filter as the loops here ask it. Flags are by id, null where nothing restricts; of the numbers, bit n stands for code n. */
export interface Test {
  readonly directories: Uint8Array | null;
  readonly text: Uint8Array | null;
  readonly focus: Uint8Array | null;
  readonly person: Uint8Array | null;
  readonly severities: number;
  readonly statuses: number;
  /** Any of these bits; 0 where nothing restricts. */
  readonly kinds: number;
  /** Ids of words. */
  readonly documents: ReadonlySet<number> | null;
  readonly changed: number;
}

/** What a photo fails: one bit each, so that one can be left out of account. */
const SEVERITY = 1;
const STATUS = 2;
const KINDS = 4;
const DOCUMENT = 8;
const CHANGED = 16;
const SCOPE = 32;

function failures(id: number, arrays: Arrays, test: Test): number {
  if (arrays.status[id] === 0) return SCOPE;
  if (test.directories !== null && test.directories[arrays.directory[id] ?? 0] !== 1) return SCOPE;
  if (test.text !== null && test.text[id] !== 1) return SCOPE;
  if (test.focus !== null && test.focus[id] !== 1) return SCOPE;
  if (test.person !== null && test.person[id] !== 1) return SCOPE;
  let failed = 0;
  if (((test.severities >> (arrays.severity[id] ?? 0)) & 1) === 0) failed |= SEVERITY;
  if (((test.statuses >> (arrays.status[id] ?? 0)) & 1) === 0) failed |= STATUS;
  if (test.kinds !== 0 && (test.kinds & (arrays.kinds[id] ?? 0)) === 0) failed |= KINDS;
  if (test.documents !== null && !test.documents.has(arrays.document[id] ?? 0)) failed |= DOCUMENT;
  if (((test.changed >> (arrays.changed[id] ?? 0)) & 1) === 0) failed |= CHANGED;
  return failed;
}

/** Those of some ids that pass, in the same order. */
export function filtered(ids: Uint32Array, arrays: Arrays, test: Test): Uint32Array {
  return ids.filter((id) => failures(id, arrays, test) === 0);
}

/** Photos that pass all but perhaps the one test in question, by what they are in that respect. */
export function countMatches(arrays: Arrays, test: Test) {
  const severities = new Uint32Array(UNKNOWN_SEVERITY + 1);
  const statuses = new Uint32Array(STATUS_CODES.length);
  const kinds = new Uint32Array(1 << FINDING_KINDS.length);
  const documents = new Map<number, number>();
  let [photos, changed] = [0, 0];
  const one = (list: Uint32Array, at = 0) => {
    list[at] = (list[at] ?? 0) + 1;
  };
  for (let id = 1; id < arrays.end; id += 1) {
    const failed = failures(id, arrays, test);
    if (failed === 0) photos += 1;
    if ((failed & ~SEVERITY) === 0) one(severities, arrays.severity[id]);
    if ((failed & ~STATUS) === 0) one(statuses, arrays.status[id]);
    if ((failed & ~KINDS) === 0) one(kinds, arrays.kinds[id]);
    if ((failed & ~CHANGED) === 0) changed += arrays.changed[id] ?? 0;
    const document = arrays.document[id] ?? 0;
    if (document !== 0 && (failed & ~DOCUMENT) === 0) {
      documents.set(document, (documents.get(document) ?? 0) + 1);
    }
  }
  return { photos, severities, statuses, kinds, documents, changed };
}
