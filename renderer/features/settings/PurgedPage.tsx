import type { Purged } from "../../../shared/model/settings.ts";
import { Icon } from "../../ui/icons.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import "./settings.css";

/** The last page: what was removed. Nothing answers behind it any more. */
export function PurgedPage({ removed }: { readonly removed: readonly Purged[] }) {
  const say = useText();
  const formats = useFormats();
  const bytes = removed.reduce((sum, one) => sum + one.bytes, 0);
  return (
    <main className="page">
      <div className="page-inner purged">
        <Icon name="none" size={48} />
        <h1>{say("purge.doneTitle")}</h1>
        <p>{say("purge.doneText")}</p>
        <h2>{say("purge.removed", { count: removed.length, size: formats.bytes(bytes) })}</h2>
        <ul className="purged-files">
          {removed.map((one) => (
            <li key={one.name}>
              <span>{one.name}</span>
              <span className="soft">{formats.bytes(one.bytes)}</span>
            </li>
          ))}
        </ul>
        <p className="soft">{say("purge.disk")}</p>
      </div>
    </main>
  );
}
