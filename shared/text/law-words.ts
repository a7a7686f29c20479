import type { Language } from "../model/settings.ts";
import { LAW_ARTICLES, type LawCategory } from "../policy/law.ts";
import { type Facts, sentence, type TextKey } from "./index.ts";

/** The articles that speak of a category: "PIPL Art. 28", "GDPR Art. 9". */
export const articlesOf = (
  category: LawCategory,
): readonly { readonly key: TextKey; readonly facts: Facts }[] => {
  const { pipl, gdpr } = LAW_ARTICLES[category];
  const named = { key: "law.pipl", facts: { article: pipl } } as const;
  return gdpr === null ? [named] : [named, { key: "law.gdpr", facts: { article: gdpr } }];
};

/** "Health (PIPL Art. 28, GDPR Art. 9)" */
export function inLaw(language: Language, category: LawCategory): string {
  const articles = articlesOf(category).map(({ key, facts }) => sentence(language, key, facts));
  const parts = {
    name: sentence(language, `law.category.${category}`),
    articles: articles.join(", "),
  };
  return sentence(language, "law.cited", parts);
}
