import { HELP_TOPICS, type HelpTopic } from "../../../shared/policy/help-topics.ts";
import { type HelpArticle, hrefOf } from "../../bridge/route.ts";
import { showTour } from "../../bridge/use-tour.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";
import { AppsArticle, TopicArticle } from "./Articles.tsx";
import "./help.css";

const ICONS = {
  location: "location",
  time: "time",
  children: "child",
  face: "face",
  "old-age": "identity",
  document: "document",
  number: "personal-text",
  money: "money",
  password: "lock",
  code: "barcode",
  medical: "medical",
  school: "school",
  names: "photos",
  device: "device",
  hidden: "hidden-data",
} as const satisfies Record<HelpTopic, IconName>;

/** Why things are dangerous, in plain words: all topics, or one of them. */
export function HelpPage({ article }: { readonly article: HelpArticle | null }) {
  return (
    <div className="page">
      <div className="page-inner">
        {article === null && <Overview />}
        {article === "apps" && <AppsArticle icon="apps" />}
        {article !== null && article !== "apps" && (
          <TopicArticle topic={article} icon={ICONS[article]} />
        )}
      </div>
    </div>
  );
}

function Overview() {
  const say = useText();
  return (
    <>
      <header className="page-head">
        <h1>{say("help.title")}</h1>
        <p>{say("help.lead")}</p>
      </header>
      <section className="help-section">
        <h2>{say("help.topics")}</h2>
        <ul className="help-topics">
          {HELP_TOPICS.map((topic) => (
            <li key={topic}>
              <a href={hrefOf({ page: "help", article: topic })}>
                <Icon name={ICONS[topic]} size={22} />
                <span>{say(`helpTopic.${topic}.title`)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section className="help-section">
        <h2>{say("help.more")}</h2>
        <ul className="help-topics help-topics-wide">
          <li>
            <a href={hrefOf({ page: "help", article: "apps" })}>
              <Icon name="apps" size={22} />
              <span>{say("helpApps.title")}</span>
            </a>
          </li>
        </ul>
        <div>
          <Button icon="refresh" label={say("help.tour")} onPress={showTour} />
        </div>
      </section>
    </>
  );
}
