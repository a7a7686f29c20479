import type { VaultCheck } from "../../../shared/model/vault.ts";
import { asAppError } from "../../bridge/errors.ts";
import { useCheckVault } from "../../bridge/use-vault.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Failure, Notice, Progress } from "../../ui/Parts.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";

/** Problems named one by one; what goes beyond is counted in the heading. */
const MAX_NAMED = 200;

/** Opens everything that is kept, and tells what would not come back. */
export function CheckWindow({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const formats = useFormats();
  const { start, check, isRunning, isDone, error, stop } = useCheckVault();
  const close = () => {
    stop();
    onClose();
  };
  const { done, total } = check ?? { done: 0, total: 0 };
  const problems = oncePerName(check?.problems ?? []);
  return (
    <Window
      size="medium"
      title={say("checkVault.title")}
      onClose={close}
      buttons={
        <>
          <Button label={say(isDone ? "common.close" : "common.cancel")} onPress={close} />
          {!isDone && (
            <Button
              look="primary"
              icon="check"
              label={say("checkVault.start")}
              isDisabled={isRunning}
              onPress={start}
            />
          )}
        </>
      }
    >
      <div className="form">
        {!isDone && <p>{say("checkVault.text")}</p>}
        {isRunning && (
          <>
            <Progress label={say("checkVault.working")} share={total === 0 ? null : done / total} />
            <p role="status">
              {total > 0 &&
                say("checkVault.progress", {
                  done: formats.number(done),
                  total: formats.number(total),
                })}
            </p>
          </>
        )}
        {error !== null && <Failure error={asAppError(error)} />}
        {isDone && problems.length === 0 && (
          <p className="check-good" role="status">
            <Icon name="none" size={26} />
            {total === 0 ? say("checkVault.empty") : say("checkVault.good", { count: total })}
          </p>
        )}
        {problems.length > 0 && (
          <>
            <Notice tone="bad" text={say("checkVault.bad", { count: problems.length })} />
            <ul className="problems">
              {problems.slice(0, MAX_NAMED).map(({ name, error: code }) => (
                <li key={name}>
                  <strong>{name}</strong>
                  <p className="soft">{say(`error.${code}`)}</p>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Window>
  );
}

/** A photo and the note of where it lay are two sealed files with one name; to a person they are one. */
const oncePerName = (problems: VaultCheck["problems"]): VaultCheck["problems"] => [
  ...new Map(problems.map((problem) => [problem.name, problem])).values(),
];
