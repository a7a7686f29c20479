import type { ReactNode } from "react";
import { useFocusFor } from "../../bridge/use-focus.ts";
import { Icon, type IconName } from "../../ui/icons.tsx";

/** One screen: a heading that screen readers begin with, what it is about, and the answers. */
export function Screen(props: {
  readonly title: string;
  readonly text?: string;
  readonly icon?: { readonly name: IconName; readonly tone: "good" | "bad" };
  readonly children?: ReactNode;
  readonly buttons?: ReactNode;
}) {
  const { title, text, icon } = props;
  const heading = useFocusFor(title);
  return (
    <section className="screen">
      {icon && (
        <span className={`screen-icon screen-${icon.tone}`}>
          <Icon name={icon.name} size={48} />
        </span>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {text !== undefined && <p className="screen-text">{text}</p>}
      {props.children}
      {props.buttons && <div className="screen-buttons">{props.buttons}</div>}
    </section>
  );
}
