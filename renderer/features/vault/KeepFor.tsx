import { useState } from "react";
import type { VaultItem, VaultState } from "../../../shared/model/vault.ts";
import { useSettings } from "../../bridge/use-app.ts";
import { useDeleteForGood, useVaultItems } from "../../bridge/use-vault.ts";
import { Button } from "../../ui/Button.tsx";
import { RowChoice } from "../../ui/Choices.tsx";
import { Notice } from "../../ui/Parts.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import { ForGoodWindow, type Loss } from "./ForGoodWindow.tsx";

const DAYS = [30, 90, 365] as const;
const DAY_MS = 86_400_000;
const ALWAYS = "always";

/** How long a person wants things to be kept, and what has become older. Nothing goes by itself. */
export function KeepFor({ state }: { readonly state: VaultState }) {
  const say = useText();
  const formats = useFormats();
  const { settings, save } = useSettings();
  const { items } = useVaultItems();
  const { deleteForGood, isRunning } = useDeleteForGood();
  const [isAsking, setIsAsking] = useState(false);
  const { keepDays } = settings;
  const { count, bytes } = state.older;
  const days = [...new Set([...DAYS, ...(keepDays === null ? [] : [keepDays])])].sort(
    (a, b) => a - b,
  );
  const drop = () => void deleteForGood("older").finally(() => setIsAsking(false));
  return (
    <section className="panel keep-for">
      <RowChoice
        label={say("vault.keep")}
        value={keepDays === null ? ALWAYS : String(keepDays)}
        onChange={(value) => save({ keepDays: value === ALWAYS ? null : Number(value) })}
        options={[
          { value: ALWAYS, label: say("vault.keepAlways") },
          ...days.map((n) => ({ value: String(n), label: say("vault.keepDays", { count: n }) })),
        ]}
      />
      <p className="soft">{say("vault.keepText")}</p>
      {count > 0 && (
        <div className="older">
          <Notice tone="warning" text={say("vault.older", { count, size: formats.bytes(bytes) })} />
          <Button icon="delete" label={say("vault.dropOlder")} onPress={() => setIsAsking(true)} />
        </div>
      )}
      {isAsking && (
        <ForGoodWindow
          title={say("forGood.titleOld")}
          loss={oldLoss(items, keepDays, count)}
          isRunning={isRunning}
          onYes={drop}
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  );
}

/** What of it is more than the undoing of an old change. */
function oldLoss(items: readonly VaultItem[], keepDays: number | null, count: number): Loss {
  const before = Date.now() - (keepDays ?? 0) * DAY_MS;
  const old = items.filter(({ keptAt }) => keptAt < before);
  const onlyHere = old.filter(({ kind }) => kind === "quarantine").length;
  const changed = old.length - onlyHere;
  return { onlyHere, changed, old: Math.max(0, count - onlyHere - changed) };
}
