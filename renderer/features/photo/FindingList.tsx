import type { Finding } from "../../../shared/model/finding.ts";
import type { Coordinates } from "../../../shared/model/geometry.ts";
import { SeverityBadge } from "../../ui/Badges.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Empty } from "../../ui/Parts.tsx";
import { useFindingText, useText } from "../../ui/text.ts";
import { placeWords } from "./coordinates.ts";
import { type FindingGroup, groupFindings } from "./findings.ts";

/** What a photo gives away, the worst first, in words anyone can follow. */
export function FindingList(props: {
  readonly findings: readonly Finding[];
  readonly onPoint: (indexes: readonly number[]) => void;
}) {
  const say = useText();
  if (props.findings.length === 0) {
    return <Empty icon="none" title={say("photo.nothing")} text={say("photo.nothingText")} />;
  }
  return (
    <ul className="findings">
      {groupFindings(props.findings).map((group) => (
        <li
          key={group.indexes.join()}
          className="finding"
          onPointerEnter={() => props.onPoint(group.indexes)}
          onPointerLeave={() => props.onPoint([])}
        >
          <FindingCard group={group} />
        </li>
      ))}
    </ul>
  );
}

function FindingCard({ group }: { readonly group: FindingGroup }) {
  const { kind, severity, confidence, location } = group.finding;
  const say = useText();
  const { name, why } = useFindingText()(group.finding);
  return (
    <>
      <header>
        <Icon name={kind} size={20} />
        <h3 className="finding-name">{name}</h3>
        <SeverityBadge severity={severity} />
      </header>
      {group.values.length > 0 && (
        <ul className="finding-values">
          {group.values.map((value) => (
            <li key={value}>{value}</li>
          ))}
        </ul>
      )}
      {location !== null && <Place at={location} />}
      <p className="finding-why">{why}</p>
      <p className="finding-source">
        {group.sources.join(" · ")}
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
