import { type Finding, severityRank } from "../../../shared/model/finding.ts";
import type { Coordinates } from "../../../shared/model/geometry.ts";
import { SeverityBadge } from "../../ui/Badges.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Empty } from "../../ui/Parts.tsx";
import { useFindingText, useText } from "../../ui/text.ts";
import { placeWords } from "./coordinates.ts";

/** What a photo gives away, the worst first, in words anyone can follow. */
export function FindingList(props: {
  readonly findings: readonly Finding[];
  readonly pointed: number | null;
  readonly onPoint: (index: number | null) => void;
}) {
  const say = useText();
  if (props.findings.length === 0) {
    return <Empty icon="none" title={say("photo.nothing")} text={say("photo.nothingText")} />;
  }
  const worstFirst = props.findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => severityRank(b.finding.severity) - severityRank(a.finding.severity));
  return (
    <ul className="findings">
      {worstFirst.map(({ finding, index }) => (
        <li
          key={index}
          className={index === props.pointed ? "finding finding-pointed" : "finding"}
          onPointerEnter={() => props.onPoint(index)}
          onPointerLeave={() => props.onPoint(null)}
        >
          <FindingCard finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function FindingCard({ finding }: { readonly finding: Finding }) {
  const { kind, type, severity, confidence, value, source, location } = finding;
  const say = useText();
  const { name, why } = useFindingText()(type);
  return (
    <>
      <header>
        <Icon name={kind} size={20} />
        <h3 className="finding-name">{name}</h3>
        <SeverityBadge severity={severity} />
      </header>
      {value !== null && <p className="finding-value">{value}</p>}
      {location !== null && <Place at={location} />}
      <p className="finding-why">{why}</p>
      <p className="finding-source">
        {source}
        {confidence < 1 && ` · ${say("photo.sure", { percent: Math.round(100 * confidence) })}`}
      </p>
    </>
  );
}

function Place({ at }: { readonly at: Coordinates }) {
  const say = useText();
  const { key, facts } = placeWords(at);
  return (
    <p className="finding-place">
      <Icon name="location" size={16} />
      {say(key, facts)}
    </p>
  );
}
