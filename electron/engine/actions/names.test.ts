import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freeNames } from "../../base/free-names.ts";
import { placeFree, plainName } from "./names.ts";

let folder: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "safelight-names-"));
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const place = (name: string, word = "") => {
  writeFileSync(at(".new"), "new");
  const names = [at(name), plainName(at(name))].map((path) => freeNames(path, word));
  return placeFree(at(".new"), names, (one) => told.push(one));
};

it("takes the name itself where it is free, and tells nobody", () => {
  expect(place("a.jpg")).toBe(at("a.jpg"));
  expect([readdirSync(folder), told]).toEqual([["a.jpg"], []]);
});

it("goes on to the first free name beside it, and tells that one before it is there", () => {
  for (const name of ["a.jpg", "a (2).jpg"]) writeFileSync(at(name), "old");
  expect(place("a.jpg")).toBe(at("a (3).jpg"));
  expect(told).toEqual([at("a (3).jpg")]);
});

it("cuts a name that has no room left for its mark", () => {
  const longest = `${"x".repeat(251)}.jpg`;
  writeFileSync(at(longest), "old");
  const shorter = `${"x".repeat(231)}.jpg`;
  expect(place(longest, "restored")).toBe(at(shorter));
  expect(readdirSync(folder).sort()).toEqual([shorter, longest].sort());
});

it("gives up when no name is left, and overwrites nothing", () => {
  writeFileSync(at("a.jpg"), "old");
  writeFileSync(at(".new"), "new");
  expect(() => placeFree(at(".new"), [[at("a.jpg")]], () => {})).toThrow(
    expect.objectContaining({ code: "EEXIST" }),
  );
  expect(readdirSync(folder).sort()).toEqual([".new", "a.jpg"]);
});

it.each([
  ["12:30 café?.jpg", "12_30 café_.jpg"],
  ["what...jpg", "what.jpg"],
  ["\udcffbroken.jpg", "_broken.jpg"],
  ["???.png", "___.png"],
  [" . .jpg", "photo.jpg"],
  [`${"照".repeat(90)}.jpg`, `${"照".repeat(77)}.jpg`],
])("knows a name that every disk can hold for %j", (name, plain) => {
  expect(plainName(at(name))).toBe(at(plain));
});
