import type { AppErrorCode } from "../../shared/model/errors.ts";
import { type Facts, hasText, sentence, type TextKey } from "../../shared/text/index.ts";
import { terminalLanguage } from "../base/terminal.ts";

/** The process ends with one of these; scripts depend on them (README, "Exit codes"). */
export const EXIT = {
  fine: 0,
  someFailed: 1,
  wrongUse: 2,
  foundAtOrAbove: 3,
  stopped: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const language = terminalLanguage();

export const say = (key: TextKey, facts: Facts = {}): string => sentence(language, key, facts);

/** A sentence for a code. */
export const reason = (code: AppErrorCode): string => say(`error.${code}`);

/** A finding's type in words; a type without words of its own is shown as it is. */
export function nameOfType(type: string): string {
  const key = `finding.${type}.name`;
  return hasText(key) ? say(key) : type;
}

export const print = (line: string) => process.stdout.write(`${line}\n`);

/** For people, never for scripts: standard output carries results only. */
export const note = (line: string) => process.stderr.write(`${line}\n`);

/** One line that is written over and over on a terminal, and nowhere else. */
export class StatusLine {
  readonly #isShown = process.stderr.isTTY === true;

  /** `text` is only made where somebody sees it. */
  show(text: () => string) {
    if (this.#isShown) process.stderr.write(`\r\u001b[K${text()}`);
  }

  clear() {
    if (this.#isShown) process.stderr.write("\r\u001b[K");
  }
}

/** A reader that goes away (`| head`) ends us quietly. */
export function dieQuietlyOnClosedPipe() {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.fine);
    throw error;
  });
}
