import { expect, it } from "vitest";
import { actionId, photoId } from "../../../shared/model/ids.ts";
import { outcomesOf, withLeads } from "./along.ts";
import type { Ended, Prepared, Work } from "./change-run.ts";

const PHOTO = photoId.parse(7);
const work = (id: number, name: string, alongWith: number | null): Work => ({
  id: actionId.parse(id),
  photoId: alongWith === null ? PHOTO : null,
  source: `/photos/${name}`,
  path: `/photos/${name}`,
  fingerprint: "1:1:1",
  temporary: null,
  copy: null,
  alongWith,
});
const READY: Prepared = {
  status: "prepared",
  beforeHash: new Uint8Array(32),
  afterHash: null,
  bytesBefore: 10,
  bytesAfter: 0,
  look: { mode: 0, uid: 0, gid: 0, atimeNs: 0n, mtimeNs: 0n },
  stamp: "",
  object: null,
};
const SAME: Prepared = { status: "unchanged" };
const FAILED: Prepared = { status: "failed", error: "read-failed" };
const ALL = [work(1, "a.jpg", null), work(2, "a.xmp", 0), work(3, "a.jpg.json", 0)];
const ended = (how: Ended["result"], at: number): Ended => ({
  work: ALL[at] ?? work(9, "x", null),
  result: how,
  error: how === "failed" ? "disk-full" : null,
  bytesRemoved: how === "done" ? 10 : 0,
  at: null,
  keepsCopy: false,
});
const told = (...how: readonly Ended["result"][]) =>
  outcomesOf(ALL, how.map(ended)).map(({ photoId: of, name, result, error, bytesRemoved }) => [
    of,
    name,
    result,
    error,
    bytesRemoved,
  ]);

it("lets the sidecars follow a photo that changes or fails itself", () => {
  for (const photo of [READY, FAILED]) {
    expect(withLeads(ALL, [photo, READY, READY])).toEqual({ works: ALL, leads: [] });
  }
});

it("lets a sidecar that is ready stand for a photo that has nothing to change", () => {
  const { works, leads } = withLeads(ALL, [SAME, FAILED, READY]);
  expect(leads).toEqual([{ first: 3, others: [2], photoId: PHOTO }]);
  expect(works.map(({ alongWith, photoId: of }) => [alongWith, of])).toEqual([
    [null, PHOTO],
    [2, null],
    [null, PHOTO],
  ]);
  expect(withLeads(ALL, [SAME, SAME, SAME]).leads).toEqual([]);
});

it("tells one outcome a photo, and each sidecar that made trouble", () => {
  expect(told("done", "done", "done")).toEqual([[PHOTO, "a.jpg", "done", null, 10]]);
  expect(told("unchanged", "unchanged", "unchanged")).toEqual([
    [PHOTO, "a.jpg", "unchanged", null, 0],
  ]);
  expect(told("failed", "failed", "failed")).toEqual([[PHOTO, "a.jpg", "failed", "disk-full", 0]]);
  expect(told("done", "failed", "done")).toEqual([
    [PHOTO, "a.jpg", "done", null, 10],
    [null, "a.xmp", "failed", "disk-full", 0],
  ]);
  expect(told("unchanged", "done", "done")).toEqual([[PHOTO, "a.jpg", "done", null, 20]]);
  expect(told("unchanged", "failed", "unchanged")).toEqual([
    [PHOTO, "a.jpg", "failed", "disk-full", 0],
  ]);
  expect(told("unchanged", "done", "failed")).toEqual([
    [PHOTO, "a.jpg", "done", null, 10],
    [null, "a.jpg.json", "failed", "disk-full", 0],
  ]);
});
