import type { HistoryEntry } from "../../../shared/model/action.ts";
import type { TextKey } from "../../../shared/text/index.ts";
import { asAppError } from "../../bridge/errors.ts";
import { useHistory, useUndo } from "../../bridge/use-actions.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { Empty, Failure, Loading } from "../../ui/Parts.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import "./history.css";

/** Everything that was changed, newest first, and the way back. */
export function HistoryPage() {
  const say = useText();
  const { data, error, refetch } = useHistory();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a change there is nothing else to scroll it from
    <div className="page" tabIndex={0}>
      <div className="page-inner">
        <header className="page-head">
          <h1>{say("history.title")}</h1>
          <p>{say("history.lead")}</p>
        </header>
        {error !== null && <Failure error={asAppError(error)} again={() => void refetch()} />}
        {error === null && data === undefined && <Loading />}
        {data?.length === 0 && (
          <Empty icon="history" title={say("history.emptyTitle")} text={say("history.emptyText")} />
        )}
        <ul className="batches">
          {data?.map((entry) => (
            <Batch key={entry.batchId} entry={entry} />
          ))}
        </ul>
      </div>
    </div>
  );
}

const titleOf = ({ kind, preset }: HistoryEntry): TextKey =>
  kind === "strip" ? `history.preset.${preset ?? "none"}` : `history.kind.${kind}`;

const ICONS = {
  strip: "clean",
  quarantine: "vault",
  redact: "cover",
  export: "copies",
  delete: "delete",
} as const satisfies Record<HistoryEntry["kind"], IconName>;

function Batch({ entry }: { readonly entry: HistoryEntry }) {
  const { batchId, kind, startedAt, photos, done, failed, undone, names } = entry;
  const say = useText();
  const formats = useFormats();
  const { mutate: undo, isPending } = useUndo();
  const what = say(titleOf(entry));
  const when = formats.when(startedAt);
  const listed = names.join(", ");
  return (
    <li className="batch">
      <Icon name={ICONS[kind]} size={22} />
      <div className="batch-text">
        <h2>{what}</h2>
        <p className="soft batch-names">
          {names.length < photos ? say("history.names", { names: listed }) : listed}
        </p>
        <p className="batch-counts">
          <span>{when}</span>
          <span>{say(`history.photos.${kind}`, { count: done + undone })}</span>
          {failed > 0 && (
            <span className="batch-failed">{say("history.failed", { count: failed })}</span>
          )}
          {undone > 0 && <span>{say("history.undone", { count: undone })}</span>}
        </p>
      </div>
      {entry.canUndo ? (
        <Button
          icon="undo"
          label={say("history.undo")}
          name={say("history.undoOf", { what, when })}
          isDisabled={isPending}
          onPress={() => undo({ batchId, kind })}
        />
      ) : (
        <p className="soft batch-end">
          {done === 0 && undone > 0 && say("history.allUndone")}
          {done > 0 && say(kind === "delete" ? "history.forGood" : "history.noUndo")}
        </p>
      )}
    </li>
  );
}
