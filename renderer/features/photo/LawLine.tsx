import type { Finding } from "../../../shared/model/finding.ts";
import { lawsOf } from "../../../shared/policy/law.ts";
import { articlesOf } from "../../../shared/text/law-words.ts";
import { useText } from "../../ui/text.ts";
import "./laws.css";

/** What the law protects especially, of that which a photo shows. */
export function LawLine({ findings }: { readonly findings: readonly Finding[] }) {
  const say = useText();
  const categories = lawsOf(findings);
  if (categories.length === 0) return null;
  return (
    <section className="laws">
      <h2>{say("law.title")}</h2>
      <ul>
        {categories.map((category) => (
          <li key={category}>
            {say(`law.category.${category}`)}{" "}
            <small>
              {articlesOf(category)
                .map(({ key, facts }) => say(key, facts))
                .join(" · ")}
            </small>
          </li>
        ))}
      </ul>
      <p>{say("law.note")}</p>
    </section>
  );
}
