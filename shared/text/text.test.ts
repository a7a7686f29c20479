import { describe, expect, it } from "vitest";
import { STRIP_KINDS } from "../model/action.ts";
import { APP_ERROR_CODES } from "../model/errors.ts";
import { FINDING_KINDS, SEVERITIES } from "../model/finding.ts";
import { CODE_SEVERITY } from "../policy/barcode-content.ts";
import { DOCUMENT_TYPES } from "../policy/documents/types.ts";
import { LAW_CATEGORIES } from "../policy/law.ts";
import { METADATA_TYPES } from "../policy/meaning.ts";
import { PRINT_SEVERITY } from "../policy/print-risk.ts";
import { RISK_STORIES } from "../policy/risk.ts";
import { hasText, sentence, TEXTS } from "./index.ts";
import { nearWords } from "./near.ts";
import { timeLeft } from "./time-left.ts";

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as const] : leaves(value, `${path}${key}.`),
  );
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hit) => hit[1]).sort();
const english = new Map(leaves(TEXTS.en));
const chinese = new Map(leaves(TEXTS["zh-CN"]));
const taiwanese = new Map(leaves(TEXTS["zh-TW"]));

describe("the texts", () => {
  it("have the same names in both languages, but for the singular that Chinese has not", () => {
    const wanted = [...english.keys()].filter((key) => !key.endsWith("_one"));
    expect([...chinese.keys()].sort()).toEqual(wanted.sort());
    expect([...taiwanese.keys()].sort()).toEqual(wanted.sort());
  });

  it("use the same facts in both languages", () => {
    const unlike = [...chinese, ...taiwanese].filter(
      ([key, text]) => slots(text).join() !== slots(english.get(key) ?? "").join(),
    );
    expect(unlike).toEqual([]);
  });

  it("are never empty", () => {
    const empty = [...english, ...chinese, ...taiwanese].filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  });

  it("have a plural for every singular", () => {
    const alone = [...english.keys()].filter(
      (key) => key.endsWith("_one") && !english.has(key.replace(/_one$/, "_other")),
    );
    expect(alone).toEqual([]);
  });

  it("have a sentence and a short form for every failure", () => {
    const missing = APP_ERROR_CODES.flatMap((code) => [`error.${code}`, `errorShort.${code}`]);
    expect(missing.filter((key) => !hasText(key))).toEqual([]);
  });

  it("name every type of finding and say why it matters", () => {
    const print = [...DOCUMENT_TYPES.keys(), ...Object.keys(PRINT_SEVERITY)];
    const types = [...METADATA_TYPES, ...print, ...Object.keys(CODE_SEVERITY), "face", "other"];
    const keys = types.flatMap((type) => [`finding.${type}.name`, `finding.${type}.why`]);
    expect(keys.filter((key) => !hasText(key))).toEqual([]);
  });

  it("say what every story of risk means, and what the law calls it", () => {
    const stories = RISK_STORIES.map((story) => `risk.${story}`);
    const categories = LAW_CATEGORIES.map((category) => `law.category.${category}`);
    expect([...stories, ...categories].filter((key) => !hasText(key))).toEqual([]);
  });

  it("name every kind and every severity", () => {
    const keys = [...FINDING_KINDS, ...STRIP_KINDS].flatMap((kind) => [
      `kind.${kind}.name`,
      `kind.${kind}.question`,
    ]);
    const grades = SEVERITIES.flatMap((grade) => [
      `severity.${grade}.name`,
      `severity.${grade}.hint`,
    ]);
    expect([...keys, ...grades].filter((key) => !hasText(key))).toEqual([]);
  });
});

describe("a sentence", () => {
  it("takes the singular for one and the plural for many", () => {
    expect(sentence("en", "home.photos", { count: 1 })).toBe("1 photo");
    expect(sentence("en", "home.photos", { count: 1751 })).toBe("1,751 photos");
    expect(sentence("zh-CN", "home.photos", { count: 1 })).toBe("1 张照片");
  });

  it("leaves a fact as it was given, whatever signs it holds", () => {
    const name = "$& {{name}} <b>";
    expect(sentence("en", "scan.running", { name })).toBe("Checking “$& {{name}} <b>”");
  });

  it("knows which names exist, and is not fooled by those every object has", () => {
    expect(hasText("finding.gps.why")).toBe(true);
    expect(hasText("home.photos")).toBe(true);
    expect(hasText("finding.constructor.name")).toBe(false);
    expect(hasText("finding")).toBe(false);
  });
});

describe("a place in words", () => {
  const said = (language: "en" | "zh-CN", near: { words: string; country: string } | null) => {
    const { key, facts } = nearWords(language, { at: { lat: 30.9, lon: 121.4 }, near });
    return sentence(language, key, facts);
  };

  it("names the nearest town, and the country in the reader's own language", () => {
    const near = { words: "Nanqiao, Shanghai", country: "CN" };
    expect(said("en", near)).toBe("Near Nanqiao, Shanghai, China");
    expect(said("zh-CN", near)).toBe("中国 Nanqiao, Shanghai 附近");
  });

  it("says that there is no town rather than name one far away", () => {
    expect(said("en", null)).toBe("Far from any town");
    expect(said("zh-CN", null)).toBe("附近没有城镇");
  });
});

describe("the time left", () => {
  const said = (ms: number) => {
    const { key, facts } = timeLeft(ms);
    return sentence("en", key, facts);
  };

  it("is told in the unit a person would use", () => {
    expect([0, 4_999, 5_000, 59_999, 60_000, 89_999, 90_000].map(said)).toEqual([
      "Almost done",
      "Almost done",
      "Less than a minute left",
      "Less than a minute left",
      "About 1 minute left",
      "About 1 minute left",
      "About 2 minutes left",
    ]);
    expect(said(3_540_000)).toBe("About 59 minutes left");
    expect(said(3_599_000)).toBe("About 1 hour left");
    expect(said(47 * 3_600_000)).toBe("About 47 hours left");
    expect(said(72 * 3_600_000)).toBe("About 3 days left");
  });
});
