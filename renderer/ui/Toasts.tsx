import { useStore } from "../bridge/store.ts";
import { dropToast, type Toast, toasts } from "../bridge/toasts.ts";
import { useUndo } from "../bridge/use-actions.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./icons.tsx";
import { useErrorText, useText } from "./text.ts";

/** The short words at the foot of the page, newest last; read aloud as they come. */
export function Toasts() {
  const shown = useStore(toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const say = useText();
  const errorText = useErrorText();
  const { mutate: undo } = useUndo();
  const { id, tone, key, facts, reason, undoes } = toast;
  const takeBack = () => {
    dropToast(id);
    if (undoes !== undefined) undo(undoes);
  };
  return (
    <div className={`toast toast-${tone}`}>
      {tone === "busy" ? (
        <span className="spinner" aria-hidden="true" />
      ) : (
        <Icon name={tone === "good" ? "none" : "high"} />
      )}
      <p>{say(key, { ...facts, ...(reason ? { reason: errorText(reason) } : {}) })}</p>
      {undoes !== undefined && <Button label={say("undo.action")} icon="undo" onPress={takeBack} />}
      {tone !== "busy" && (
        <Button
          look="quiet"
          icon="close"
          iconOnly
          label={say("common.dismiss")}
          onPress={() => dropToast(id)}
        />
      )}
    </div>
  );
}
