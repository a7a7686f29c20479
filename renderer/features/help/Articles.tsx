import type { ReactNode } from "react";
import type { HelpTopic } from "../../../shared/policy/help-topics.ts";
import type { TextKey } from "../../../shared/text/index.ts";
import { hrefOf } from "../../bridge/route.ts";
import { useFocusFor } from "../../bridge/use-focus.ts";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";

/** One thing that photos give away: what thieves do with it, and what helps. */
export function TopicArticle(props: { readonly topic: HelpTopic; readonly icon: IconName }) {
  const { topic, icon } = props;
  const of = <P extends string>(part: P) => `helpTopic.${topic}.${part}` as const;
  return (
    <Article icon={icon} title={of("title")} lead={of("lead")} source={of("source")}>
      <Points tone="bad" title="help.thieves" points={[of("thief1"), of("thief2"), of("thief3")]} />
      <Points tone="good" title="help.cures" points={[of("cure1"), of("cure2"), of("cure3")]} />
    </Article>
  );
}

/** How to tell apart apps that ask for all photos. */
export function AppsArticle({ icon }: { readonly icon: IconName }) {
  return (
    <Article icon={icon} title="helpApps.title" lead="helpApps.lead" source="helpApps.source">
      <Points
        tone="bad"
        title="help.appsBad"
        points={["helpApps.bad1", "helpApps.bad2", "helpApps.bad3"]}
      />
      <Points
        tone="good"
        title="help.appsGood"
        points={["helpApps.good1", "helpApps.good2", "helpApps.good3"]}
      />
      <Points
        tone="good"
        title="help.cures"
        points={["helpApps.cure1", "helpApps.cure2", "helpApps.cure3"]}
      />
    </Article>
  );
}

function Article(props: {
  readonly icon: IconName;
  readonly title: TextKey;
  readonly lead: TextKey;
  readonly source: TextKey;
  readonly children: ReactNode;
}) {
  const say = useText();
  const heading = useFocusFor(props.title);
  return (
    <article className="article">
      <a className="article-back" href={hrefOf({ page: "help", article: null })}>
        <Icon name="back" size={18} />
        {say("help.back")}
      </a>
      <header>
        <span className="article-icon">
          <Icon name={props.icon} size={30} />
        </span>
        <h1 ref={heading} tabIndex={-1}>
          {say(props.title)}
        </h1>
        <p>{say(props.lead)}</p>
      </header>
      {props.children}
      <footer>
        <h2>{say("help.source")}</h2>
        <p>{say(props.source)}</p>
      </footer>
    </article>
  );
}

function Points(props: {
  readonly tone: "good" | "bad";
  readonly title: TextKey;
  readonly points: readonly TextKey[];
}) {
  const say = useText();
  return (
    <section className={`points points-${props.tone}`}>
      <h2>{say(props.title)}</h2>
      <ul>
        {props.points.map((point) => (
          <li key={point}>
            <Icon name={props.tone === "good" ? "check" : "high"} size={20} />
            <p>{say(point)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
