import type { Coordinates } from "../../../shared/model/geometry.ts";
import type { FolderId } from "../../../shared/model/ids.ts";
import type { PhotoDetail, PlaceWords } from "../../../shared/model/photo.ts";
import { paperOf } from "../../../shared/policy/face-risk.ts";
import { type HelpTopic, helpTopicOf } from "../../../shared/policy/help-topics.ts";
import { riskOf } from "../../../shared/policy/risk.ts";
import { nearWords } from "../../../shared/text/near.ts";
import { hrefOf } from "../../bridge/route.ts";
import { type Reveal, useReveal } from "../../bridge/use-reveal.ts";
import { SeverityBadge } from "../../ui/Badges.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Empty } from "../../ui/Parts.tsx";
import { useFindingText, useLanguage, useText } from "../../ui/text.ts";
import { placeWords } from "./coordinates.ts";
import { FacePick } from "./FacePick.tsx";
import { FindingValues } from "./FindingValues.tsx";
import { type FindingGroup, groupFindings } from "./findings.ts";
import { JudgeButtons, SetAside } from "./Judged.tsx";
import { LawLine } from "./LawLine.tsx";
import { findingId } from "./Mark.tsx";

/** What a photo gives away, the worst first, in words anyone can follow. */
export function FindingList(props: {
  readonly photo: PhotoDetail;
  readonly folderId: FolderId | null;
  /** Findings that the picture or this list points at. */
  readonly pointed: readonly number[];
  readonly onPoint: (indexes: readonly number[]) => void;
}) {
  const say = useText();
  const { id, findings, judged, places } = props.photo;
  const reveal = useReveal(id);
  const counts = (index: number) => (judged[index] ?? null) === null;
  const left = findings.filter((_, index) => counts(index));
  if (left.length === 0) {
    return (
      <>
        <Empty icon="none" title={say("photo.nothing")} text={say("photo.nothingText")} />
        <SetAside photo={props.photo} />
      </>
    );
  }
  const { story } = riskOf(left);
  const isPointed = ({ indexes }: FindingGroup) =>
    indexes.some((index) => props.pointed.includes(index));
  return (
    <>
      {story && <p className="finding-story">{say(`risk.${story}`)}</p>}
      <ul className="findings">
        {groupFindings(findings, counts).map((group) => (
          <li
            key={group.indexes.join()}
            id={findingId(group.indexes[0] ?? 0)}
            className={isPointed(group) ? "finding finding-pointed" : "finding"}
            onPointerEnter={() => props.onPoint(group.indexes)}
            onPointerLeave={() => props.onPoint([])}
          >
            <FindingCard group={group} places={places} reveal={reveal} />
            {group.finding.kind === "face" && (
              <FacePick
                photo={props.photo}
                indexes={group.indexes}
                folderId={props.folderId}
                onPoint={props.onPoint}
              />
            )}
            <JudgeButtons photo={props.photo} group={group} />
          </li>
        ))}
      </ul>
      <SetAside photo={props.photo} />
      <LawLine findings={left} />
    </>
  );
}

/** What a detector believes nothing of, it has not seen: there is nothing to be sure of. */
const isBelief = (confidence: number): boolean => confidence > 0 && confidence < 1;

/** Where a finding stands: a file's own words for its parts, ours for the picture. */
const PICTURE = "picture";

function FindingCard(props: {
  readonly group: FindingGroup;
  readonly places: readonly PlaceWords[];
  readonly reveal: Reveal;
}) {
  const { group, places } = props;
  const { kind, severity, confidence, location } = group.finding;
  const say = useText();
  const findingText = useFindingText();
  const { name, why } = findingText(group.finding);
  const sourceText = (source: string) => {
    const type = paperOf({ ...group.finding, source });
    const paper = type && findingText({ kind: "document", type }).name;
    if (paper) return say("photo.onPaper", { paper });
    return source === PICTURE ? say("photo.inPicture") : source;
  };
  const topic = helpTopicOf(group.finding);
  return (
    <>
      <header>
        <Icon name={kind} size={20} />
        <h2 className="finding-name">{name}</h2>
        <SeverityBadge severity={severity} />
      </header>
      {group.values.length > 0 && <FindingValues group={group} reveal={props.reveal} />}
      {location !== null && <Place at={location} words={wordsOf(location, places)} />}
      <p className="finding-why">
        {why} {topic && <HelpLink topic={topic} />}
      </p>
      <p className="finding-source">
        {group.sources.map(sourceText).join(" · ")}
        {isBelief(confidence) &&
          ` · ${say("photo.sure", { percent: Math.round(100 * confidence) })}`}
      </p>
    </>
  );
}

function HelpLink({ topic }: { readonly topic: HelpTopic }) {
  const say = useText();
  return (
    <a
      href={hrefOf({ page: "help", article: topic })}
      aria-label={say("help.linkOf", { topic: say(`helpTopic.${topic}.title`) })}
    >
      {say("help.link")}
    </a>
  );
}

function Place(props: { readonly at: Coordinates; readonly words: PlaceWords | undefined }) {
  const say = useText();
  const language = useLanguage();
  const { key, facts } = placeWords(props.at);
  const near = props.words && nearWords(language, props.words);
  return (
    <p className="finding-place">
      <Icon name="location" size={16} />
      <span>
        {near && <strong>{say(near.key, near.facts)}</strong>}
        {say(key, facts)}
      </span>
    </p>
  );
}

const wordsOf = ({ lat, lon }: Coordinates, places: readonly PlaceWords[]) =>
  places.find(({ at }) => at.lat === lat && at.lon === lon);
