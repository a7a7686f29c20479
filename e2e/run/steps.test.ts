import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closingLine, readCounts, sum } from "./steps.ts";

describe("the closing line", () => {
  it("sums every step and names skipped tests only when there are some", () => {
    const steps = [
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 40, failed: 2, skipped: 0 },
    ];
    expect(closingLine(sum(steps))).toBe("41 passed, 2 failed");
    expect(closingLine({ passed: 3, failed: 0, skipped: 4 })).toBe("3 passed, 0 failed, 4 skipped");
  });
});

describe("the counts of a run", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "safelight-steps-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("are those of the report", () => {
    const file = join(folder, "report.json");
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    writeFileSync(file, JSON.stringify(report));
    expect(readCounts(file)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it("are one failure when there is no report, or none that can be read", () => {
    const failed = { passed: 0, failed: 1, skipped: 0 };
    expect(readCounts(join(folder, "none.json"))).toEqual(failed);
    writeFileSync(join(folder, "empty.json"), "{}");
    expect(readCounts(join(folder, "empty.json"))).toEqual(failed);
  });
});
