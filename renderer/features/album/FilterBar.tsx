import { ToggleButton } from "react-aria-components";
import { FINDING_KINDS, SEVERITIES } from "../../../shared/model/finding.ts";
import type { InsightFocus } from "../../../shared/model/focus.ts";
import type { PhotoCounts, PhotoFilter } from "../../../shared/model/photo.ts";
import { EVERY_PHOTO, replaceRoute } from "../../bridge/route.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { useFindingText, useFormats, useText } from "../../ui/text.ts";

export const isNarrowed = ({ kinds, severities, status, focus }: PhotoFilter): boolean =>
  kinds.length > 0 || severities.length > 0 || status !== null || focus !== null;

const flip = <T,>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

/** Narrows the album to what a person asks for. Only what occurs is offered. */
export function FilterBar(props: { readonly filter: PhotoFilter; readonly counts: PhotoCounts }) {
  const { filter, counts } = props;
  const say = useText();
  const change = (part: Partial<PhotoFilter>) =>
    replaceRoute({ page: "album", filter: { ...filter, ...part } });
  const kinds = FINDING_KINDS.filter((kind) => counts.byKind[kind] || filter.kinds.includes(kind));
  const severities = SEVERITIES.filter(
    (level) => counts.bySeverity[level] || filter.severities.includes(level),
  ).reverse();
  return (
    <div className="filters">
      {filter.focus !== null && <FocusLine focus={filter.focus} />}
      <fieldset className="filter-group">
        <legend className="unseen">{say("album.severities")}</legend>
        {severities.map((level) => (
          <Chip
            key={level}
            tone={level}
            icon={level}
            label={say(`severity.${level}.name`)}
            count={counts.bySeverity[level] ?? 0}
            isOn={filter.severities.includes(level)}
            onChange={() => change({ severities: flip(filter.severities, level) })}
          />
        ))}
        {(counts.failed > 0 || filter.status === "failed") && (
          <Chip
            tone="failed"
            icon="close"
            label={say("album.statusFailed")}
            count={counts.failed}
            isOn={filter.status === "failed"}
            onChange={() => change({ status: filter.status === null ? "failed" : null })}
          />
        )}
      </fieldset>
      <fieldset className="filter-group">
        <legend className="unseen">{say("album.kinds")}</legend>
        {kinds.map((kind) => (
          <Chip
            key={kind}
            tone="kind"
            icon={kind}
            label={say(`kind.${kind}.name`)}
            count={counts.byKind[kind] ?? 0}
            isOn={filter.kinds.includes(kind)}
            onChange={() => change({ kinds: flip(filter.kinds, kind) })}
          />
        ))}
        {isNarrowed(filter) && (
          <Button
            look="quiet"
            icon="close"
            label={say("album.clearFilters")}
            onPress={() =>
              change({ ...EVERY_PHOTO, folderId: filter.folderId, person: filter.person })
            }
          />
        )}
      </fieldset>
    </div>
  );
}

/** Which insight the album is narrowed to. */
function FocusLine({ focus }: { readonly focus: InsightFocus }) {
  const say = useText();
  const findingText = useFindingText();
  const nameOf = (type: string) => findingText({ kind: "document", type }).name;
  const what =
    "cells" in focus
      ? say("insights.focusPlace")
      : (focus.name ?? focus.clues.slice(0, 1).map(nameOf).join());
  return <p className="filter-focus">{say("insights.focus", { what })}</p>;
}

function Chip(props: {
  readonly tone: string;
  readonly icon: IconName;
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onChange: () => void;
}) {
  const formats = useFormats();
  return (
    <ToggleButton
      className={`chip chip-${props.tone}`}
      isSelected={props.isOn}
      onChange={props.onChange}
    >
      <Icon name={props.isOn ? "check" : props.icon} size={16} />
      {props.label}
      <span className="chip-count">{formats.number(props.count)}</span>
    </ToggleButton>
  );
}
