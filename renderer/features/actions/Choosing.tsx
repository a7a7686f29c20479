import type { PreviewId } from "../../../shared/model/ids.ts";
import { type ActionDesk, closeAction } from "../../bridge/action-desk.ts";
import { asAppError } from "../../bridge/errors.ts";
import { useActionPreview } from "../../bridge/use-actions.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure, Notice } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";
import { CopiesChoice } from "./CopiesChoice.tsx";
import { CoverChoice } from "./CoverChoice.tsx";
import { CoverStage } from "./CoverStage.tsx";
import { PresetChoice } from "./PresetChoice.tsx";
import { Preview } from "./Preview.tsx";
import { QuarantineFacts } from "./QuarantineFacts.tsx";
import { canUndo, isWeak, lacksFolder, onlyPhoto, requestOf, type Wishes } from "./wishes.ts";
import { ICONS, WORDS } from "./words.ts";

interface Props {
  readonly desk: ActionDesk;
  readonly wishes: Wishes;
  readonly onWishes: (wishes: Wishes) => void;
}

/** What is to be done on one side, what that would mean on the other. */
export function Choosing(props: Props & { readonly onApply: (preview: PreviewId) => void }) {
  const { desk, wishes } = props;
  const { kind, choice } = desk;
  const words = WORDS[kind];
  const say = useText();
  const request = requestOf(kind, wishes);
  const preview = useActionPreview(choice, request);
  const ready = request !== null && preview.data !== undefined ? preview.data : null;
  const photos = ready?.photos ?? 0;
  const count = "photoIds" in choice ? choice.photoIds.length : ready?.photos;
  const isInVain = photos === 0 || (kind === "strip" && ready?.goes.length === 0);
  const only = kind === "redact" ? onlyPhoto(desk) : null;
  return (
    <Window
      size={kind === "quarantine" ? "medium" : "large"}
      title={count === undefined ? say(`${words}.titleAll`) : say(`${words}.title`, { count })}
      onClose={closeAction}
      buttons={
        <>
          {!canUndo(kind, wishes) && <Notice tone="warning" text={say("strip.noCopyWarning")} />}
          {lacksFolder(kind, wishes) && <Notice tone="info" text={say("copies.noFolder")} />}
          {isWeak(kind, wishes) && <Notice tone="warning" text={say("redact.styleWarning")} />}
          <Button label={say("common.cancel")} onPress={closeAction} />
          <Button
            look="primary"
            icon={ICONS[kind]}
            label={
              ready === null ? say(`${words}.titleAll`) : say(`${words}.apply`, { count: photos })
            }
            isDisabled={ready === null || isInVain || lacksFolder(kind, wishes)}
            onPress={() => ready && props.onApply(ready.id)}
          />
        </>
      }
    >
      <div className={kind === "quarantine" ? "choosing choosing-narrow" : "choosing"}>
        <Choice {...props} bytes={ready?.bytes ?? null} />
        <div className="preview">
          {only !== null && (
            <CoverStage
              photoId={only}
              redaction={wishes.redaction}
              onRedaction={(redaction) => props.onWishes({ ...wishes, redaction })}
            />
          )}
          <div className="preview-lines" aria-live="polite">
            {request === null && <p className="soft">{say(vagueKey(desk))}</p>}
            {preview.error !== null && (
              <Failure error={asAppError(preview.error)} again={() => void preview.refetch()} />
            )}
            {request !== null && preview.isPending && <Preparing />}
            {ready && <Preview preview={ready} kind={kind} />}
          </div>
        </div>
      </div>
    </Window>
  );
}

/** What is still missing before anything can be told. */
function vagueKey(desk: ActionDesk) {
  if (desk.kind !== "redact") return "strip.customNone";
  return onlyPhoto(desk) === null ? "redact.chooseMany" : "redact.choose";
}

function Choice(props: Props & { readonly bytes: number | null }) {
  const { desk, wishes, onWishes } = props;
  switch (desk.kind) {
    case "strip":
      return (
        <PresetChoice
          wish={wishes.strip}
          onWish={(strip) => onWishes({ ...wishes, strip })}
          canSkipCopy
        />
      );
    case "quarantine":
      return <QuarantineFacts bytes={props.bytes} />;
    case "redact":
      return (
        <CoverChoice
          kinds={desk.coverKinds}
          canMark={onlyPhoto(desk) !== null}
          redaction={wishes.redaction}
          onRedaction={(redaction) => onWishes({ ...wishes, redaction })}
        />
      );
    case "export":
      return <CopiesChoice kinds={desk.coverKinds} wishes={wishes} onWishes={onWishes} />;
  }
}

function Preparing() {
  const say = useText();
  return (
    <p className="loading">
      <span className="spinner" aria-hidden="true" />
      {say("action.preparing")}
    </p>
  );
}
