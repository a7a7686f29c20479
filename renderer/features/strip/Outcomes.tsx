import { type ActionRun, keyOf } from "../../bridge/use-actions.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useErrorText, useFormats, useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";

/** What became of each photo, failures with their reasons. */
export function Outcomes(props: { readonly run: ActionRun; readonly onClose: () => void }) {
  const say = useText();
  const formats = useFormats();
  const errorText = useErrorText();
  const { outcomes } = props.run;
  const count = (result: string) => outcomes.filter((one) => one.result === result).length;
  const [done, unchanged, failed] = [count("done"), count("unchanged"), count("failed")];
  const removed = outcomes.reduce((sum, one) => sum + Math.max(0, one.bytesRemoved), 0);
  return (
    <Window
      size="medium"
      title={say("strip.doneTitle")}
      onClose={props.onClose}
      buttons={
        <Button look="primary" autoFocus label={say("strip.finish")} onPress={props.onClose} />
      }
    >
      <ul className="outcome" role="status">
        {done > 0 && (
          <li className="outcome-done">
            <Icon name="none" size={26} />
            <p>
              <strong>{say("strip.done", { count: done })}</strong>
              {removed > 0 && (
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
            <p>{say("strip.unchanged", { count: unchanged })}</p>
          </li>
        )}
        {failed > 0 && (
          <li className="outcome-failed">
            <Icon name="high" size={26} />
            <p>{say("strip.failed", { count: failed })}</p>
          </li>
        )}
      </ul>
      {failed > 0 && (
        <section className="failures">
          <h3>{say("strip.outcomes")}</h3>
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
