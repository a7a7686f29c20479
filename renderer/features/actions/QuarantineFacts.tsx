import { useVaultState } from "../../bridge/use-vault.ts";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/Parts.tsx";
import { useFormats, useText } from "../../ui/text.ts";

const FACTS = [
  { icon: "vault", key: "quarantine.leaves" },
  { icon: "lock", key: "quarantine.hidden" },
  { icon: "undo", key: "quarantine.back" },
  { icon: "copies", key: "quarantine.along" },
] as const;

/** What it means for photos to go into the vault. `bytes`: of all of them; null while unknown. */
export function QuarantineFacts({ bytes }: { readonly bytes: number | null }) {
  const say = useText();
  const formats = useFormats();
  const { data: state } = useVaultState();
  return (
    <div className="facts-list">
      <ul>
        {FACTS.map(({ icon, key }) => (
          <li key={key}>
            <span className="accent">
              <Icon name={icon} size={22} />
            </span>
            <p>{say(key)}</p>
          </li>
        ))}
      </ul>
      {bytes !== null && (
        <p className="soft">{say("quarantine.size", { size: formats.bytes(bytes) })}</p>
      )}
      {state?.protection === "file" && <Notice tone="info" text={say("quarantine.unprotected")} />}
    </div>
  );
}
