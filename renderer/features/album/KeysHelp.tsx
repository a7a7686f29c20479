import { useState } from "react";
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from "react-aria-components";
import { useShortcuts } from "../../bridge/use-shortcuts.ts";
import { Icon } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";

const KEYS = [
  "arrows",
  "space",
  "enter",
  "shift",
  "all",
  "strip",
  "quarantine",
  "redact",
  "export",
  "undo",
  "look",
  "help",
  "escape",
] as const;

/** What the keys do in the grid. */
export function KeysHelp() {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  useShortcuts((event) => {
    const isAsking = event.key === "?" || event.key === "？";
    if (isAsking) setIsOpen(true);
    return isAsking;
  });
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <AriaButton className="button button-quiet button-icon" aria-label={say("album.keys")}>
        <Icon name="keyboard" />
      </AriaButton>
      <Popover className="menu keys" placement="bottom end">
        <Dialog>
          <Heading slot="title">{say("keys.title")}</Heading>
          <dl>
            {KEYS.map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{say(`keys.${key}Key`)}</kbd>
                </dt>
                <dd>{say(`keys.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
