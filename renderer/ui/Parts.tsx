import type { ReactNode } from "react";
import { Checkbox, ProgressBar } from "react-aria-components";
import type { AppError } from "../../shared/model/errors.ts";
import { Button } from "./Button.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { useErrorText, useText } from "./text.ts";

/** A quiet page that says why there is nothing to see, and what to do. */
export function Empty(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon name={props.icon} size={32} />
      </span>
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
    </div>
  );
}

/** A sentence that should be read now. */
export function Notice(props: {
  readonly tone: "info" | "warning" | "bad";
  readonly text: string;
}) {
  const icon = props.tone === "info" ? "low" : "high";
  return (
    <div className={`notice notice-${props.tone}`} role={props.tone === "info" ? "note" : "alert"}>
      <Icon name={icon} size={20} />
      <p>{props.text}</p>
    </div>
  );
}

/** A failure where its answer should have stood, with a way to ask again. */
export function Failure(props: { readonly error: AppError; readonly again?: () => void }) {
  const say = useText();
  const text = useErrorText()(props.error);
  return (
    <div className="failure">
      <Notice tone="bad" text={text} />
      {props.again && (
        <Button label={say("common.tryAgain")} icon="refresh" onPress={props.again} />
      )}
    </div>
  );
}

export function Loading() {
  const say = useText();
  return (
    <p className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      {say("common.loading")}
    </p>
  );
}

/** How far something is. Without a share (0–1) it only shows that something is going on. */
export function Progress(props: { readonly label: string; readonly share: number | null }) {
  const percent = Math.round(100 * Math.min(Math.max(props.share ?? 0, 0), 1));
  return (
    <ProgressBar
      className="progress"
      aria-label={props.label}
      value={percent}
      isIndeterminate={props.share === null}
    >
      <div className={props.share === null ? "progress-track progress-waiting" : "progress-track"}>
        <div
          className="progress-fill"
          style={{ inlineSize: `${props.share === null ? 30 : percent}%` }}
        />
      </div>
    </ProgressBar>
  );
}

/** A box to tick, with its sentence. */
export function Tick(props: {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly icon?: IconName;
}) {
  return (
    <Checkbox
      className="tick"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      <span className="tick-box" aria-hidden="true">
        <Icon name="check" size={14} />
      </span>
      {props.icon && <Icon name={props.icon} size={17} />}
      {props.label}
    </Checkbox>
  );
}
