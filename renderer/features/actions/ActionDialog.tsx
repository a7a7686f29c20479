import { useState } from "react";
import { type ActionDesk, closeAction } from "../../bridge/action-desk.ts";
import type { ActionRun } from "../../bridge/action-run.ts";
import { asAppError } from "../../bridge/errors.ts";
import { announceAction, useApplyAction } from "../../bridge/use-actions.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure, Progress } from "../../ui/Parts.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";
import { Choosing } from "./Choosing.tsx";
import { Outcomes } from "./Outcomes.tsx";
import { canUndo, firstWishes } from "./wishes.ts";
import { WORDS } from "./words.ts";
import "./actions.css";
import "./cover.css";

/** From "what shall be done?" over "this goes, this stays" to what became of each photo. */
export function ActionDialog({ desk }: { readonly desk: ActionDesk }) {
  const { kind } = desk;
  const { apply, run, isRunning, isDone, error, reset } = useApplyAction(kind);
  const [wishes, setWishes] = useState(() => firstWishes(desk));
  const close = () => {
    if (isDone) announceAction(kind, run, canUndo(kind, wishes));
    closeAction();
  };
  if (isRunning) return <Working words={WORDS[kind]} run={run} />;
  if (isDone) {
    const folder = kind === "export" ? wishes.copies.to : null;
    return <Outcomes kind={kind} run={run} folder={folder?.path ?? null} onClose={close} />;
  }
  if (error !== null) return <Stopped words={WORDS[kind]} error={error} again={reset} />;
  return <Choosing desk={desk} wishes={wishes} onWishes={setWishes} onApply={apply} />;
}

type Words = (typeof WORDS)[keyof typeof WORDS];

function Working(props: { readonly words: Words; readonly run: ActionRun }) {
  const { done, total } = props.run;
  const say = useText();
  const formats = useFormats();
  const title = say(`${props.words}.working`);
  return (
    <Window size="small" title={title} buttons={null}>
      <div className="working">
        <Progress label={title} share={total === 0 ? null : done / total} />
        <p role="status">
          {total > 0 &&
            say("action.progress", { done: formats.number(done), total: formats.number(total) })}
        </p>
        <p className="soft">{say("action.keepOpen")}</p>
      </div>
    </Window>
  );
}

function Stopped(props: {
  readonly words: Words;
  readonly error: Error;
  readonly again: () => void;
}) {
  const say = useText();
  return (
    <Window
      size="small"
      title={say(`${props.words}.titleAll`)}
      onClose={closeAction}
      buttons={<Button label={say("common.close")} onPress={closeAction} />}
    >
      <Failure error={asAppError(props.error)} again={props.again} />
    </Window>
  );
}
