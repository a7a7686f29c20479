import type { Language } from "../model/settings.ts";

/**
 * The language of ours that somebody reads who asks for `tag`: a BCP 47 tag (`zh-Hant-HK`) or a POSIX
 * locale (`zh_TW.UTF-8`). Null where there is none.
 */
export function languageOf(tag: string): Language | null {
  const [main = "", ...parts] = tag
    .trim()
    .toLowerCase()
    .split(/[-_.@;,]/);
  if (main === "zh") return parts.some((part) => TRADITIONAL.has(part)) ? "zh-TW" : "zh-CN";
  return main === "en" ? "en" : null;
}

/** Scripts and regions (ISO 15924, ISO 3166) in which Chinese is written with traditional characters. */
const TRADITIONAL: ReadonlySet<string> = new Set(["hant", "tw", "hk", "mo"]);
