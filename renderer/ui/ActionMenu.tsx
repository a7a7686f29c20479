import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Text,
} from "react-aria-components";
import type { PhotoChoice } from "../../shared/contract/index.ts";
import type { FindingKind } from "../../shared/model/finding.ts";
import type { TextKey } from "../../shared/text/index.ts";
import { openAction, type WantedKind } from "../bridge/action-desk.ts";
import { Icon, type IconName } from "./icons.tsx";
import { useText } from "./text.ts";

const WAYS = [
  { kind: "quarantine", icon: "vault", key: "ways.quarantine", text: "ways.quarantineText" },
  { kind: "redact", icon: "cover", key: "ways.redact", text: "ways.redactText" },
  { kind: "export", icon: "copies", key: "ways.export", text: "ways.exportText" },
] as const satisfies readonly {
  readonly kind: WantedKind;
  readonly icon: IconName;
  readonly key: TextKey;
  readonly text: TextKey;
}[];

/** The ways to protect photos besides cleaning them, each in a sentence, also when it cannot be had. */
export function ActionMenu(props: {
  readonly choice: PhotoChoice | null;
  readonly coverKinds: readonly FindingKind[];
  /** Why nothing can be covered; null when it can. */
  readonly noCover: TextKey | null;
}) {
  const { choice, coverKinds, noCover } = props;
  const say = useText();
  return (
    <MenuTrigger>
      <AriaButton className="button button-plain" isDisabled={choice === null}>
        <span>{say("ways.menu")}</span>
        <span className="button-turn">
          <Icon name="next" size={16} />
        </span>
      </AriaButton>
      <Popover className="menu ways" placement="bottom end">
        <Menu
          {...(noCover !== null && { disabledKeys: ["redact"] })}
          onAction={(key) => {
            const way = WAYS.find(({ kind }) => kind === key);
            if (choice !== null && way) openAction(way.kind, choice, coverKinds);
          }}
        >
          {WAYS.map(({ kind, icon, key, text }) => (
            <MenuItem key={kind} id={kind} className="menu-item way" textValue={say(key)}>
              <Icon name={icon} size={22} />
              <div>
                <Text slot="label">{say(key)}</Text>
                <Text slot="description">
                  {say(kind === "redact" && noCover !== null ? noCover : text)}
                </Text>
              </div>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
