import type { ReactNode } from "react";
import type { Insights } from "../../../shared/model/insight.ts";
import type { HelpTopic } from "../../../shared/policy/help-topics.ts";
import type { TextKey } from "../../../shared/text/index.ts";
import { asAppError } from "../../bridge/errors.ts";
import { hrefOf } from "../../bridge/route.ts";
import { useChooseFolder } from "../../bridge/use-folders.ts";
import { useInsights } from "../../bridge/use-insights.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { Empty, Failure, Loading } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { InsightList } from "./InsightList.tsx";
import { type Insight, useInsightRows } from "./insight-rows.ts";
import { Places } from "./Places.tsx";
import "./insights.css";

/** What all photos together would tell a stranger: each answer a sentence, its photos and its cure. */
export function InsightsPage() {
  const say = useText();
  const { data, error, refetch } = useInsights();
  return (
    <div className="page">
      <div className="page-inner insights">
        <header className="page-head">
          <h1>{say("insights.title")}</h1>
          <p>{say("insights.lead")}</p>
        </header>
        {error !== null && <Failure error={asAppError(error)} again={() => void refetch()} />}
        {error === null && data === undefined && <Loading />}
        {data?.photos === 0 && <NoPhotos />}
        {data !== undefined && data.photos > 0 && <Answers insights={data} />}
      </div>
    </div>
  );
}

function NoPhotos() {
  const say = useText();
  const { choose, isBusy } = useChooseFolder();
  return (
    <Empty icon="insights" title={say("insights.emptyTitle")} text={say("insights.emptyText")}>
      <Button
        look="primary"
        icon="folder"
        label={say("insights.choose")}
        onPress={choose}
        isDisabled={isBusy}
      />
    </Empty>
  );
}

function Answers({ insights }: { readonly insights: Insights }) {
  const say = useText();
  const rows = useInsightRows(insights);
  return (
    <>
      <Question icon="location" title="insights.where" topic="location">
        <p className="soft">
          {insights.located === 0
            ? say("insights.whereNone")
            : say("insights.whereTold", { count: insights.located })}
        </p>
        {insights.haunts.length > 0 && <Places haunts={insights.haunts} rows={rows.places} />}
      </Question>
      <div className="questions">
        <Listed
          icon="face"
          title="insights.who"
          topic="children"
          none="insights.whoNone"
          rows={rows.people}
        />
        <Listed
          icon="document"
          title="insights.papers"
          topic="document"
          none="insights.papersNone"
          rows={rows.papers}
        />
        <Listed
          icon="device"
          title="insights.devices"
          topic="device"
          none="insights.devicesNone"
          rows={rows.devices}
        />
        <Listed
          icon="apps"
          title="insights.apps"
          topic="hidden"
          none="insights.appsNone"
          rows={rows.apps}
        />
      </div>
    </>
  );
}

function Listed(props: {
  readonly icon: IconName;
  readonly title: TextKey;
  readonly topic: HelpTopic;
  readonly none: TextKey;
  readonly rows: readonly Insight[];
}) {
  const say = useText();
  const { icon, title, topic, none, rows } = props;
  return (
    <Question icon={icon} title={title} topic={topic}>
      {rows.length === 0 ? <p className="soft">{say(none)}</p> : <InsightList rows={rows} />}
    </Question>
  );
}

function Question(props: {
  readonly icon: IconName;
  readonly title: TextKey;
  readonly topic: HelpTopic;
  readonly children: ReactNode;
}) {
  const say = useText();
  const topic = say(`helpTopic.${props.topic}.title`);
  return (
    <section className="question">
      <header>
        <Icon name={props.icon} size={24} />
        <h2>{say(props.title)}</h2>
        <a
          href={hrefOf({ page: "help", article: props.topic })}
          aria-label={say("help.linkOf", { topic })}
        >
          {say("help.link")}
        </a>
      </header>
      {props.children}
    </section>
  );
}
