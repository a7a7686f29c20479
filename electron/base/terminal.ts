import type { Language } from "../../shared/model/settings.ts";
import { languageOf } from "../../shared/text/language.ts";

/** The language a terminal's user reads, as far as the environment tells (POSIX.1-2017, 8.2). */
export function terminalLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return languageOf(locale) ?? "en";
}
