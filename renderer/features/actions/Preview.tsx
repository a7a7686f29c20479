import type { ActionPreview, PreviewLine } from "../../../shared/model/action.ts";
import { FINDING_KINDS, type FindingKind } from "../../../shared/model/finding.ts";
import { hasText } from "../../../shared/text/index.ts";
import type { WantedKind } from "../../bridge/action-desk.ts";
import { Icon } from "../../ui/icons.tsx";
import { useFindingText, useText } from "../../ui/text.ts";
import { WORDS } from "./words.ts";

/** Refused photos named one by one; the rest are counted. */
const MAX_NAMED = 20;

/** "This goes, this stays", and the photos that are left alone. */
export function Preview(props: { readonly preview: ActionPreview; readonly kind: WantedKind }) {
  const { goes, stays, refused, photos } = props.preview;
  return (
    <>
      {props.kind !== "quarantine" && <GoesAndStays goes={goes} stays={stays} photos={photos} />}
      {refused.length > 0 && <Refused refused={refused} kind={props.kind} />}
    </>
  );
}

function GoesAndStays(props: Pick<ActionPreview, "goes" | "stays" | "photos">) {
  const { goes, stays, photos } = props;
  const say = useText();
  return (
    <>
      <section className="lines lines-go">
        <h3>
          <Icon name="close" size={18} />
          {say("action.goes")}
        </h3>
        {goes.length === 0 && <p className="soft">{say("action.goesNone")}</p>}
        <Lines lines={goes} photos={photos} />
      </section>
      {stays.length > 0 && (
        <section className="lines lines-stay">
          <h3>
            <Icon name="check" size={18} />
            {say("action.stays")}
          </h3>
          <Lines lines={stays} photos={photos} />
        </section>
      )}
    </>
  );
}

/** The picture's own lines stand one by one; details are told kind by kind. */
function Lines(props: { readonly lines: readonly PreviewLine[]; readonly photos: number }) {
  const say = useText();
  const picture = props.lines.filter(({ kind }) => kind === "picture");
  const nameOf = ({ type }: PreviewLine): string => {
    const key = `stays.${type}`;
    return say(hasText(key) ? key : "stays.other");
  };
  return (
    <ul>
      {picture.map((line) => (
        <li key={line.type}>
          <Icon name="photos" size={18} />
          <span>{nameOf(line)}</span>
        </li>
      ))}
      {FINDING_KINDS.map((kind) => (
        <KindLine
          key={kind}
          kind={kind}
          lines={props.lines.filter((line) => line.kind === kind)}
          isForMany={props.photos > 1}
        />
      ))}
    </ul>
  );
}

function KindLine(props: {
  readonly kind: FindingKind;
  readonly lines: readonly PreviewLine[];
  readonly isForMany: boolean;
}) {
  const { kind, lines, isForMany } = props;
  const say = useText();
  const findingText = useFindingText();
  if (lines.length === 0) return null;
  const names = lines.map(({ type, photos }) => {
    const { name } = findingText({ kind, type });
    return isForMany ? say("action.counted", { name, photos }) : name;
  });
  return (
    <li>
      <Icon name={kind} size={18} />
      <p>
        <strong>{say(`kind.${kind}.name`)}</strong>
        <span className="soft">{names.join(" · ")}</span>
      </p>
    </li>
  );
}

function Refused(props: { readonly refused: ActionPreview["refused"]; readonly kind: WantedKind }) {
  const { refused, kind } = props;
  const say = useText();
  const rest = refused.length - MAX_NAMED;
  return (
    <section className="lines lines-refused">
      <h3>
        <Icon name="high" size={18} />
        {say(`${WORDS[kind]}.refused`, { count: refused.length })}
      </h3>
      <ul>
        {refused.slice(0, MAX_NAMED).map(({ photoId, name, error }) => (
          <li key={photoId} title={say(`error.${error}`)}>
            <span className="line-name">{name}</span>
            <span className="soft">{say(`errorShort.${error}`)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="soft">{say("action.moreRefused", { count: rest })}</p>}
    </section>
  );
}
