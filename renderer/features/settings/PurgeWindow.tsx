import { useState } from "react";
import { asAppError } from "../../bridge/errors.ts";
import { goTo } from "../../bridge/route.ts";
import { usePurge } from "../../bridge/use-purge.ts";
import { useVaultState } from "../../bridge/use-vault.ts";
import { Button } from "../../ui/Button.tsx";
import { WordField } from "../../ui/Fields.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Failure, Loading, Notice, Tick } from "../../ui/Parts.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";

/** Says what goes; goes on only when the word was typed, and over originals only when told so. */
export function PurgeWindow({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const { data: state } = useVaultState();
  const { mutate: purge, isPending, error } = usePurge();
  const [isEven, setIsEven] = useState(false);
  const [typed, setTyped] = useState("");
  const word = say("purge.word");
  const originals = state === undefined ? 0 : state.quarantined + state.originals;
  const isSure = typed.trim().toLocaleLowerCase() === word && (originals === 0 || isEven);
  return (
    <Window
      size="medium"
      role="alertdialog"
      title={say("purge.title")}
      onClose={onClose}
      buttons={
        <>
          <Button label={say("common.cancel")} onPress={onClose} />
          <Button
            look="danger"
            icon="delete"
            label={say("purge.yes")}
            isDisabled={state === undefined || !isSure || isPending}
            onPress={() => purge(isEven)}
          />
        </>
      }
    >
      <div className="form">
        <p>{say("purge.text")}</p>
        {state === undefined ? <Loading /> : <Goes bytes={state.bytes} />}
        {originals > 0 && (
          <div className="purge-only">
            <Notice tone="bad" text={say("purge.only", { count: originals })} />
            <Button
              icon="vault"
              label={say("purge.toVault")}
              onPress={() => goTo({ page: "vault" })}
            />
            <Tick label={say("purge.even")} isSelected={isEven} onChange={setIsEven} />
          </div>
        )}
        <WordField label={say("purge.type", { word })} value={typed} onChange={setTyped} />
        {error !== null && <Failure error={asAppError(error)} />}
      </div>
    </Window>
  );
}

function Goes({ bytes }: { readonly bytes: number }) {
  const say = useText();
  const formats = useFormats();
  const lines = [
    { icon: "search", words: say("purge.goesFound") },
    { icon: "history", words: say("purge.goesHistory") },
    { icon: "vault", words: say("purge.goesVault", { size: formats.bytes(bytes) }) },
    { icon: "settings", words: say("purge.goesSettings") },
  ] as const;
  return (
    <section className="purge-goes">
      <h3>{say("purge.goes")}</h3>
      <ul>
        {lines.map(({ icon, words }) => (
          <li key={icon}>
            <Icon name={icon} size={18} />
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
