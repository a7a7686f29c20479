import { expect, it } from "vitest";
import { type FileState, lossesIn, type Tree } from "./judge.ts";

/* The judge of all the other cases is tried itself: each planted loss must be found. */

const state = (letter: string, mtimeNs = 1_700_000_000_123_456_789n): FileState => ({
  sha256: letter.repeat(64),
  mode: 0o100640,
  mtimeNs,
});
const before: Tree = new Map([
  ["a.jpg", state("a")],
  ["b.jpg", state("b")],
]);
const after: Tree = new Map([
  ["a.jpg", state("1")],
  ["b.jpg", state("2")],
]);
const plus = (tree: Tree, path: string, file: FileState | undefined): Tree => {
  const next = new Map(tree);
  if (file) next.set(path, file);
  else next.delete(path);
  return next;
};
const judge = (now: Tree, temporaries = false) =>
  lossesIn(now, { states: [before, after], temporaries });

it("accepts a batch that stopped anywhere between its two ends", () => {
  expect(judge(before)).toEqual([]);
  expect(judge(after)).toEqual([]);
  expect(judge(plus(before, "b.jpg", state("2")))).toEqual([]);
});

it("finds a photo that is gone, cut or another's", () => {
  expect(judge(plus(before, "a.jpg", undefined))).toEqual([{ path: "a.jpg", what: "gone" }]);
  expect(judge(plus(before, "a.jpg", state("b")))).toEqual([
    { path: "a.jpg", what: "other bytes" },
  ]);
});

it("finds a mode or a time that did not come back, and lets pass what no double can tell", () => {
  const moved = (ns: bigint) => judge(plus(before, "a.jpg", state("a", ns)));
  expect(moved(1_700_000_000_123_456_900n)).toEqual([]);
  expect(moved(1_700_000_000_123_457_789n)).toHaveLength(1);
  expect(judge(plus(before, "a.jpg", { ...state("a"), mode: 0o100600 }))).toHaveLength(1);
});

it("finds what was left behind", () => {
  const littered = plus(before, "trip/.safelight-x.tmp", state("1"));
  expect(judge(littered, true)).toEqual([]);
  expect(judge(littered)).toEqual([
    { path: "trip/.safelight-x.tmp", what: "nobody knows this file" },
  ]);
  expect(judge(plus(before, "c.jpg", state("c")), true)).toHaveLength(1);
});

it("lets a file be absent only where one of the two ends lacks it", () => {
  const moved = plus(after, "a.jpg", undefined);
  expect(lossesIn(moved, { states: [before, moved] })).toEqual([]);
  expect(lossesIn(moved, { states: [before, after] })).toHaveLength(1);
});
