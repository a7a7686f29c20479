import { Label, Radio, RadioGroup } from "react-aria-components";

interface Props<T> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly T[];
}

/** One of several short answers, side by side. */
export function RowChoice(
  props: Props<{ readonly value: string; readonly label: string; readonly hint?: string }>,
) {
  return (
    <RadioGroup
      className="choice"
      value={props.value}
      onChange={props.onChange}
      orientation="horizontal"
    >
      <Label>{props.label}</Label>
      <div className="choice-options">
        {props.options.map(({ value, label, hint }) => (
          <Radio key={value} className="choice-option" value={value}>
            <span>{label}</span>
            {hint && <span className="choice-hint">{hint}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** One of several answers that each need a sentence. */
export function CardChoice(
  props: Props<{
    readonly value: string;
    readonly title: string;
    readonly text: string;
    readonly badge?: string;
  }>,
) {
  return (
    <RadioGroup className="presets" value={props.value} onChange={props.onChange}>
      <Label>{props.label}</Label>
      {props.options.map(({ value, title, text, badge }) => (
        <Radio key={value} className="preset" value={value}>
          <span className="preset-dot" aria-hidden="true" />
          <span className="preset-text">
            <strong>
              {title}
              {badge && <span className="badge badge-none">{badge}</span>}
            </strong>
            <span>{text}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
