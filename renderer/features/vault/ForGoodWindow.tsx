import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Notice, Progress, Tick } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";

/** What would be gone: photos that are only here, originals of changed ones, changes that cannot be undone any more. */
export interface Loss {
  readonly onlyHere: number;
  readonly changed: number;
  readonly old: number;
}

/** Asks twice before what nothing brings back: first what it means, then whether that was understood. */
export function ForGoodWindow(props: {
  readonly title: string;
  readonly loss: Loss;
  readonly isRunning: boolean;
  readonly onYes: () => void;
  readonly onClose: () => void;
}) {
  const { title, loss, isRunning, onYes, onClose } = props;
  const say = useText();
  const [isSecond, setIsSecond] = useState(false);
  const [isSure, setIsSure] = useState(false);
  if (isRunning) {
    return (
      <Window size="small" title={say("forGood.working")} buttons={null}>
        <Progress label={say("forGood.working")} share={null} />
      </Window>
    );
  }
  return (
    <Window
      size="small"
      role="alertdialog"
      title={isSecond ? say("forGood.sure") : title}
      onClose={onClose}
      buttons={
        <>
          <Button label={say("common.cancel")} onPress={onClose} autoFocus />
          {isSecond ? (
            <Button
              look="danger"
              icon="delete"
              label={say("forGood.yes")}
              isDisabled={!isSure}
              onPress={onYes}
            />
          ) : (
            <Button look="plain" label={say("forGood.next")} onPress={() => setIsSecond(true)} />
          )}
        </>
      }
    >
      {isSecond ? (
        <Tick label={say("forGood.sureText")} isSelected={isSure} onChange={setIsSure} />
      ) : (
        <div className="form">
          {loss.onlyHere > 0 && (
            <Notice tone="bad" text={say("forGood.onlyHere", { count: loss.onlyHere })} />
          )}
          {loss.changed > 0 && <p>{say("forGood.changed", { count: loss.changed })}</p>}
          {loss.old > 0 && <p>{say("forGood.old", { count: loss.old })}</p>}
          <p className="soft">{say("forGood.disk")}</p>
        </div>
      )}
    </Window>
  );
}
