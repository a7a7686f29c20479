import type { ActionPreview, PreviewLine } from "../../../shared/model/action.ts";
import { hasText } from "../../../shared/text/index.ts";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { useFindingText, useText } from "../../ui/text.ts";

/** Refused photos named one by one; the rest are counted. */
const MAX_NAMED = 20;

/** "This goes, this stays", and the photos that cannot be changed. */
export function Preview({ preview }: { readonly preview: ActionPreview }) {
  const say = useText();
  const { goes, stays, refused, photos } = preview;
  return (
    <>
      <section className="lines lines-go">
        <h3>
          <Icon name="close" size={18} />
          {say("strip.goes")}
        </h3>
        {goes.length === 0 && <p className="soft">{say("strip.goesNone")}</p>}
        <Lines lines={goes} photos={photos} />
      </section>
      <section className="lines lines-stay">
        <h3>
          <Icon name="check" size={18} />
          {say("strip.stays")}
        </h3>
        <Lines lines={stays} photos={photos} />
      </section>
      {refused.length > 0 && <Refused refused={refused} />}
    </>
  );
}

function Lines(props: { readonly lines: readonly PreviewLine[]; readonly photos: number }) {
  const say = useText();
  const findingText = useFindingText();
  const nameOf = ({ kind, type }: PreviewLine): string => {
    const key = `stays.${type}`;
    if (kind !== "picture") return findingText(type).name;
    return say(hasText(key) ? key : "stays.other");
  };
  const iconOf = ({ kind }: PreviewLine): IconName => (kind === "picture" ? "photos" : kind);
  return (
    <ul>
      {props.lines.map((line) => (
        <li key={`${line.kind}-${line.type}`}>
          <Icon name={iconOf(line)} size={18} />
          <span>{nameOf(line)}</span>
          {props.photos > 1 && (
            <span className="soft">{say("strip.inPhotos", { count: line.photos })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Refused({ refused }: { readonly refused: ActionPreview["refused"] }) {
  const say = useText();
  const rest = refused.length - MAX_NAMED;
  return (
    <section className="lines lines-refused">
      <h3>
        <Icon name="high" size={18} />
        {say("strip.refused", { count: refused.length })}
      </h3>
      <ul>
        {refused.slice(0, MAX_NAMED).map(({ photoId, name, error }) => (
          <li key={photoId} title={say(`error.${error}`)}>
            <span className="line-name">{name}</span>
            <span className="soft">{say(`errorShort.${error}`)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="soft">{say("strip.moreRefused", { count: rest })}</p>}
    </section>
  );
}
