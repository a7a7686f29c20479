import type { ActionPreview, ActionRequest } from "../../../shared/model/action.ts";
import { FINDING_KINDS } from "../../../shared/model/finding.ts";
import type { FolderId } from "../../../shared/model/ids.ts";
import { EVERY_PHOTO, type PhotoFilter } from "../../../shared/model/photo.ts";
import type { ActionRun } from "../../bridge/action-run.ts";
import { asAppError } from "../../bridge/errors.ts";
import { addToReport, useSimpleReport } from "../../bridge/simple-report.ts";
import { useActionPreview, useApplyAction } from "../../bridge/use-actions.ts";
import { goToStep } from "../../bridge/use-simple.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Loading, Progress } from "../../ui/Parts.tsx";
import { useErrorText, useFormats, useText } from "../../ui/text.ts";
import { Screen } from "./Screen.tsx";

/** What gives somebody away goes; what is needed to take it back is kept. */
const CLEANING = {
  kind: "strip",
  preset: "identity",
  kinds: [],
  keepDate: false,
  keepCopy: true,
  wholeCopy: false,
} as const satisfies ActionRequest;
const PUTTING_AWAY = { kind: "quarantine" } as const satisfies ActionRequest;

export function CleanStep({ folderId }: { readonly folderId: FolderId }) {
  const say = useText();
  const papers = useSimpleReport()?.byKind.document ?? 0;
  return (
    <Cure
      request={CLEANING}
      filter={{ ...EVERY_PHOTO, folderId }}
      title={() => say("simple.cleanTitle")}
      text={say("simple.cleanText")}
      yes={say("simple.cleanYes")}
      onEnd={() => goToStep(papers > 0 ? "papers" : "done", folderId)}
    />
  );
}

export function PapersStep({ folderId }: { readonly folderId: FolderId }) {
  const say = useText();
  return (
    <Cure
      request={PUTTING_AWAY}
      filter={{ ...EVERY_PHOTO, folderId, kinds: ["document"] }}
      title={(count) => say("simple.papersTitle", { count })}
      text={say("simple.papersText")}
      yes={say("simple.papersYes")}
      onEnd={() => goToStep("done", folderId)}
    />
  );
}

/** One question about photos, and what is done when the answer is yes. */
function Cure(props: {
  readonly request: typeof CLEANING | typeof PUTTING_AWAY;
  readonly filter: PhotoFilter;
  readonly title: (photos: number) => string;
  readonly text: string;
  readonly yes: string;
  readonly onEnd: () => void;
}) {
  const { request, filter, onEnd } = props;
  const say = useText();
  const preview = useActionPreview({ filter, except: [] }, request);
  const { apply, run, isRunning, error } = useApplyAction(request.kind);
  const ready = preview.data;
  const failed = error ?? preview.error;
  if (isRunning) return <Working run={run} />;
  if (failed !== null) return <Stopped error={failed} onEnd={onEnd} />;
  if (ready === undefined) return <Loading />;
  const isNeeded = ready.photos > 0 && (request.kind === "quarantine" || ready.goes.length > 0);
  if (!isNeeded) return <NothingToDo onEnd={onEnd} />;
  const yes = () =>
    apply(ready.id, {
      onSuccess: (end) => {
        addToReport(request.kind, end);
        onEnd();
      },
    });
  return (
    <Screen
      title={props.title(ready.photos)}
      text={props.text}
      buttons={
        <>
          <Button look="primary" size="large" label={props.yes} onPress={yes} />
          <Button size="large" label={say("simple.no")} onPress={onEnd} />
        </>
      }
    >
      {request.kind === "strip" && <Goes preview={ready} />}
    </Screen>
  );
}

/** The kinds of what goes, as a row of signs with words. */
function Goes({ preview }: { readonly preview: ActionPreview }) {
  const say = useText();
  const kinds = FINDING_KINDS.filter((kind) => preview.goes.some((line) => line.kind === kind));
  return (
    <div className="goes">
      <p>{say("simple.goes")}</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <Icon name={kind} size={26} />
            {say(`kind.${kind}.name`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Working({ run }: { readonly run: ActionRun }) {
  const say = useText();
  const formats = useFormats();
  const { done, total } = run;
  return (
    <Screen title={say("simple.working")}>
      <Progress label={say("simple.working")} share={total === 0 ? null : done / total} />
      {total > 0 && (
        <p className="screen-number">
          {say("action.progress", { done: formats.number(done), total: formats.number(total) })}
        </p>
      )}
    </Screen>
  );
}

function NothingToDo({ onEnd }: { readonly onEnd: () => void }) {
  const say = useText();
  return (
    <Screen
      icon={{ name: "none", tone: "good" }}
      title={say("simple.nothingToDo")}
      buttons={<Button look="primary" size="large" label={say("simple.next")} onPress={onEnd} />}
    />
  );
}

function Stopped(props: { readonly error: Error; readonly onEnd: () => void }) {
  const say = useText();
  const text = useErrorText()(asAppError(props.error));
  return (
    <Screen
      icon={{ name: "high", tone: "bad" }}
      title={say("simple.stopped")}
      text={text}
      buttons={<Button size="large" label={say("simple.next")} onPress={props.onEnd} />}
    />
  );
}
