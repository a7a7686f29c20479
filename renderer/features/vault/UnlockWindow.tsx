import { type FormEvent, useState } from "react";
import { asAppError } from "../../bridge/errors.ts";
import { useUnlock } from "../../bridge/use-vault.ts";
import { Button } from "../../ui/Button.tsx";
import { SecretField } from "../../ui/Fields.tsx";
import { Tick } from "../../ui/Parts.tsx";
import { useErrorText, useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";

/** Asks for the passphrase. `onEnd` hears whether the vault is open now. */
export function UnlockWindow({ onEnd }: { readonly onEnd: (isOpen: boolean) => void }) {
  const say = useText();
  const errorText = useErrorText();
  const [passphrase, setPassphrase] = useState("");
  const [isShown, setIsShown] = useState(false);
  const { mutate, isPending, error } = useUnlock();
  const cancel = () => onEnd(false);
  const unlock = () => mutate(passphrase, { onSuccess: () => onEnd(true) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== "" && !isPending) unlock();
  };
  return (
    <Window
      size="small"
      title={say("unlock.title")}
      onClose={cancel}
      buttons={
        <>
          <Button label={say("common.cancel")} onPress={cancel} />
          <Button
            look="primary"
            icon="unlock"
            label={say("unlock.yes")}
            isDisabled={passphrase === "" || isPending}
            onPress={unlock}
          />
        </>
      }
    >
      <form className="form" onSubmit={submit}>
        <p>{say("unlock.text")}</p>
        <SecretField
          label={say("unlock.passphrase")}
          value={passphrase}
          onChange={setPassphrase}
          isShown={isShown}
          autoFocus
          problem={error === null ? null : errorText(asAppError(error))}
        />
        <Tick label={say("unlock.show")} isSelected={isShown} onChange={setIsShown} />
      </form>
    </Window>
  );
}
