import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Report, report } from "../../shared/model/report.ts";
import { documents } from "../fixtures/documents/catalogue.ts";
import { missingFonts } from "../fixtures/documents/fonts.ts";
import { Scratch, safelight } from "./cli.ts";

/* What the built command line sums up: three identity cards in four photos, one of which is torn. */

const missing = missingFonts();
if (missing.length > 0) console.warn(`NOT RUN, fonts are missing: ${missing.join(", ")}`);

describe.skipIf(missing.length > 0)("a report", () => {
  const scratch = new Scratch();
  const photos = scratch.join("Papers");
  const values: string[] = [];
  const file = (name: string) => scratch.join(name);
  const run = (...words: readonly string[]) =>
    safelight(["report", photos, ...words], { dataDir: scratch.dataDir });

  beforeAll(async () => {
    mkdirSync(photos);
    for (const seed of [3, 4, 5]) {
      const card = documents(seed).find(({ name }) => name.startsWith("residentFront."));
      if (!card) throw new Error("no identity card is drawn");
      const { png, truth } = await card.make();
      values.push(...truth.values.map(({ value }) => value));
      writeFileSync(join(photos, `card ${seed}.png`), png);
      if (seed > 3) continue;
      await sharp(png).resize(900).jpeg({ quality: 88 }).toFile(join(photos, "again.jpg"));
      writeFileSync(join(photos, "torn.png"), png.subarray(0, 200));
    }
  });
  afterAll(() => scratch.remove());

  it("counts three different numbers in four photos, after telling that one was not read", async () => {
    const files = ["--html", file("a.html"), "--csv", file("a.csv"), "--json", file("a.json")];
    const { code, stdout } = await run(...files, "--by", "Office 4");
    expect([code, stdout]).toEqual([1, ""]);
    const made: Report = report.parse(JSON.parse(readFileSync(file("a.json"), "utf8")));
    expect(made.byType.find(({ type }) => type === "cn-resident-id")).toMatchObject({
      photos: 4,
      items: 4,
      different: 3,
    });
    expect([made.photos, made.folder, made.madeBy]).toEqual([5, "Papers", "Office 4"]);
    expect(made.unknown).toMatchObject({ failed: [{ reason: "format-damaged", photos: 1 }] });
    expect(made.byLaw.map(({ category }) => category)).toContain("official-identity");
  }, 120_000);

  it("holds no value and no file's name", () => {
    const texts = ["a.html", "a.csv", "a.json"].map((name) => readFileSync(file(name), "utf8"));
    const told = [...values, "card 3", "again.jpg", "torn"];
    expect(told.filter((value) => texts.some((text) => text.includes(value)))).toEqual([]);
  });

  it("never writes over a file, and says so", async () => {
    writeFileSync(file("mine.html"), "mine");
    const { code, stderr } = await run("--as-is", "--html", file("mine.html"));
    expect([code, readFileSync(file("mine.html"), "utf8")]).toEqual([1, "mine"]);
    expect(stderr).toContain("mine.html");
  });

  it("tells what was done since, and asks for a file to write", async () => {
    await safelight(["quarantine", join(photos, "again.jpg")], { dataDir: scratch.dataDir });
    await run("--as-is", "--json", file("b.json"));
    const made = report.parse(JSON.parse(readFileSync(file("b.json"), "utf8")));
    expect(made.byAction).toEqual([{ kind: "quarantine", done: 1, failed: 0, undone: 0 }]);
    expect(made.photos).toBe(4);
    expect((await run()).code).toBe(2);
  });
});
