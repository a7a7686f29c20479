import { resolve } from "node:path";
import type { ActionProgress } from "../../shared/model/action.ts";
import type { EntryId } from "../../shared/model/ids.ts";
import type { VaultCheck, VaultItem } from "../../shared/model/vault.ts";
import { errnoOf, writingError } from "../base/errno.ts";
import { writeNew } from "../base/files.ts";
import { Refused } from "../base/refused.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { takeBack } from "./actions.ts";
import { runToEnd } from "./change.ts";
import { newPassphrase, unlocked } from "./passphrase.ts";
import { EXIT, type ExitCode, language, note, print, reason, StatusLine, say } from "./terminal.ts";

interface Asked {
  readonly json: boolean;
  readonly passphraseFile: string | undefined;
}

/** `safelight vault list`: works on a locked vault too, as far as the catalogue knows what is in it. */
export async function listCommand(engine: OpenEngine, { json }: Asked): Promise<ExitCode> {
  const [items, state] = [await engine.vault.list(), engine.vault.state()];
  if (json) print(JSON.stringify({ version: 1, ...state, items }));
  else {
    for (const { id, kind, name, folder, bytes, keptAt } of items) {
      const when = new Date(keptAt).toLocaleString(language);
      print(say("cli.vault.line", { id, kind, when, path: `${folder}/${name}`, bytes }));
    }
    const { quarantined, originals, patches, bytes, older } = state;
    note(say("cli.vault.sum", { quarantined, originals, patches, bytes }));
    if (older.count > 0) note(say("cli.vault.older", older));
  }
  return EXIT.fine;
}

/** `safelight vault verify`: opens everything in the vault to its end. */
export async function verifyCommand(
  engine: OpenEngine,
  { json, passphraseFile }: Asked,
): Promise<ExitCode> {
  if (!(await unlocked(engine, passphraseFile))) return EXIT.someFailed;
  const line = new StatusLine();
  let end: VaultCheck = { done: 0, total: 0, problems: [] };
  for await (const step of engine.vault.check()) {
    end = step;
    line.show(() => say("cli.vault.checking", { done: step.done, total: step.total }));
  }
  line.clear();
  const { done: checked, problems } = end;
  if (json) print(JSON.stringify({ version: 1, checked, problems }));
  for (const { name, error } of problems) note(`  ${name}: ${reason(error)}`);
  note(say("cli.vault.checked", { checked, problems: problems.length }));
  return problems.length > 0 ? EXIT.someFailed : EXIT.fine;
}

/** `safelight vault export-key`: the recovery sheet, with a QR code for the eye of a phone. */
export async function exportKeyCommand(
  engine: OpenEngine,
  { json, passphraseFile, svg }: Asked & { readonly svg: string | undefined },
): Promise<ExitCode> {
  if (!(await unlocked(engine, passphraseFile))) return EXIT.someFailed;
  const sheet = engine.vault.recoverySheet(language);
  if (!sheet.ok) {
    note(reason(sheet.error.code));
    return EXIT.someFailed;
  }
  if (svg !== undefined) {
    try {
      writeNew(resolve(svg), [Buffer.from(sheet.value.qrSvg)]);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      note(`${svg}: ${reason(writingError(error))}`);
      return EXIT.someFailed;
    }
  }
  if (json) print(JSON.stringify({ version: 1, ...sheet.value }));
  else print(`${sheet.value.text}\n\n${sheet.value.qrText}`);
  return EXIT.fine;
}

/** `safelight vault passphrase`: sets, changes or removes it. */
export async function passphraseCommand(
  engine: OpenEngine,
  given: Asked & { readonly newFile: string | undefined; readonly remove: boolean },
): Promise<ExitCode> {
  if (!(await unlocked(engine, given.passphraseFile))) return EXIT.someFailed;
  const next = given.remove ? null : await newPassphrase(given.newFile);
  if (next !== null && !next.ok) {
    note(reason(next.error));
    return EXIT.someFailed;
  }
  const changed = await engine.vault.protect(
    next === null ? { by: "file" } : { by: "passphrase", passphrase: next.value },
  );
  if (!changed.ok) {
    note(reason(changed.error.code));
    return EXIT.someFailed;
  }
  note(say(next === null ? "cli.passphrase.removed" : "cli.passphrase.set"));
  return EXIT.fine;
}

/** `safelight restore <entry or path>…` */
export async function restoreCommand(
  engine: OpenEngine,
  asked: readonly string[],
  given: Asked & { readonly all: boolean; readonly to: string | undefined },
): Promise<ExitCode> {
  const ids = await chosen(engine, asked, given);
  if (typeof ids === "number") return ids;
  const to = given.to === undefined ? null : resolve(given.to);
  return takeBack(engine.parts.actions.restore(ids, to), {
    json: given.json,
    batch: null,
    isExport: false,
  });
}

/** `safelight vault delete <entry or path>… --for-good` */
export async function deleteCommand(
  engine: OpenEngine,
  asked: readonly string[],
  given: Asked & { readonly all: boolean; readonly forGood: boolean },
): Promise<ExitCode> {
  if (!given.forGood) {
    note(say("cli.vault.forGoodFirst"));
    return EXIT.wrongUse;
  }
  const ids = await chosen(engine, asked, given);
  if (typeof ids === "number") return ids;
  return deleted(engine.vault.deleteForGood(ids), given.json, "cli.vault.deleted");
}

/** `safelight vault drop-older [--days N] --for-good`: without the last word it only says what would go. */
export async function dropOlderCommand(
  engine: OpenEngine,
  given: Asked & { readonly days: number | undefined; readonly forGood: boolean },
): Promise<ExitCode> {
  const { actions, catalogue } = engine.parts;
  const days = given.days ?? catalogue.settings.read().keepDays;
  if (days === null) {
    note(say("cli.vault.dropDays"));
    return EXIT.wrongUse;
  }
  const old = actions.originals.olderRows(days).filter(({ alongWith }) => alongWith === null);
  const onlyHere = old.filter(({ kind }) => kind === "quarantine").length;
  if (old.length === 0) {
    if (given.json) print(JSON.stringify({ version: 1, days, summary: { done: 0 } }));
    note(say("cli.vault.dropNothing", { count: days }));
    return EXIT.fine;
  }
  if (!given.forGood) {
    note(say("cli.vault.dropWould", { count: old.length, days, onlyHere }));
    note(say("cli.vault.forGoodFirst"));
    return EXIT.wrongUse;
  }
  if (!(await unlocked(engine, given.passphraseFile))) return EXIT.someFailed;
  return deleted(actions.dropOlder(days), given.json, "cli.vault.dropped", days);
}

/** Follows a deletion to its end and tells how much is gone. */
async function deleted(
  steps: AsyncIterable<ActionProgress>,
  json: boolean,
  sentence: "cli.vault.deleted" | "cli.vault.dropped",
  days?: number,
): Promise<ExitCode> {
  try {
    const { outcomes } = await runToEnd(steps);
    const done = outcomes.length;
    if (json) print(JSON.stringify({ version: 1, ...(days && { days }), summary: { done } }));
    note(say(sentence, { count: done }));
    return EXIT.fine;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    note(reason(error.error.code));
    return EXIT.someFailed;
  }
}

/** The entries that ids, the beginnings of ids, or the paths of originals name. */
async function chosen(
  engine: OpenEngine,
  asked: readonly string[],
  { all, passphraseFile }: Asked & { readonly all: boolean },
): Promise<EntryId[] | ExitCode> {
  if (!all && asked.length === 0) {
    note(say("cli.vault.which"));
    return EXIT.wrongUse;
  }
  if (!(await unlocked(engine, passphraseFile))) return EXIT.someFailed;
  const items = await engine.vault.list();
  const found = all ? items : asked.flatMap((one) => named(items, one));
  if (found.length === 0) {
    note(say("cli.undo.nothing"));
    return EXIT.someFailed;
  }
  return found.map(({ id }) => id);
}

/** A path may have been quarantined more than once: the newest is meant. */
function named(items: readonly VaultItem[], asked: string): VaultItem[] {
  const path = resolve(asked);
  const fits = items.filter(
    ({ id, folder, name }) =>
      (asked.length >= 6 && id.startsWith(asked)) || `${folder}/${name}` === path,
  );
  if (fits.length === 0) note(say("cli.vault.notThere", { asked }));
  return fits.slice(-1);
}

/** `safelight purge` */
export async function purgeCommand(
  engine: OpenEngine,
  given: { readonly yes: boolean; readonly evenQuarantined: boolean; readonly json: boolean },
): Promise<ExitCode> {
  if (!given.yes) {
    note(say("cli.purge.yesFirst"));
    return EXIT.wrongUse;
  }
  const { evenQuarantined, json } = given;
  const removed = await engine.purge({ evenQuarantined });
  if (!removed.ok) {
    note(reason(removed.error.code));
    if (removed.error.code === "vault-not-empty") note(say("cli.purge.evenHint"));
    return EXIT.someFailed;
  }
  if (json) print(JSON.stringify({ version: 1, removed: removed.value }));
  else for (const { name, bytes } of removed.value) print(`${name}\t${bytes}`);
  note(say("cli.purge.done", { count: removed.value.length }));
  return EXIT.fine;
}
