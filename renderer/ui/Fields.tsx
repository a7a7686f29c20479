import { FieldError, Input, Label, SearchField, TextField } from "react-aria-components";
import { Icon } from "./icons.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

/** A line of words. */
export function WordField(props: Props) {
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      autoFocus={props.autoFocus ?? false}
    >
      <Label>{props.label}</Label>
      <Input autoComplete="off" spellCheck={false} />
    </TextField>
  );
}

/** A passphrase, hidden unless the person wants to see it. No browser is to keep it. */
export function SecretField(
  props: Props & { readonly isShown: boolean; readonly problem: string | null },
) {
  return (
    <TextField
      className="field"
      type={props.isShown ? "text" : "password"}
      value={props.value}
      onChange={props.onChange}
      autoFocus={props.autoFocus ?? false}
      isInvalid={props.problem !== null}
      validationBehavior="aria" // the browser's own would not let Enter try again
    >
      <Label>{props.label}</Label>
      <Input autoComplete="off" spellCheck={false} />
      <FieldError className="field-problem">{props.problem}</FieldError>
    </TextField>
  );
}

/** Words that narrow a list at once. */
export function SearchBox(props: Pick<Props, "label" | "value" | "onChange">) {
  return (
    <SearchField
      className="search"
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
    >
      <Icon name="search" size={18} />
      <Input placeholder={props.label} />
    </SearchField>
  );
}
