import type { Report } from "../../../shared/model/report.ts";
import { articlesOf } from "../../../shared/text/law-words.ts";
import { SeverityBadge } from "../../ui/Badges.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/Parts.tsx";
import { useFindingText, useFormats, useText } from "../../ui/text.ts";

interface Props {
  readonly report: Report;
}

/** What nobody knows, before all that somebody does. */
export function Unknown({ report: { unknown } }: Props) {
  const say = useText();
  const formats = useFormats();
  const failed = unknown.failed.reduce((sum, { photos }) => sum + photos, 0);
  const lines = [
    ...(failed > 0 ? [say("report.failed", { count: failed })] : []),
    ...(["unseen", "unread", "skipped"] as const)
      .filter((word) => unknown[word] > 0)
      .map((word) => `${say(`report.${word}`)}: ${formats.number(unknown[word])}`),
  ];
  if (lines.length === 0) return <Notice tone="info" text={say("report.allKnown")} />;
  return (
    <section className="report-unknown">
      <h2>
        <Icon name="unseen" size={20} />
        {say("report.parts.unknown")}
      </h2>
      <p>{say("report.unknownLead")}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

export function Numbers({ report: { photos, dangerous } }: Props) {
  const say = useText();
  const formats = useFormats();
  return (
    <div className="report-numbers">
      <p>
        <strong>{formats.number(photos)}</strong> {say("report.checked", { count: photos })}
      </p>
      <p className={dangerous > 0 ? "report-bad" : "report-good"}>
        <strong>{formats.number(dangerous)}</strong> {say("report.hurt", { count: dangerous })}
      </p>
    </div>
  );
}

/** Types shown before the file has to be opened for more; they are sorted by harm. */
const SHOWN = 12;

/** The worst that was found, in how many photos, and how many different ones. */
export function Found({ report: { byType } }: Props) {
  const say = useText();
  const formats = useFormats();
  const textOf = useFindingText();
  if (byType.length === 0) return <p className="soft">{say("report.nothing")}</p>;
  return (
    <section>
      <h2>{say("report.parts.type")}</h2>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{say("report.parts.type")}</th>
            <th scope="col">{say("report.parts.severity")}</th>
            <th scope="col">{say("report.photos")}</th>
            <th scope="col" className="report-extra">
              {say("report.different")}
            </th>
          </tr>
        </thead>
        <tbody>
          {byType.slice(0, SHOWN).map((one) => (
            <tr key={`${one.kind} ${one.type}`}>
              <th scope="row">
                <Icon name={one.kind} size={17} />
                {textOf(one).name}
              </th>
              <td>
                <SeverityBadge severity={one.severity} />
              </td>
              <td>{formats.number(one.photos)}</td>
              <td className="report-extra">
                {one.different === null ? "–" : formats.number(one.different)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {byType.length > SHOWN && (
        <p className="soft">{say("report.moreTypes", { count: byType.length - SHOWN })}</p>
      )}
    </section>
  );
}

export function Laws({ report: { byLaw } }: Props) {
  const say = useText();
  const formats = useFormats();
  if (byLaw.length === 0) return null;
  return (
    <section>
      <h2>{say("law.title")}</h2>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{say("law.title")}</th>
            <th scope="col">{say("report.articles")}</th>
            <th scope="col">{say("report.photos")}</th>
          </tr>
        </thead>
        <tbody>
          {byLaw.map(({ category, photos }) => (
            <tr key={category}>
              <th scope="row">{say(`law.category.${category}`)}</th>
              <td className="soft">
                {articlesOf(category)
                  .map(({ key, facts }) => say(key, facts))
                  .join(" · ")}
              </td>
              <td>{formats.number(photos)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft report-note">{say("law.note")}</p>
    </section>
  );
}
