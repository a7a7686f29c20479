import { afterAll, expect, it } from "vitest";
import type { Fault } from "./faults.ts";
import { Effort, Report } from "./report.ts";

/** Tries a slice of each group, the same one each time unless SAFELIGHT_FAULT_SEED says otherwise. */
export function trySlice(faults: Readonly<Record<string, Fault>>) {
  const seed = Number(process.env.SAFELIGHT_FAULT_SEED ?? 1);
  const report = new Report((line) => console.log(line));
  for (const [name, fault] of Object.entries(faults)) {
    it(`loses nothing: ${name}`, async () => {
      const known = report.losses.length;
      await report.group(name, () => fault(report, new Effort(false, seed)));
      expect(report.losses.slice(known)).toEqual([]);
    });
  }
  afterAll(() => console.log(`${report.line} (seed ${seed})`));
}
