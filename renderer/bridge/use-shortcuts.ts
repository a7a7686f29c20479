import { useEffect, useEffectEvent } from "react";

/** Where letters are letters, or where another part of the page has its own keys. */
const OWN_KEYS = "input, textarea, select, [role=dialog], [role=alertdialog], [role=menu]";

/** Hears keys wherever the focus is, but for dialogs and text fields. `press` tells whether it used the key. */
export function useShortcuts(press: (event: KeyboardEvent) => boolean): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const isTaken = event.target instanceof Element && event.target.closest(OWN_KEYS) !== null;
    if (!event.defaultPrevented && !isTaken && press(event)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** True for a key pressed by itself or with Shift, which no system or browser claims. */
export const isPlain = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !(ctrlKey || metaKey || altKey);
