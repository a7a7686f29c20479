import { type FormEvent, useState } from "react";
import { MIN_PASSPHRASE } from "../../../shared/model/vault.ts";
import { asAppError } from "../../bridge/errors.ts";
import { useSetPassphrase } from "../../bridge/use-vault.ts";
import { Button } from "../../ui/Button.tsx";
import { SecretField } from "../../ui/Fields.tsx";
import { Failure, Notice, Tick } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";

/** Sets or changes the passphrase: twice the same, and long enough. */
export function PassphraseWindow(props: {
  readonly isChange: boolean;
  readonly onClose: () => void;
}) {
  const { onClose } = props;
  const say = useText();
  const [first, setFirst] = useState("");
  const [again, setAgain] = useState("");
  const [isShown, setIsShown] = useState(false);
  const { mutate, isPending, error } = useSetPassphrase();
  const isShort = first !== "" && [...first].length < MIN_PASSPHRASE;
  const isOther = again !== "" && !first.startsWith(again);
  const isReady = !isShort && first !== "" && first === again && !isPending;
  const set = () => mutate(first, { onSuccess: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) set();
  };
  return (
    <Window
      size="small"
      title={say(props.isChange ? "newPassphrase.titleChange" : "newPassphrase.titleSet")}
      onClose={onClose}
      buttons={
        <>
          <Button label={say("common.cancel")} onPress={onClose} />
          <Button
            look="primary"
            icon="lock"
            label={say("newPassphrase.set")}
            isDisabled={!isReady}
            onPress={set}
          />
        </>
      }
    >
      <form className="form" onSubmit={submit}>
        <p>{say("newPassphrase.text")}</p>
        <SecretField
          label={say("newPassphrase.first")}
          value={first}
          onChange={setFirst}
          isShown={isShown}
          autoFocus
          problem={isShort ? say("newPassphrase.short", { min: MIN_PASSPHRASE }) : null}
        />
        <SecretField
          label={say("newPassphrase.again")}
          value={again}
          onChange={setAgain}
          isShown={isShown}
          problem={isOther ? say("newPassphrase.differ") : null}
        />
        <Tick label={say("unlock.show")} isSelected={isShown} onChange={setIsShown} />
        <Notice tone="info" text={say("newPassphrase.warning")} />
        {error !== null && <Failure error={asAppError(error)} />}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
    </Window>
  );
}

/** Asks before the vault is left without a passphrase. */
export function RemovePassphrase({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const { mutate, isPending, error } = useSetPassphrase();
  return (
    <Window
      size="small"
      role="alertdialog"
      title={say("newPassphrase.titleRemove")}
      onClose={onClose}
      buttons={
        <>
          <Button label={say("common.cancel")} onPress={onClose} />
          <Button
            look="danger"
            label={say("newPassphrase.remove")}
            isDisabled={isPending}
            onPress={() => mutate(null, { onSuccess: onClose })}
          />
        </>
      }
    >
      <p>{say("newPassphrase.removeText")}</p>
      {error !== null && <Failure error={asAppError(error)} />}
    </Window>
  );
}
