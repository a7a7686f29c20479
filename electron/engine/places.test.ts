import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { failure } from "../../shared/model/errors.ts";
import { placeId } from "../../shared/model/ids.ts";
import { err } from "../../shared/result.ts";
import { Places } from "./places.ts";

let folder: string;
let places: Places;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "safelight-places-")));
  places = new Places();
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes a folder in a place, and lists it there under the number it gave", () => {
  const here = places.idOf(folder);
  const made = places.make(here, " For sale ");
  if (!made.ok) throw new Error(made.error.code);
  expect(readdirSync(folder)).toEqual(["For sale"]);
  expect(places.pathOf(made.value)).toBe(join(folder, "For sale"));
  expect(places.list(here)).toMatchObject({
    value: { folders: [{ id: made.value, name: "For sale" }] },
  });
});

it("makes nothing where something has the name, and leaves that as it is", () => {
  const here = places.idOf(folder);
  mkdirSync(join(folder, "a"));
  writeFileSync(join(folder, "b"), "mine");
  for (const name of ["a", "b"])
    expect(places.make(here, name)).toEqual(err(failure("folder-exists")));
  expect(readdirSync(folder)).toEqual(["a", "b"]);
});

it.each(["../up", ".hidden", "a/b", ""])("refuses the name %j and stays in its place", (name) => {
  expect(places.make(places.idOf(folder), name)).toEqual(err(failure("folder-name-unusable")));
  expect(readdirSync(folder)).toEqual([]);
});

it("refuses a place that nobody gave out, or that is gone", () => {
  expect(places.make(placeId.parse(99), "a")).toEqual(err(failure("folder-missing")));
  const gone = places.idOf(join(folder, "gone"));
  expect(places.make(gone, "a")).toEqual(err(failure("folder-missing")));
});
