import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { ROOT } from "../../electron/start/build.ts";

/** Bytes that the page's scripts and styles may have together, as a web server would send them. */
const MOST_BYTES = 450_000;

it("stays small enough to be there at once", () => {
  const assets = join(ROOT, "dist", "page", "assets");
  const sent = readdirSync(assets)
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length);
  expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_BYTES);
});
