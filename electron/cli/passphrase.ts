import { readFileSync } from "node:fs";
import type { AppErrorCode } from "../../shared/model/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { errnoOf, readingError } from "../base/errno.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { note, reason, say } from "./terminal.ts";

const VARIABLE = "SAFELIGHT_VAULT_PASSPHRASE";
/** Taken out of the environment at once: analysts inherit it, and they need no passphrase. */
const fromEnvironment = process.env[VARIABLE];
delete process.env[VARIABLE];

/**
 * Opens a locked vault with the passphrase of a file, of the environment, or of the person at the
 * terminal, in this order. Says on the terminal why it stays locked.
 */
export async function unlocked(engine: OpenEngine, file: string | undefined): Promise<boolean> {
  if (engine.parts.vault.identity !== null) return true;
  if (engine.parts.vault.protection === "keychain") note(say("cli.passphrase.keychain"));
  const given = await passphraseFrom(file, say("cli.passphrase.ask"));
  if (!given.ok) {
    note(reason(given.error));
    return false;
  }
  const opened = await engine.vault.unlock(given.value);
  if (!opened.ok) note(reason(opened.error.code));
  return opened.ok;
}

async function passphraseFrom(
  file: string | undefined,
  question: string,
): Promise<Result<string, AppErrorCode>> {
  if (file !== undefined) return firstLine(file);
  if (fromEnvironment !== undefined) return ok(fromEnvironment);
  const typed = await askHidden(question);
  return typed === undefined ? err("vault-locked") : ok(typed);
}

/** A new passphrase: the first line of a file, or typed twice. */
export async function newPassphrase(
  file: string | undefined,
): Promise<Result<string, AppErrorCode>> {
  if (file !== undefined) return firstLine(file);
  const typed = await askHidden(say("cli.passphrase.askNew"));
  if (typed === undefined) return err("not-confirmed");
  const again = await askHidden(say("cli.passphrase.askAgain"));
  return typed === again ? ok(typed) : err("wrong-passphrase");
}

function firstLine(file: string): Result<string, AppErrorCode> {
  try {
    return ok(readFileSync(file, "utf8").split(/\r?\n/, 1)[0] ?? "");
  } catch (error) {
    if (errnoOf(error) === "EISDIR") return err("file-unreadable");
    return err(readingError(error));
  }
}

/** What a person types without it being shown; undefined where nobody sits there or Ctrl+C was pressed. */
function askHidden(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return Promise.resolve(undefined);
  stderr.write(`${question} `);
  stdin.setRawMode(true).setEncoding("utf8").resume();
  return new Promise((resolve) => {
    let typed = "";
    const end = (answer: string | undefined) => {
      stdin.removeListener("data", hear).setRawMode(false).pause();
      stderr.write("\n");
      resolve(answer);
    };
    const hear = (keys: string) => {
      for (const key of keys) {
        if (key === "\r" || key === "\n") return end(typed);
        if (key === "\u0003" || key === "\u0004") return end(undefined);
        typed = key === "\u007f" || key === "\b" ? [...typed].slice(0, -1).join("") : typed + key;
      }
    };
    stdin.on("data", hear);
  });
}
