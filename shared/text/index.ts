import type { FindingKind } from "../model/finding.ts";
import type { Language } from "../model/settings.ts";
import { en } from "./en.ts";
import type { Translation } from "./shape.ts";
import { zhCN } from "./zh-CN.ts";
import { zhTW } from "./zh-TW.ts";

/** All texts by language. */
export const TEXTS: Readonly<Record<Language, Translation<typeof en>>> = {
  en,
  "zh-CN": zhCN,
  "zh-TW": zhTW,
};

type Leaf<T, P extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${Unnumbered<K>}` : Leaf<T[K], `${P}${K}.`>;
}[keyof T & string];
type Unnumbered<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other`
  ? Stem
  : K;

/** The dotted name of a sentence, `scan.progress`; a sentence with a number form is named without it. */
export type TextKey = Leaf<typeof en>;

/** What a sentence tells: words, and numbers, which are written the language's own way. `count` picks the number form. */
export type Facts = Readonly<Record<string, string | number>>;

/** Whether a sentence of this name exists; for names built from what a file said. */
export const hasText = (key: string): key is TextKey =>
  lookUp("en", key) !== null || lookUp("en", `${key}_other`) !== null;

/** Where a finding's words stand: a paper and the number on it may share a type, as bank cards do. */
export const findingWords = (kind: FindingKind): "paper" | "finding" =>
  kind === "document" ? "paper" : "finding";

/** One sentence in one language, with its facts filled in. */
export function sentence(language: Language, key: TextKey, facts: Facts = {}): string {
  const { count } = facts;
  const form = typeof count === "number" ? new Intl.PluralRules(language).select(count) : "other";
  const text =
    lookUp(language, `${key}_${form}`) ?? lookUp(language, `${key}_other`) ?? lookUp(language, key);
  if (text === null) throw new Error(`no sentence named ${key}`);
  return text.replace(/\{\{(\w+)\}\}/g, (slot, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return fact === undefined ? slot : inWords(language, fact);
  });
}

/** A fact as it is written in a sentence: 1751 becomes 1,751. */
export const inWords = (language: string, fact: string | number): string =>
  typeof fact === "number" ? new Intl.NumberFormat(language).format(fact) : fact;

function lookUp(language: Language, key: string): string | null {
  let at: unknown = TEXTS[language];
  for (const step of key.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return null;
    at = Reflect.get(at, step);
  }
  return typeof at === "string" ? at : null;
}
