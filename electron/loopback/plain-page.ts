import { sentence } from "../../shared/text/index.ts";
import { languageOf } from "../../shared/text/language.ts";

/** A page without script or style, for someone whose opening address was used already. */
export function startAgainPage(acceptLanguage: string | undefined): string {
  const language = languageOf(acceptLanguage ?? "") ?? "en";
  const title = sentence(language, "shells.startAgain.title");
  const body = sentence(language, "shells.startAgain.body");
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><h1>${title}</h1><p>${body}</p></html>\n`;
}
