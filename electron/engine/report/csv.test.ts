import { describe, expect, it } from "vitest";
import { cell, reportCsv } from "./csv.ts";
import { SAMPLE } from "./testing/sample.ts";

describe("a cell", () => {
  it.each([
    ["Pictures", '"Pictures"'],
    ['say "hi", twice', '"say ""hi"", twice"'],
    ["two\nlines", '"two\nlines"'],
    [undefined, '""'],
    [12, "12"],
  ])("of %j holds it as it is", (value, written) => {
    expect(cell(value)).toBe(written);
  });

  it.each([
    '=HYPERLINK("http://example.com")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u200b=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "|calc",
  ])("of %j is no formula", (value) => {
    expect(cell(value).slice(0, 2)).toBe("\"'");
  });
});

describe("the table", () => {
  it("has a mark by which Excel knows its encoding, and the same columns in every row", () => {
    const csv = reportCsv(SAMPLE, "zh-CN");
    expect(csv.startsWith("\ufeff")).toBe(true);
    const lines = csv.slice(1).split("\r\n");
    expect(lines.at(-1)).toBe("");
    expect(new Set(lines.slice(0, -1).map((line) => line.split(",").length))).toEqual(new Set([8]));
  });

  it("counts what was found, and names it twice: for people and for scripts", () => {
    const lines = reportCsv(SAMPLE, "en").split("\r\n");
    expect(lines).toContain(
      '"What was found","A Chinese identity number","cn-resident-id",1,2,2,"",""',
    );
    expect(lines).toContain('"What nobody knows","Damaged file","format-damaged",1,"","","",""');
    expect(lines).toContain('"Folder","Pictures","",3,"","",1,1');
  });

  it("lets no folder's name and no person's name become a formula", () => {
    const csv = reportCsv(
      {
        ...SAMPLE,
        madeBy: "@me",
        folder: "=cmd",
        byFolder: [{ folder: "-1", photos: 1, failed: 0, dangerous: 0 }],
      },
      "en",
    );
    expect(csv.match(/,"[=@-]/g)).toBeNull();
    expect(csv).toContain('"\'@me"');
  });
});
