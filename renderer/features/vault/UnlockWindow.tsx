import { type FormEvent, useState } from "react";
import { asAppError } from "../../bridge/errors.ts";
import { useAppInfo } from "../../bridge/use-app.ts";
import { useUnlock, useVaultState } from "../../bridge/use-vault.ts";
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
  const isInKeyChain = useVaultState().data?.protection === "keychain";
  const canAskKeyChain = useAppInfo()?.shell === "window" && isInKeyChain;
  const cancel = () => onEnd(false);
  const unlockBy = (secret: string | null) => mutate(secret, { onSuccess: () => onEnd(true) });
  const unlock = () => unlockBy(passphrase);
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
        {canAskKeyChain && (
          <Button
            look="primary"
            icon="unlock"
            label={say("unlock.keyChain")}
            isDisabled={isPending}
            onPress={() => unlockBy(null)}
          />
        )}
        <p>{say(isInKeyChain ? textOf(canAskKeyChain) : "unlock.text")}</p>
        <SecretField
          label={say(isInKeyChain ? "unlock.sheetKey" : "unlock.passphrase")}
          value={passphrase}
          onChange={setPassphrase}
          isShown={isShown}
          autoFocus={!canAskKeyChain}
          problem={error === null ? null : errorText(asAppError(error))}
        />
        <Tick label={say("unlock.show")} isSelected={isShown} onChange={setIsShown} />
      </form>
    </Window>
  );
}

/** Only the window can ask the key chain; elsewhere, and where it fails, the sheet's key opens the vault. */
const textOf = (canAskKeyChain: boolean) =>
  canAskKeyChain ? "unlock.orSheet" : "unlock.onlySheet";
