import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { settableTime } from "./times.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "safelight-times-"));
  writeFileSync(join(folder, "photo"), "");
});
afterEach(() => rmSync(folder, { recursive: true }));

function timeAfterSetting(ns: bigint): bigint {
  const file = join(folder, "photo");
  utimesSync(file, settableTime(ns), settableTime(ns));
  return statSync(file, { bigint: true }).mtimeNs;
}

it("sets whole and half seconds exactly, before 1970 too", () => {
  for (const ns of [
    0n,
    1_500_000_000_000_000_000n,
    1_500_000_000_500_000_000n,
    -86_400_500_000_000n,
  ])
    expect(timeAfterSetting(ns)).toBe(ns);
});

it("keeps the second, the millisecond and the microsecond of any time until 2038", () => {
  let seed = 1n;
  for (let n = 0; n < 100; n += 1) {
    seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    const micros = (seed % 2_147_483_648_000_000n) * 1000n;
    for (const ns of [micros, micros + 1n, micros + 500n]) {
      const got = timeAfterSetting(ns);
      expect(got / 1000n).toBe(ns / 1000n);
      expect(got > ns ? got - ns : ns - got).toBeLessThan(239n);
    }
  }
});

it("never moves a file into the next second", () => {
  expect(timeAfterSetting(1_700_000_000_999_999_999n)).toBe(1_700_000_000_999_999_761n);
});
