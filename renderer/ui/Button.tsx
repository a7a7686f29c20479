import { Button as AriaButton } from "react-aria-components";
import { Icon, type IconName } from "./icons.tsx";

interface Props {
  readonly label: string;
  readonly onPress: () => void;
  readonly icon?: IconName;
  readonly look?: "primary" | "plain" | "quiet" | "danger";
  readonly size?: "large";
  /** Shows the icon alone; the label is then what screen readers say. */
  readonly iconOnly?: boolean;
  readonly isDisabled?: boolean;
  /** A longer name for screen readers, where the label alone could mean several things. */
  readonly name?: string;
  readonly autoFocus?: boolean;
}

export function Button(props: Props) {
  const { label, onPress, icon, look = "plain", size, iconOnly = false } = props;
  const spoken = props.name ?? (iconOnly ? label : undefined);
  return (
    <AriaButton
      className={`button button-${look}${size ? ` button-${size}` : ""}${iconOnly ? " button-icon" : ""}`}
      onPress={onPress}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(spoken === undefined ? {} : { "aria-label": spoken })}
    >
      {icon && <Icon name={icon} size={size === "large" ? 22 : 18} />}
      {!iconOnly && <span>{label}</span>}
    </AriaButton>
  );
}
