import type { FindingKind, Severity } from "../../shared/model/finding.ts";
import { Icon } from "./icons.tsx";
import { useText } from "./text.ts";

/** How bad, as a sign and a word: never by colour alone. */
export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  const say = useText();
  return (
    <span className={`badge badge-${severity}`} title={say(`severity.${severity}.hint`)}>
      <Icon name={severity} size={15} />
      {say(`severity.${severity}.name`)}
    </span>
  );
}

/** The kinds of a photo's findings as small signs, each with its word. */
export function KindIcons({ kinds }: { readonly kinds: readonly FindingKind[] }) {
  const say = useText();
  return (
    <span className="kind-icons">
      {kinds.map((kind) => (
        <span key={kind} className="kind-icon" title={say(`kind.${kind}.name`)}>
          <Icon name={kind} size={15} />
        </span>
      ))}
    </span>
  );
}
