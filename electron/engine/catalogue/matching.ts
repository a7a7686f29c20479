import { FINDING_KINDS } from "../../../shared/model/finding.ts";
import {
  type Columns,
  changedIn,
  STATES,
  STATUS_CODES,
  severityIn,
  statusIn,
  UNKNOWN_SEVERITY,
} from "./columns.ts";

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

/** What a photo fails by its id. Whatever the state alone decides is worked out once for each of the states. */
function failuresOf(arrays: Arrays, test: Test): (id: number) => number {
  const { state, kinds, document, directory } = arrays;
  const { directories, text, focus, person, documents } = test;
  const byState = Uint8Array.from({ length: STATES }, (_, one) => failuresIn(one, test));
  return (id) => {
    let failed = byState[state[id] ?? 0] ?? SCOPE;
    if (failed === SCOPE) return SCOPE;
    if (directories !== null && directories[directory[id] ?? 0] !== 1) return SCOPE;
    if (text !== null && text[id] !== 1) return SCOPE;
    if (focus !== null && focus[id] !== 1) return SCOPE;
    if (person !== null && person[id] !== 1) return SCOPE;
    if (test.kinds !== 0 && (test.kinds & (kinds[id] ?? 0)) === 0) failed |= KINDS;
    if (documents !== null && !documents.has(document[id] ?? 0)) failed |= DOCUMENT;
    return failed;
  };
}

function failuresIn(state: number, test: Test): number {
  if (STATUS_CODES[statusIn(state)] === "gone") return SCOPE;
  const isIn = (bits: number, code: number) => ((bits >> code) & 1) === 1;
  return (
    (isIn(test.severities, severityIn(state)) ? 0 : SEVERITY) |
    (isIn(test.statuses, statusIn(state)) ? 0 : STATUS) |
    (isIn(test.changed, changedIn(state)) ? 0 : CHANGED)
  );
}

/** Those of some ids that pass, in the same order. */
export function filtered(ids: Uint32Array, arrays: Arrays, test: Test): Uint32Array {
  const failures = failuresOf(arrays, test);
  const passed = new Uint32Array(ids.length);
  let count = 0;
  for (const id of ids) {
    if (failures(id) !== 0) continue;
    passed[count] = id;
    count += 1;
  }
  return passed.slice(0, count);
}

/** Photos that pass all but perhaps the one test in question, by what they are in that respect. */
export function countMatches(arrays: Arrays, test: Test) {
  const failures = failuresOf(arrays, test);
  const { state, kinds, document, end } = arrays;
  /** For each thing that may be failed, how many fail nothing else, by state. */
  const states = new Uint32Array(2 * SCOPE * STATES);
  const byKinds = new Uint32Array(1 << FINDING_KINDS.length);
  const documents = new Map<number, number>();
  for (let id = 1; id < end; id += 1) {
    const failed = failures(id);
    const at = failed * STATES + (state[id] ?? 0);
    states[at] = (states[at] ?? 0) + 1;
    if ((failed & ~KINDS) === 0) {
      const bits = kinds[id] ?? 0;
      byKinds[bits] = (byKinds[bits] ?? 0) + 1;
    }
    const word = document[id] ?? 0;
    if (word !== 0 && (failed & ~DOCUMENT) === 0)
      documents.set(word, (documents.get(word) ?? 0) + 1);
  }
  return { ...sumsOf(states), kinds: byKinds, documents };
}

/** The counts that a photo's state decides. */
function sumsOf(states: Uint32Array) {
  const severities = new Uint32Array(UNKNOWN_SEVERITY + 1);
  const statuses = new Uint32Array(STATUS_CODES.length);
  let [photos, changed] = [0, 0];
  for (let state = 0; state < STATES; state += 1) {
    const of = (failed: number) => states[failed * STATES + state] ?? 0;
    const add = (list: Uint32Array, at: number, count: number) => {
      list[at] = (list[at] ?? 0) + count;
    };
    photos += of(0);
    add(severities, severityIn(state), of(0) + of(SEVERITY));
    add(statuses, statusIn(state), of(0) + of(STATUS));
    if (changedIn(state) === 1) changed += of(0) + of(CHANGED);
  }
  return { photos, severities, statuses, changed };
}
