import { FINDING_KINDS } from "../../../shared/model/finding.ts";
import type { PhotoCounts } from "../../../shared/model/photo.ts";
import { Icon } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";

/** What photos give away: a sentence with a number for each kind. */
export function Tells({ byKind }: Pick<PhotoCounts, "byKind">) {
  const say = useText();
  const kinds = FINDING_KINDS.filter((kind) => (byKind[kind] ?? 0) > 0);
  return (
    <div className="tells">
      <p>{say("simple.told")}</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <Icon name={kind} size={30} />
            <span>{say(`simple.tells.${kind}`, { count: byKind[kind] ?? 0 })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
