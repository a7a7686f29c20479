import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./Button.tsx";
import { useText } from "./text.ts";

/** A window over the page: a title, a middle that scrolls, and buttons that stay in sight. */
export function Window(props: {
  readonly title: string;
  readonly size: "small" | "medium" | "large";
  /** Absent while the window must stay open. */
  readonly onClose?: () => void;
  readonly buttons: ReactNode;
  readonly role?: "dialog" | "alertdialog";
  readonly children: ReactNode;
}) {
  const say = useText();
  const { onClose } = props;
  return (
    <ModalOverlay
      className="shade"
      isOpen
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(isOpen) => !isOpen && onClose?.()}
    >
      <Modal className={`window window-${props.size}`}>
        <Dialog className="window-body" role={props.role ?? "dialog"}>
          <header className="window-head">
            <Heading slot="title">{props.title}</Heading>
            {onClose && (
              <Button
                look="quiet"
                icon="close"
                iconOnly
                label={say("common.close")}
                onPress={onClose}
              />
            )}
          </header>
          <div className="window-content">{props.children}</div>
          <footer className="window-foot">{props.buttons}</footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
