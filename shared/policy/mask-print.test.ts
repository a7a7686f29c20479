import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPrint } from "./mask-print.ts";
import { PRINT_SEVERITY } from "./print-risk.ts";

describe("what was read in a picture, as a list shows it", () => {
  it.each([
    ["cn-resident-id", "310115194505120026", "3101**********0026"],
    ["phone", "13800138000", "138****8000"],
    ["phone", "+4915112345678", "+49*******5678"],
    ["bank-card", "6228480012345678903", "6228***********8903"],
    ["full-name", "张三丰", "张••"],
    ["full-name", "ANNA MARIA ERIKSSON", "A••• M•••• E••••"],
    ["email", "ceshi.yang@example.com", "c••••@e•••.com"],
    ["birth-date", "19900307", "1990-••-••"],
    ["birth-date", "6 JAN/JAN 55", "••••-••-••"],
    ["home-address", "北京市东城区样本街道示例胡同12号院3号楼4单元501室", "北京市••• (25)"],
    ["home-address", "123 Any Street, Any Town", "••• (24)"],
    ["licence-plate", "京A12345", "京A***45"],
    ["one-time-code", "771466", "••••••"],
    ["wifi-password", "Sb12345678", "••••••"],
    ["medical-value", "高血压病", "•••"],
    ["mrz", "L898902C36UTO7408122F1204159ZE184226B<<<<<10", "L8••••••"],
    ["hk-id", "A123456(3)", "A1******3)"],
    ["student-number", "12345", "*****"],
  ])("%s %s is shown as %s", (type, raw, shown) => {
    expect(maskPrint(type, raw)).toBe(shown);
  });

  it("never shows more than four characters in a row, nor more than eight of a number", () => {
    const type = fc.constantFrom(...Object.keys(PRINT_SEVERITY));
    const value = fc.stringMatching(/^[A-Z0-9]{9,24}$/);
    fc.assert(
      fc.property(type, value, (kind, raw) => {
        const shown = maskPrint(kind, raw).replace(/[^A-Z0-9]/g, "");
        const isLong = maskPrint(kind, raw).match(/[A-Z0-9]{5,}/) !== null;
        return shown.length <= 8 && !isLong;
      }),
      { numRuns: 1000 },
    );
  });
});
