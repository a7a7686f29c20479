import { useState } from "react";
import { language as languageSchema } from "../../../shared/model/settings.ts";
import { asAppError } from "../../bridge/errors.ts";
import { useRecoverySheet } from "../../bridge/use-vault.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure, Loading, Notice } from "../../ui/Parts.tsx";
import { useLanguage, useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";
import "./sheet.css";

/** The recovery sheet: said what it is first, then shown, then printed. */
export function SheetWindow(props: {
  /** The system keeps the key since a moment: without the sheet a lost account would be a lost vault. */
  readonly isAfterKeyChain?: boolean;
  readonly onClose: () => void;
}) {
  const { isAfterKeyChain = false, onClose } = props;
  const say = useText();
  const [isShown, setIsShown] = useState(false);
  return (
    <Window
      size="medium"
      title={say("recovery.title")}
      onClose={onClose}
      buttons={
        <>
          <Button label={say("common.close")} onPress={onClose} />
          {isShown ? (
            <Button
              look="primary"
              icon="print"
              label={say("recovery.print")}
              onPress={() => window.print()}
            />
          ) : (
            <Button
              look="primary"
              icon="document"
              label={say("recovery.show")}
              onPress={() => setIsShown(true)}
            />
          )}
        </>
      }
    >
      {isShown ? (
        <Sheet />
      ) : (
        <div className="form">
          <p>{say(isAfterKeyChain ? "recovery.afterKeyChain" : "recovery.text")}</p>
          <Notice tone="warning" text={say("recovery.warning")} />
        </div>
      )}
    </Window>
  );
}

function Sheet() {
  const say = useText();
  const language = languageSchema.parse(useLanguage());
  const { data, error, refetch } = useRecoverySheet(language);
  if (error !== null) return <Failure error={asAppError(error)} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="sheet">
      <img
        className="sheet-code"
        src={`data:image/svg+xml,${encodeURIComponent(data.qrSvg)}`}
        alt={say("recovery.qr")}
      />
      <pre className="sheet-text">{data.text}</pre>
    </div>
  );
}
