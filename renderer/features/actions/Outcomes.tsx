import type { WantedKind } from "../../bridge/action-desk.ts";
import { type ActionRun, countOf, keyOf } from "../../bridge/action-run.ts";
import { goTo } from "../../bridge/route.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useErrorText, useFormats, useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";
import { WORDS } from "./words.ts";

/** What became of each photo, failures with their reasons. */
export function Outcomes(props: {
  readonly kind: WantedKind;
  readonly run: ActionRun;
  /** Where copies were put; display text. */
  readonly folder: string | null;
  readonly onClose: () => void;
}) {
  const say = useText();
  const formats = useFormats();
  const errorText = useErrorText();
  const { kind, run, folder } = props;
  const { outcomes } = run;
  const words = WORDS[kind];
  const [done, unchanged] = [countOf(run, "done"), countOf(run, "unchanged")];
  const failed = countOf(run, "failed");
  const removed = outcomes.reduce((sum, one) => sum + Math.max(0, one.bytesRemoved), 0);
  const look = () => {
    props.onClose();
    goTo({ page: "vault" });
  };
  return (
    <Window
      size="medium"
      title={say("action.doneTitle")}
      onClose={props.onClose}
      buttons={
        <>
          {kind === "quarantine" && done > 0 && (
            <Button icon="vault" label={say("quarantine.see")} onPress={look} />
          )}
          <Button look="primary" autoFocus label={say("action.finish")} onPress={props.onClose} />
        </>
      }
    >
      <ul className="outcome" role="status">
        {done > 0 && (
          <li className="outcome-done">
            <Icon name="none" size={26} />
            <p>
              <strong>{say(`${words}.done`, { count: done })}</strong>
              {folder !== null && <span className="soft">{say("copies.into", { folder })}</span>}
              {kind === "strip" && removed > 0 && (
                <span className="soft">
                  {say("strip.removed", { size: formats.bytes(removed) })}
                </span>
              )}
            </p>
          </li>
        )}
        {unchanged > 0 && (
          <li>
            <Icon name="low" size={26} />
            <p>{say(`${words}.unchanged`, { count: unchanged })}</p>
          </li>
        )}
        {failed > 0 && (
          <li className="outcome-failed">
            <Icon name="high" size={26} />
            <p>{say(`${words}.failed`, { count: failed })}</p>
          </li>
        )}
      </ul>
      {failed > 0 && (
        <section className="failures">
          <h3>{say("action.outcomes")}</h3>
          <ul>
            {outcomes
              .filter(({ result }) => result === "failed")
              .map((one) => (
                <li key={keyOf(one)}>
                  <strong>{one.name}</strong>
                  <p className="soft">{errorText({ code: one.error ?? "unexpected" })}</p>
                </li>
              ))}
          </ul>
        </section>
      )}
    </Window>
  );
}
