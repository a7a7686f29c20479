import { ToggleButton } from "react-aria-components";
import { FINDING_KINDS, SEVERITIES } from "../../../shared/model/finding.ts";
import type { InsightFocus } from "../../../shared/model/focus.ts";
import type { PhotoCounts, PhotoFilter } from "../../../shared/model/photo.ts";
import { EVERY_PHOTO, hrefOf, replaceRoute } from "../../bridge/route.ts";
import { useCounts } from "../../bridge/use-photos.ts";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { useFindingText, useFormats, useText } from "../../ui/text.ts";
import { Toolbar } from "./Toolbar.tsx";

/** Does the filter leave photos of its chosen folder out? */
export const isNarrowed = (filter: PhotoFilter): boolean =>
  addressOf(filter) !== addressOf(widened(filter));

const addressOf = (filter: PhotoFilter): string => hrefOf({ page: "album", filter });

/** All photos of the same chosen folder or person, in the same order. */
export const widened = ({ folderId, person, sort }: PhotoFilter): PhotoFilter => ({
  ...EVERY_PHOTO,
  folderId,
  person,
  sort,
});

const flip = <T,>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

/** Narrows the album to what a person asks for. Only what occurs is offered, with how many each would show. */
export function FilterBar(props: { readonly filter: PhotoFilter; readonly counts: PhotoCounts }) {
  const { filter } = props;
  const facets = useCounts(filter) ?? props.counts;
  const change = (part: Partial<PhotoFilter>) =>
    replaceRoute({ page: "album", filter: { ...filter, ...part } });
  return (
    <div className="filters">
      {filter.focus !== null && <FocusLine focus={filter.focus} />}
      <Toolbar filter={filter} onChange={change} />
      <Bad filter={filter} all={props.counts} facets={facets} onChange={change} />
      <Kinds filter={filter} all={props.counts} facets={facets} onChange={change} />
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

interface ChipsProps {
  readonly filter: PhotoFilter;
  /** Of the whole folder: a chip stays where it is, however far the album is narrowed. */
  readonly all: PhotoCounts;
  readonly facets: PhotoCounts;
  readonly onChange: (part: Partial<PhotoFilter>) => void;
}

/** How bad it is, what could not be read, and what was cleaned. */
function Bad({ filter, all, facets, onChange }: ChipsProps) {
  const say = useText();
  const severities = SEVERITIES.filter(
    (level) => all.bySeverity[level] || filter.severities.includes(level),
  ).reverse();
  return (
    <fieldset className="filter-group">
      <legend className="unseen">{say("album.severities")}</legend>
      {severities.map((level) => (
        <Chip
          key={level}
          tone={level}
          icon={level}
          label={say(`severity.${level}.name`)}
          count={facets.bySeverity[level] ?? 0}
          isOn={filter.severities.includes(level)}
          onChange={() => onChange({ severities: flip(filter.severities, level) })}
        />
      ))}
      {(all.failed > 0 || filter.status === "failed") && (
        <Chip
          tone="failed"
          icon="close"
          label={say("album.statusFailed")}
          count={facets.failed}
          isOn={filter.status === "failed"}
          onChange={() => onChange({ status: filter.status === null ? "failed" : null })}
        />
      )}
      {(all.changed > 0 || filter.changed === true) && (
        <Chip
          tone="none"
          icon="clean"
          label={say("desk.changed")}
          count={facets.changed}
          isOn={filter.changed === true}
          onChange={() => onChange({ changed: filter.changed === null ? true : null })}
        />
      )}
    </fieldset>
  );
}

/** What they give away; and papers of one sort, where somebody came for those. */
function Kinds({ filter, all, facets, onChange }: ChipsProps) {
  const say = useText();
  const nameOf = useFindingText();
  const kinds = FINDING_KINDS.filter((kind) => all.byKind[kind] || filter.kinds.includes(kind));
  return (
    <fieldset className="filter-group">
      <legend className="unseen">{say("album.kinds")}</legend>
      {filter.documents.map((type) => (
        <Chip
          key={type}
          tone="kind"
          icon="document"
          label={nameOf({ kind: "document", type }).name}
          count={facets.byDocument[type] ?? 0}
          isOn
          onChange={() => onChange({ documents: flip(filter.documents, type) })}
        />
      ))}
      {kinds.map((kind) => (
        <Chip
          key={kind}
          tone="kind"
          icon={kind}
          label={say(`kind.${kind}.name`)}
          count={facets.byKind[kind] ?? 0}
          isOn={filter.kinds.includes(kind)}
          onChange={() => onChange({ kinds: flip(filter.kinds, kind) })}
        />
      ))}
    </fieldset>
  );
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
