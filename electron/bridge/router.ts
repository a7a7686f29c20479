import { implement, ORPCError } from "@orpc/server";
import { contract } from "../../shared/contract/index.ts";
import type { AppError } from "../../shared/model/errors.ts";
import type { AppInfo } from "../../shared/model/settings.ts";
import type { Guard } from "../../shared/model/vault.ts";
import type { Result } from "../../shared/result.ts";
import type { Engine } from "../engine/engine-api.ts";
import { checkedPicture } from "./pictures.ts";
import { beginStream, personStream, progressStream } from "./streams.ts";

/** What differs from shell to shell. */
export interface Shell {
  readonly kind: AppInfo["shell"];
  /** Opens the system's folder dialog; null when the person closed it, or where there is none. */
  chooseFolder(): Promise<string | null>;
  /** Hears of every failure that is no refusal, so that none is lost. */
  reportBug(error: unknown): void;
}

const os = implement(contract);

/** The contract, answered by `engine`. Every function is one line of glue; whatever decides is below. */
export function createRouter(engine: Engine, shell: Shell) {
  return os.router({
    app: appCalls(engine, shell),
    folder: folderCalls(engine, shell),
    scan: scanCalls(engine),
    photo: photoCalls(engine),
    person: personCalls(engine),
    insight: { all: os.insight.all.handler(() => engine.insights()) },
    action: actionCalls(engine, shell),
    report: reportCalls(engine),
    vault: vaultCalls(engine, shell),
  });
}

function appCalls(engine: Engine, shell: Shell) {
  const folderDialog = shell.kind === "window" ? ("system" as const) : ("built-in" as const);
  return {
    info: os.app.info.handler(() => ({ ...engine.info(), shell: shell.kind, folderDialog })),
    settings: os.app.settings.handler(() => engine.settings()),
    saveSettings: os.app.saveSettings.handler(({ input }) => engine.saveSettings(input)),
    purge: os.app.purge.handler(async ({ input: { evenQuarantined } }) =>
      orRefuse(await engine.purge({ evenQuarantined })),
    ),
  };
}

function folderCalls(engine: Engine, shell: Shell) {
  return {
    list: os.folder.list.handler(() => engine.folders.list()),
    choose: os.folder.choose.handler(async () => {
      const path = await shell.chooseFolder();
      return path === null ? null : orRefuse(engine.folders.add(path));
    }),
    browse: os.folder.browse.handler(({ input }) => orRefuse(engine.folders.browse(input.at))),
    makePlace: os.folder.makePlace.handler(({ input: { at, name } }) =>
      orRefuse(engine.folders.makePlace(at, name)),
    ),
    addPlace: os.folder.addPlace.handler(({ input }) =>
      orRefuse(engine.folders.addPlace(input.at)),
    ),
    choosePlace: os.folder.choosePlace.handler(async () => {
      const path = await shell.chooseFolder();
      return path === null ? null : orRefuse(engine.folders.placeOf(path));
    }),
    watch: os.folder.watch.handler(
      ({ input }) => void orRefuse(engine.watching.set(input.folderId, input.on)),
    ),
    forget: os.folder.forget.handler(({ input }) => engine.folders.forget(input.folderId)),
  };
}

function scanCalls(engine: Engine) {
  return {
    start: os.scan.start.handler(({ input: { folderId, ...how } }) =>
      orRefuse(engine.scans.start(folderId, how)),
    ),
    stop: os.scan.stop.handler(({ input }) => engine.scans.stop(input.scanId)),
    progress: os.scan.progress.handler(({ signal }) => progressStream(engine.scans, signal)),
  };
}

function photoCalls({ photos }: Engine) {
  return {
    page: os.photo.page.handler(({ input: { filter, from, limit } }) =>
      photos.page(filter, from, limit),
    ),
    counts: os.photo.counts.handler(({ input }) => photos.counts(input.filter)),
    row: os.photo.row.handler(({ input }) => photos.row(input.filter, input.photoId)),
    tree: os.photo.tree.handler(({ input }) => photos.tree(input.at)),
    get: os.photo.get.handler(({ input }) => orRefuse(photos.get(input.photoId))),
    judge: os.photo.judge.handler(({ input: { photoId, findings, verdict } }) => {
      orRefuse(photos.judge(photoId, findings, verdict));
    }),
    tags: os.photo.tags.handler(async ({ input }) => orRefuse(await photos.tags(input.photoId))),
    reveal: os.photo.reveal.handler(async ({ input }) => [
      ...orRefuse(await photos.reveal(input.photoId)),
    ]),
    preview: os.photo.preview.handler(async ({ input, signal }) => {
      const { bytes, type } = orRefuse(
        checkedPicture(await photos.preview(input.photoId, input.px, signal)),
      );
      return new Blob([new Uint8Array(bytes)], { type });
    }),
  };
}

function personCalls({ persons }: Engine) {
  return {
    find: os.person.find.handler(({ input, signal }) =>
      personStream(persons, orRefuse(persons.find(input)), signal),
    ),
    stop: os.person.stop.handler(({ input }) => persons.stop(input.personId)),
  };
}

function actionCalls({ actions }: Engine, shell: Shell) {
  const begin = <T>(steps: AsyncIterable<T>, signal: AbortSignal | undefined) =>
    beginStream(steps, asRpcError, shell.reportBug, signal);
  return {
    preview: os.action.preview.handler(async ({ input: { choice, request } }) =>
      orRefuse(await actions.preview(choice, request)),
    ),
    apply: os.action.apply.handler(({ input, signal }) =>
      begin(actions.apply(input.previewId), signal),
    ),
    undo: os.action.undo.handler(({ input, signal }) => begin(actions.undo(input.batchId), signal)),
    undoPhoto: os.action.undoPhoto.handler(({ input, signal }) =>
      begin(actions.undoPhoto(input.photoId), signal),
    ),
    history: os.action.history.handler(() => actions.history()),
  };
}

function reportCalls({ reports }: Engine) {
  return {
    make: os.report.make.handler(async ({ input }) => orRefuse(await reports.make(input))),
    save: os.report.save.handler(async ({ input }) => [...orRefuse(await reports.save(input))]),
  };
}

function vaultCalls({ vault }: Engine, shell: Shell) {
  const begin = <T>(steps: AsyncIterable<T>, signal: AbortSignal | undefined) =>
    beginStream(steps, asRpcError, shell.reportBug, signal);
  const done = (result: Result<null, AppError>) => void orRefuse(result);
  return {
    state: os.vault.state.handler(() => vault.state()),
    list: os.vault.list.handler(() => vault.list()),
    check: os.vault.check.handler(({ signal }) => begin(vault.check(), signal)),
    restore: os.vault.restore.handler(({ input: { entryIds, to }, signal }) =>
      begin(vault.restore(entryIds, to), signal),
    ),
    deleteForGood: os.vault.deleteForGood.handler(({ input, signal }) =>
      begin(vault.deleteForGood(input.entryIds), signal),
    ),
    dropOlder: os.vault.dropOlder.handler(({ signal }) => begin(vault.dropOlder(), signal)),
    unlock: os.vault.unlock.handler(async ({ input }) =>
      done(await vault.unlock(input.passphrase)),
    ),
    lock: os.vault.lock.handler(() => vault.lock()),
    setPassphrase: os.vault.setPassphrase.handler(async ({ input }) =>
      done(await vault.protect(guardBy(input.passphrase))),
    ),
    giveToKeyChain: os.vault.giveToKeyChain.handler(async () =>
      done(await vault.protect({ by: "keychain" })),
    ),
    recoverySheet: os.vault.recoverySheet.handler(({ input }) =>
      orRefuse(vault.recoverySheet(input.language)),
    ),
  };
}

const guardBy = (passphrase: string | null): Guard =>
  passphrase === null ? { by: "file" } : { by: "passphrase", passphrase };

/** The contract's one typed error; oRPC checks it against the contract and marks it as defined. */
const asRpcError = (data: AppError) => new ORPCError("REFUSED", { data });

function orRefuse<T>(result: Result<T, AppError>): T {
  if (result.ok) return result.value;
  throw asRpcError(result.error);
}
