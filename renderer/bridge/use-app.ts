import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import {
  type Language,
  type Settings,
  settings as settingsModel,
} from "../../shared/model/settings.ts";
import { languageOf } from "../../shared/text/language.ts";
import { useEngine, useQueries } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { showError } from "./toasts.ts";

/** Until they have been read. The introduction must not flash up for who has read it. */
const DEFAULTS: Settings = settingsModel.parse({ tourSeen: true });

export const useAppInfo = () =>
  useQuery(useQueries().app.info.queryOptions({ staleTime: Number.POSITIVE_INFINITY })).data ??
  null;

export function useSettings() {
  const engine = useEngine();
  const client = useQueryClient();
  const { app, vault } = useQueries();
  const options = app.settings.queryOptions();
  const { data } = useQuery(options);
  const { mutate: save } = useMutation({
    mutationFn: (change: Partial<Settings>) => engine.app.saveSettings(change),
    onMutate: (change) =>
      client.setQueryData(options.queryKey, { ...(data ?? DEFAULTS), ...change }),
    onError: (error) => showError(asAppError(error)),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: options.queryKey });
      void client.invalidateQueries({ queryKey: vault.state.key() }); // what is old depends on it
    },
  });
  return { settings: data ?? DEFAULTS, save };
}

/** The language that the system asks for, among those there are texts for. */
export const systemLanguage = (wanted: readonly string[]): Language =>
  wanted.map(languageOf).find((language) => language !== null) ?? "en";

/** Puts the chosen language, theme and size of letters on the page. */
export function useAppearance(): void {
  const { i18n } = useTranslation();
  const { language, theme, textSize } = useSettings().settings;
  const spoken = language === "system" ? systemLanguage(navigator.languages) : language;
  useEffect(() => {
    document.documentElement.lang = spoken;
    if (i18n.language !== spoken) void i18n.changeLanguage(spoken);
  }, [i18n, spoken]);
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.style.fontSize = `${textSize}%`;
  }, [textSize]);
}
