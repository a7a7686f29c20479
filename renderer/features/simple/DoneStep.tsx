import type { FolderId } from "../../../shared/model/ids.ts";
import { type SimpleReport, useSimpleReport } from "../../bridge/simple-report.ts";
import { useFolder } from "../../bridge/use-folders.ts";
import { goToStep, useTakeBack } from "../../bridge/use-simple.ts";
import { Button } from "../../ui/Button.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import { LookStep } from "./LookStep.tsx";
import { Screen } from "./Screen.tsx";
import { Tells } from "./Tells.tsx";

/** What was found and done: to read, to print, to take back. */
export function DoneStep({ folderId }: { readonly folderId: FolderId }) {
  const report = useSimpleReport();
  // After a reload nobody remembers; what there is to see now is the truth.
  if (report?.folderId !== folderId) return <LookStep folderId={folderId} />;
  return <Done report={report} />;
}

function Done({ report }: { readonly report: SimpleReport }) {
  const say = useText();
  const { takeBack, isPending } = useTakeBack();
  const { batches } = report;
  return (
    <Screen
      icon={{ name: "none", tone: "good" }}
      title={say("simple.doneTitle")}
      buttons={
        <>
          <Button
            look="primary"
            size="large"
            icon="print"
            label={say("simple.print")}
            onPress={() => window.print()}
          />
          {batches.length > 0 && (
            <Button
              size="large"
              icon="undo"
              label={say("simple.undo")}
              onPress={() => takeBack(batches).catch(() => undefined)} // what failed was told
              isDisabled={isPending}
            />
          )}
          <Button
            size="large"
            label={say("simple.more")}
            onPress={() => goToStep("choose", null)}
          />
        </>
      }
    >
      <Results report={report} />
      <Summary report={report} />
    </Screen>
  );
}

function Results({ report }: { readonly report: SimpleReport }) {
  const say = useText();
  const { cleaned, putAway, failed, isUndone } = report;
  const sentences = isUndone
    ? [say("simple.undone")]
    : [
        ...(cleaned > 0 ? [say("simple.cleaned", { count: cleaned })] : []),
        ...(putAway > 0 ? [say("simple.putAway", { count: putAway })] : []),
        ...(failed > 0 ? [say("simple.failed", { count: failed })] : []),
      ];
  return (
    <div className="results" role="status">
      {(sentences.length === 0 ? [say("simple.unchanged")] : sentences).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** What stands on the printed page besides: when, where, what was found. */
function Summary({ report }: { readonly report: SimpleReport }) {
  const say = useText();
  const formats = useFormats();
  const folder = useFolder(report.folderId)?.name ?? "";
  const { at, photos, dangerous } = report;
  return (
    <div className="summary">
      <p>
        {say("simple.summary", {
          when: formats.when(at),
          folder,
          photos: formats.number(photos),
          dangerous: formats.number(dangerous),
        })}
      </p>
      <Tells byKind={report.byKind} />
    </div>
  );
}
