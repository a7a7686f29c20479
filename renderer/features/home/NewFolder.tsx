import { type FormEvent, useState } from "react";
import { folderName } from "../../../shared/policy/folder-name.ts";
import { asAppError } from "../../bridge/errors.ts";
import type { useMakePlace } from "../../bridge/use-folders.ts";
import { Button } from "../../ui/Button.tsx";
import { WordField } from "../../ui/Fields.tsx";
import { Failure } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";

/** Makes a folder in the one that is open, and goes into it. */
export function NewFolder({ make }: { readonly make: ReturnType<typeof useMakePlace> }) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState("");
  const { mutate, isPending, error, reset } = make;
  const isReady = folderName(name) !== undefined && !isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate(name);
  };
  if (!isOpen) {
    return (
      <Button
        look="quiet"
        icon="folder"
        label={say("newFolder.open")}
        onPress={() => setIsOpen(true)}
      />
    );
  }
  return (
    <form className="new-folder" onSubmit={submit}>
      <WordField
        label={say("newFolder.name")}
        value={name}
        onChange={(typed) => {
          reset();
          setName(typed);
        }}
        autoFocus
      />
      <Button label={say("newFolder.make")} isDisabled={!isReady} onPress={() => mutate(name)} />
      {error !== null && <Failure error={asAppError(error)} />}
      <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
    </form>
  );
}
