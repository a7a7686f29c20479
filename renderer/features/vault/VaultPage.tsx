import type { VaultState } from "../../../shared/model/vault.ts";
import { asAppError } from "../../bridge/errors.ts";
import { useVaultState } from "../../bridge/use-vault.ts";
import { Failure, Loading } from "../../ui/Parts.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import { KeepFor } from "./KeepFor.tsx";
import { Originals } from "./Originals.tsx";
import { Protection } from "./Protection.tsx";
import "./vault.css";
import "./originals.css";

/** What is kept so that changes can be taken back, what it costs, and who can open it. */
export function VaultPage() {
  const say = useText();
  const { data: state, error, refetch } = useVaultState();
  return (
    <div className="page">
      <div className="page-inner vault">
        <header className="page-head">
          <h1>{say("vault.title")}</h1>
          <p>{say("vault.lead")}</p>
        </header>
        {error !== null && <Failure error={asAppError(error)} again={() => void refetch()} />}
        {error === null && state === undefined && <Loading />}
        {state && (
          <>
            <Figures state={state} />
            <Protection state={state} />
            <Originals isLocked={state.isLocked} />
            <KeepFor state={state} />
          </>
        )}
      </div>
    </div>
  );
}

function Figures({ state }: { readonly state: VaultState }) {
  const say = useText();
  const formats = useFormats();
  const figures = [
    ["quarantined", state.quarantined],
    ["originals", state.originals],
    ["patches", state.patches],
  ] as const;
  return (
    <section aria-label={say("vault.kept")}>
      <ul className="figures">
        {figures.map(([what, count]) => (
          <li key={what}>
            <strong>{formats.number(count)}</strong>
            <span>{say(`vault.${what}`, { count })}</span>
          </li>
        ))}
        <li>
          <strong>{formats.bytes(state.bytes)}</strong>
          <span>{say("vault.space")}</span>
        </li>
      </ul>
    </section>
  );
}
