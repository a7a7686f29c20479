import { asAppError } from "../../bridge/errors.ts";
import { useKeyChain } from "../../bridge/use-vault.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure, Notice } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";

/** Says what it means that the system keeps the key; after it the recovery sheet is shown. */
export function KeyChainWindow(props: {
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { onDone, onClose } = props;
  const say = useText();
  const { mutate, isPending, error } = useKeyChain();
  return (
    <Window
      size="small"
      title={say("keyChain.title")}
      onClose={onClose}
      buttons={
        <>
          <Button label={say("common.cancel")} onPress={onClose} />
          <Button
            look="primary"
            icon="lock"
            label={say("keyChain.yes")}
            isDisabled={isPending}
            onPress={() => mutate(undefined, { onSuccess: onDone })}
          />
        </>
      }
    >
      <div className="form">
        <p>{say("keyChain.text")}</p>
        <p className="soft">{say("keyChain.asks")}</p>
        <Notice tone="info" text={say("keyChain.lost")} />
        {error !== null && <Failure error={asAppError(error)} />}
      </div>
    </Window>
  );
}
