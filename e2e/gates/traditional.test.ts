import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../electron/start/build.ts";
import { traditionalTexts } from "../run/traditional.ts";

it("keeps the Traditional Chinese texts in step with the Simplified ones (npm run traditional)", () => {
  const made = traditionalTexts();
  expect(readdirSync(join(ROOT, "shared", "text", "zh-TW")).length).toBe(made.size - 1);
  const behind = [...made].filter(([path, text]) => readFileSync(path, "utf8") !== text);
  expect(behind.map(([path]) => path)).toEqual([]);
});

it("leaves nothing in words that Taiwan does not use", () => {
  const words = ["软件", "信息", "畫素", "賬", "許可權", "口令", "鑰匙串", "“"];
  const text = [...traditionalTexts().values()].join("\n");
  expect(words.filter((word) => text.includes(word))).toEqual([]);
});
