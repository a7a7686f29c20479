import { useState } from "react";
import type { VaultState } from "../../../shared/model/vault.ts";
import type { TextKey } from "../../../shared/text/index.ts";
import { useAppInfo } from "../../bridge/use-app.ts";
import { useLock } from "../../bridge/use-vault.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";
import { CheckWindow } from "./CheckWindow.tsx";
import { KeyChainWindow } from "./KeyChainWindow.tsx";
import { PassphraseWindow, RemovePassphrase } from "./PassphraseWindow.tsx";
import { SheetWindow } from "./SheetWindow.tsx";
import { UnlockWindow } from "./UnlockWindow.tsx";

type Open = "passphrase" | "remove" | "keychain" | "unlock" | "sheet" | "sheet-first" | "check";

function sentenceOf({ protection, isLocked }: VaultState): TextKey {
  if (protection === "file") return "vault.fileText";
  return `vault.${protection}${isLocked ? "Locked" : "Open"}`;
}

/** Who can open the vault, and what a person can do about it. */
export function Protection({ state }: { readonly state: VaultState }) {
  const { protection, isLocked } = state;
  const say = useText();
  const { mutate: lock, isPending } = useLock();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const hasKeyChain = useAppInfo()?.shell === "window";
  const hasPassphrase = protection === "passphrase";
  return (
    <section className={`panel protection protection-${protection}`}>
      <Icon name={protection === "file" ? "high" : isLocked ? "lock" : "unlock"} size={30} />
      <div className="protection-text">
        <h2>{say("vault.lock")}</h2>
        <p>
          <strong>{say(`vault.${protection}`)}</strong>
        </p>
        <p className="soft">{say(sentenceOf(state))}</p>
        <div className="protection-buttons">
          {isLocked && (
            <Button
              look="primary"
              icon="unlock"
              label={say("vault.unlock")}
              onPress={() => setOpen("unlock")}
            />
          )}
          {protection !== "file" && !isLocked && (
            <Button
              icon="lock"
              label={say("vault.lockNow")}
              isDisabled={isPending}
              onPress={() => lock()}
            />
          )}
          {!isLocked && (
            <Button
              look={protection === "file" ? "primary" : "plain"}
              icon="lock"
              label={say(hasPassphrase ? "vault.change" : "vault.set")}
              onPress={() => setOpen("passphrase")}
            />
          )}
          {hasPassphrase && !isLocked && (
            <Button label={say("vault.remove")} onPress={() => setOpen("remove")} />
          )}
          {hasKeyChain && protection !== "keychain" && !isLocked && (
            <Button label={say("vault.useKeychain")} onPress={() => setOpen("keychain")} />
          )}
          <Button icon="print" label={say("vault.sheet")} onPress={() => setOpen("sheet")} />
          <Button icon="check" label={say("vault.check")} onPress={() => setOpen("check")} />
        </div>
      </div>
      {open === "unlock" && <UnlockWindow onEnd={close} />}
      {open === "passphrase" && <PassphraseWindow isChange={hasPassphrase} onClose={close} />}
      {open === "remove" && <RemovePassphrase onClose={close} />}
      {open === "keychain" && (
        <KeyChainWindow onClose={close} onDone={() => setOpen("sheet-first")} />
      )}
      {open === "sheet" && <SheetWindow onClose={close} />}
      {open === "sheet-first" && <SheetWindow isAfterKeyChain onClose={close} />}
      {open === "check" && <CheckWindow onClose={close} />}
    </section>
  );
}
