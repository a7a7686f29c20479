import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FORMATS } from "../../electron/engine/formats/registry.ts";
import { ROOT } from "../../electron/start/build.ts";
import { missingTests, rowsWithoutTest, untold } from "./formats-doc.ts";

const page = readFileSync(join(ROOT, "docs/formats.md"), "utf8");
const read = (path: string) =>
  existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), "utf8") : "";

it("docs/formats.md has a section for every container the program reads", () => {
  expect(untold(page, [...FORMATS.map(({ id }) => id)])).toEqual([]);
});

it("every row of its tables of failures and pitfalls names one test, and that exists", () => {
  expect(rowsWithoutTest(page)).toEqual([]);
  expect(missingTests(page, read)).toEqual([]);
});

it("the gate sees a container without section, a row without test and a test that is gone", () => {
  const bad =
    '## PNG (`png`)\n\n| what was seen | in | test |\n|---|---|---|\n| a | b | c |\n| a | b | `x.test.ts` "gone" |\n\nend';
  expect(untold(bad, ["png", "bmp"])).toEqual(["bmp"]);
  expect(rowsWithoutTest(bad)).toEqual(["| a | b | c |"]);
  expect(missingTests(bad, () => 'it("here", ')).toEqual(["x.test.ts: gone"]);
});
