import i18next, { type FormatterModule, type i18n } from "i18next";
import { useCallback, useMemo } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import type { AppError } from "../../shared/model/errors.ts";
import type { Finding } from "../../shared/model/finding.ts";
import {
  type Facts,
  findingWords,
  hasText,
  inWords,
  TEXTS,
  type TextKey,
} from "../../shared/text/index.ts";

/** Says a sentence of shared/text in the language of the page. */
export type Say = (key: TextKey, facts?: Facts) => string;

/** Writes numbers inside sentences the way the language does; i18next would leave 1751 as it is. */
const NUMBERS: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, language) =>
    typeof value === "number" ? inWords(language ?? "en", value) : value,
};

/** Makes the texts ready; to be called once before the page is drawn. */
export function prepareTexts(): i18n {
  const texts = i18next.createInstance();
  void texts
    .use(initReactI18next)
    .use(NUMBERS)
    .init({
      lng: "en",
      fallbackLng: false,
      resources: {
        en: { translation: TEXTS.en },
        "zh-CN": { translation: TEXTS["zh-CN"] },
        "zh-TW": { translation: TEXTS["zh-TW"] },
      },
      interpolation: {
        escapeValue: false, // React escapes; texts are never HTML
        skipOnVariables: true,
        alwaysFormat: true,
      },
      initAsync: false,
      react: { useSuspense: false },
    });
  return texts;
}

export function useText(): Say {
  const { t } = useTranslation();
  return useCallback((key, facts = {}) => t(key, { ...facts }), [t]);
}

export const useLanguage = (): string => useTranslation().i18n.language;

/** The whole sentence of a failure. */
export function useErrorText(): (error: AppError) => string {
  const say = useText();
  return ({ code, offset, subject }) =>
    say(`error.${code}`, {
      ...(offset === undefined ? {} : { offset }),
      ...(subject === undefined ? {} : { subject }),
    });
}

/** A finding's plain name and why it matters; where the type is not known, what its kind allows to say. */
export function useFindingText(): (finding: Pick<Finding, "kind" | "type">) => {
  readonly name: string;
  readonly why: string;
} {
  const say = useText();
  return ({ kind, type }) => {
    const of = `${findingWords(kind)}.${type}`;
    const [name, why] = [`${of}.name`, `${of}.why`];
    return hasText(name) && hasText(why)
      ? { name: say(name), why: say(why) }
      : { name: say(`kind.${kind}.name`), why: say("finding.other.why") };
  };
}

const MINUTE_MS = 60_000;
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Numbers, sizes and dates, written the language's own way. */
export function useFormats() {
  const language = useLanguage();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
    const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
    const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    const percent = new Intl.NumberFormat(language, { style: "percent" });
    const month = new Intl.DateTimeFormat(language, {
      year: "numeric",
      month: "short",
      timeZone: "UTC",
    });
    return {
      number: (value: number) => inWords(language, value),
      /** 1.5 is "150 %". */
      percent: (share: number) => percent.format(share),
      date: (ms: number) => date.format(ms),
      when: (ms: number) => day.format(ms),
      /** "today", "yesterday", else the date. */
      day: (ms: number) => {
        const days = daysBetween(ms, Date.now());
        return days <= 1 ? relative.format(-days, "day") : day.format(ms);
      },
      /** A month by its number since January 1970. */
      month: (number: number) => month.format(Date.UTC(1970, number, 15)),
      bytes: (bytes: number) => bytesIn(language, bytes),
    };
  }, [language]);
}

function daysBetween(from: number, to: number): number {
  const midnight = (ms: number) => {
    const offset = new Date(ms).getTimezoneOffset() * MINUTE_MS;
    return Math.floor((ms - offset) / (24 * 60 * MINUTE_MS));
  };
  return midnight(to) - midnight(from);
}

function bytesIn(language: string, bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}
