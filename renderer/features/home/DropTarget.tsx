import { useState } from "react";
import { useChooseFolder, useDropFolder } from "../../bridge/use-folders.ts";
import { isWindowShell } from "../../bridge/window-bridge.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";

/** Where a folder is chosen, or dropped. A browser hides where a dropped folder lies, and this says so. */
export function DropTarget({ size }: { readonly size: "small" | "large" }) {
  const say = useText();
  const { choose, isBusy } = useChooseFolder();
  const drop = useDropFolder();
  const [isOver, setIsOver] = useState(false);
  const hint = isWindowShell() ? "home.drop" : "overview.useButton";
  return (
    <section
      className={`drop drop-${size}${isOver ? " drop-over" : ""}`}
      aria-label={say("home.choose")}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        drop(event.dataTransfer.files);
      }}
    >
      <Icon name="drop" size={size === "large" ? 40 : 28} />
      <Button
        look="primary"
        {...(size === "large" && { size })}
        icon="folder"
        label={say("home.choose")}
        onPress={choose}
        isDisabled={isBusy}
      />
      <p>{say(isOver ? "home.dropHere" : hint)}</p>
    </section>
  );
}
