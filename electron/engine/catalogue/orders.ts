import type { PhotoSort } from "../../../shared/model/photo.ts";
import { type Columns, severityIn, UNKNOWN_SEVERITY } from "./columns.ts";
import type { Db } from "./database.ts";

type Arrays = Columns["now"];

export const BY_NAME = "SELECT id FROM photo ORDER BY lower(name), id";

/** The ids of all photos in an order. Ties stand in the order of ids. */
export function ordered(sort: PhotoSort, arrays: Arrays, db: Db): Uint32Array {
  switch (sort) {
    case "worst":
      return byKey(arrays, (id) => WORST - rank(severityIn(arrays.state[id] ?? 0)));
    case "oldest":
      return byKey(arrays, (id) => arrays.modified[id] ?? 0);
    case "newest":
      return byKey(arrays, (id) => U32_MAX - (arrays.modified[id] ?? 0));
    case "largest":
      return byKey(arrays, (id) => U32_MAX - (arrays.bytes[id] ?? 0));
    default:
      return Uint32Array.from(db.prepare(BY_NAME).pluck().all() as number[]);
  }
}

const U32_MAX = 2 ** 32 - 1;
const WORST = 4;
const rank = (severity: number): number => (severity === UNKNOWN_SEVERITY ? 0 : severity);

/** Key and id side by side are one number of 64 bits, which the engine of JavaScript sorts natively. */
function byKey({ end, state }: Arrays, key: (id: number) => number): Uint32Array {
  const pairs = new Uint32Array(2 * end);
  let count = 0;
  for (let id = 1; id < end; id += 1) {
    if (state[id] === 0) continue;
    pairs[2 * count] = id;
    pairs[2 * count + 1] = key(id);
    count += 1;
  }
  new BigUint64Array(pairs.buffer, 0, count).sort();
  const ids = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) ids[at] = pairs[2 * at] ?? 0;
  return ids;
}
