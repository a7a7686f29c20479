import type { ActionKind } from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { FindingKind, Severity } from "../../../shared/model/finding.ts";
import type { TypeCount } from "../../../shared/model/report.ts";
import type { Language } from "../../../shared/model/settings.ts";
import type { LawCategory } from "../../../shared/policy/law.ts";
import {
  type Facts,
  findingWords,
  hasText,
  inWords,
  sentence,
  type TextKey,
} from "../../../shared/text/index.ts";
import { articlesOf } from "../../../shared/text/law-words.ts";

/** A part of the report, as shared/text names it. */
type Part =
  | "facts"
  | "detector"
  | "unknown"
  | "all"
  | "severity"
  | "kind"
  | "type"
  | "law"
  | "folder"
  | "action";

export type Words = ReturnType<typeof reportWords>;

/** What a report says in one language. */
export function reportWords(language: Language) {
  const say = (key: TextKey, facts: Facts = {}) => sentence(language, key, facts);
  return {
    say,
    part: (part: Part) => say(`report.parts.${part}`),
    fact: (fact: "folder" | "at" | "by" | "with") => say(`report.fact.${fact}`),
    number: (value: number) => inWords(language, value),
    kind: (kind: FindingKind) => say(`kind.${kind}.name`),
    severity: (severity: Severity) => say(`severity.${severity}.name`),
    reason: (code: AppErrorCode) => say(`errorShort.${code}`),
    law: (category: LawCategory) => say(`law.category.${category}`),
    articles: (category: LawCategory) =>
      articlesOf(category)
        .map(({ key, facts }) => say(key, facts))
        .join(" · "),
    action: (kind: ActionKind) => say(`report.action.${kind}`),
    /** A type without words of its own is named by its kind. */
    type: ({ kind, type }: Pick<TypeCount, "kind" | "type">) => {
      const key = `${findingWords(kind)}.${type}.name`;
      return hasText(key) ? say(key) : say(`kind.${kind}.name`);
    },
    /** "faces1" as "Faces (faces1)" */
    detector: (word: string) => {
      const key = `report.detector.${/^[a-z]+/.exec(word)?.[0] ?? ""}`;
      return hasText(key) ? `${say(key)} (${word})` : word;
    },
    when: (iso: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(
        new Date(iso),
      ),
  };
}
