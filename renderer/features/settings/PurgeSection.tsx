import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/text.ts";
import { PurgeWindow } from "./PurgeWindow.tsx";

/** The way to leave nothing of Safelight's behind. */
export function PurgeSection() {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="purge">
      <h2>{say("purge.title")}</h2>
      <p className="soft">{say("purge.text")}</p>
      <Button icon="delete" label={say("purge.open")} onPress={() => setIsOpen(true)} />
      {isOpen && <PurgeWindow onClose={() => setIsOpen(false)} />}
    </section>
  );
}
