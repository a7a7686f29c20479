import { useState } from "react";
import type { PhotoChoice } from "../../../shared/contract/index.ts";
import type { StripRequest } from "../../../shared/model/action.ts";
import { asAppError } from "../../bridge/errors.ts";
import {
  announceStrip,
  closeStrip,
  useApplyStrip,
  useStripPreview,
} from "../../bridge/use-actions.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure, Notice, Progress } from "../../ui/Parts.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";
import { Outcomes } from "./Outcomes.tsx";
import { PresetChoice } from "./PresetChoice.tsx";
import { Preview } from "./Preview.tsx";
import "./strip.css";

const FIRST_WISH: StripRequest = { preset: "identity", kinds: [], keepDate: false, keepCopy: true };

/** From "what should go?" over "this goes, this stays" to what became of each photo. */
export function StripDialog({ choice }: { readonly choice: PhotoChoice }) {
  const { apply, run, isRunning, isDone, error, reset } = useApplyStrip();
  const [wish, setWish] = useState(FIRST_WISH);
  const close = () => {
    if (isDone) announceStrip(run, wish.keepCopy);
    closeStrip();
  };
  if (isRunning) return <Working done={run.done} total={run.total} />;
  if (isDone) return <Outcomes run={run} onClose={close} />;
  if (error !== null) return <Stopped error={error} again={reset} />;
  return <Choosing choice={choice} wish={wish} onWish={setWish} onApply={apply} />;
}

function Choosing(props: {
  readonly choice: PhotoChoice;
  readonly wish: StripRequest;
  readonly onWish: (wish: StripRequest) => void;
  readonly onApply: ReturnType<typeof useApplyStrip>["apply"];
}) {
  const { choice, wish, onWish } = props;
  const say = useText();
  const isVague = wish.preset === "custom" && wish.kinds.length === 0;
  const preview = useStripPreview(choice, isVague ? null : wish);
  const ready = !isVague && preview.data !== undefined ? preview.data : null;
  const photos = ready?.photos ?? 0;
  const count = "photoIds" in choice ? choice.photoIds.length : ready?.photos;
  return (
    <Window
      size="large"
      title={count === undefined ? say("strip.titleAll") : say("strip.title", { count })}
      onClose={closeStrip}
      buttons={
        <>
          {!wish.keepCopy && <Notice tone="warning" text={say("strip.noCopyWarning")} />}
          <Button label={say("common.cancel")} onPress={closeStrip} />
          <Button
            look="primary"
            icon="clean"
            label={say("strip.apply", { count: photos })}
            isDisabled={ready === null || photos === 0 || ready.goes.length === 0}
            onPress={() => ready && props.onApply(ready.id)}
          />
        </>
      }
    >
      <div className="strip">
        <PresetChoice wish={wish} onWish={onWish} />
        <div className="strip-preview" aria-live="polite">
          {isVague && <p className="soft">{say("strip.customNone")}</p>}
          {preview.error !== null && (
            <Failure error={asAppError(preview.error)} again={() => void preview.refetch()} />
          )}
          {!isVague && preview.isPending && <Preparing />}
          {ready && <Preview preview={ready} />}
        </div>
      </div>
    </Window>
  );
}

function Preparing() {
  const say = useText();
  return (
    <p className="loading">
      <span className="spinner" aria-hidden="true" />
      {say("strip.preparing")}
    </p>
  );
}

function Working({ done, total }: { readonly done: number; readonly total: number }) {
  const say = useText();
  const formats = useFormats();
  return (
    <Window size="small" title={say("strip.working")} buttons={null}>
      <div className="strip-working">
        <Progress label={say("strip.working")} share={total === 0 ? null : done / total} />
        <p role="status">
          {total > 0 &&
            say("strip.progress", { done: formats.number(done), total: formats.number(total) })}
        </p>
        <p className="soft">{say("strip.keepOpen")}</p>
      </div>
    </Window>
  );
}

function Stopped(props: { readonly error: Error; readonly again: () => void }) {
  const say = useText();
  return (
    <Window
      size="small"
      title={say("strip.titleAll")}
      onClose={closeStrip}
      buttons={<Button label={say("common.close")} onPress={closeStrip} />}
    >
      <Failure error={asAppError(props.error)} again={props.again} />
    </Window>
  );
}
