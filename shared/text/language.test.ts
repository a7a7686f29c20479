import { expect, it } from "vitest";
import { languageOf } from "./language.ts";

it("knows which Chinese somebody reads, from a browser's tag or a terminal's locale", () => {
  const traditional = ["zh-TW", "zh-Hant", "zh-Hant-HK", "zh-HK,zh;q=0.9", "zh_TW.UTF-8"];
  expect(traditional.map(languageOf)).toEqual(traditional.map(() => "zh-TW"));
  const simplified = ["zh", "zh-CN", "zh-Hans-SG", "zh_CN.GB18030", " ZH-sg"];
  expect(simplified.map(languageOf)).toEqual(simplified.map(() => "zh-CN"));
});

it("knows English, and no language that there are no texts for", () => {
  expect(["en", "en-GB", "en_US.UTF-8"].map(languageOf)).toEqual(["en", "en", "en"]);
  expect(["", "de-DE", "zha", "C.UTF-8"].map(languageOf)).toEqual([null, null, null, null]);
});
