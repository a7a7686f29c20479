import { useState } from "react";
import { createStore, useStore } from "./store.ts";
import { useSettings } from "./use-app.ts";

/** Asked for by a person, from the help. */
const asked = createStore(false);
export const showTour = (): void => asked.set(true);

/** The introduction: by itself on the first page of the first start, later only when asked for. */
export function useTour(isFirstPage: boolean) {
  const { settings, save } = useSettings();
  const isAsked = useStore(asked);
  const [step, setStep] = useState(0);
  const close = () => {
    asked.set(false);
    setStep(0);
    if (!settings.tourSeen) save({ tourSeen: true });
  };
  return { isOpen: isAsked || (isFirstPage && !settings.tourSeen), isAsked, step, setStep, close };
}
