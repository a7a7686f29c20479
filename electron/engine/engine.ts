import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import packageJson from "../../package.json" with { type: "json" };
import { type AppError, type AppErrorCode, failure } from "../../shared/model/errors.ts";
import type { PhotoId } from "../../shared/model/ids.ts";
import type { Haunt, Insights } from "../../shared/model/insight.ts";
import { EVERY_PHOTO, type PhotoTag, type RevealedValue } from "../../shared/model/photo.ts";
import { MAX_ANALYSTS } from "../../shared/model/settings.ts";
import { err, map, ok, type Result } from "../../shared/result.ts";
import type { KeyChain } from "../base/key-chain.ts";
import { INSPECT_DEADLINE_MS, PREVIEW_DEADLINE_MS, SEE_DEADLINE_MS } from "../base/limits.ts";
import { Line } from "../base/line.ts";
import { ProcessPool } from "../base/pool.ts";
import { Actions } from "./actions/actions.ts";
import type { RunParts } from "./actions/change-run.ts";
import { type Catalogue, openCatalogue } from "./catalogue/catalogue.ts";
import type { LookedPhoto } from "./catalogue/photos.ts";
import type { Engine, PreviewPicture } from "./engine-api.ts";
import { type FindPlaces, placeFinder } from "./gazetteer/gazetteer.ts";
import { Persons } from "./persons/persons.ts";
import { Places, realFolder } from "./places.ts";
import { purgeFolder, purgeProblem } from "./purge.ts";
import { reportCalls } from "./report-calls.ts";
import { sidecarsOf } from "./scan/beside.ts";
import type { RevealInput } from "./scan/reveal-task.ts";
import { Scans } from "./scan/scans.ts";
import { sightsIn, sightsOf } from "./scan/versions.ts";
import type { Watching } from "./scan/watching.ts";
import { Vault } from "./vault/vault.ts";
import { vaultCalls } from "./vault-calls.ts";
import { openWatching, watchCalls } from "./watch-calls.ts";

export interface EngineOptions {
  readonly dataDir: string;
  /** Analyst processes; one per core where not given. */
  readonly jobs?: number;
  /** Milliseconds without a change after which a watched folder is scanned; five seconds where not given. */
  readonly quietMs?: number;
  /** The system's key chain, where the shell has one. */
  readonly keyChain?: KeyChain;
  /** Hears how far a large catalogue of an older version is on its way to this one, 0–1. */
  readonly onUpdate?: (share: number) => void;
}

/** The engine and the parts that only the command line asks for. */
export interface OpenEngine extends Engine {
  readonly parts: {
    readonly catalogue: Catalogue;
    readonly scans: Scans;
    readonly actions: Actions;
    readonly persons: Persons;
    readonly vault: Vault;
    readonly watching: Watching;
    readonly findPlaces: FindPlaces;
  };
}

/** Built programs lie together in dist; from source, Node runs the TypeScript file itself. */
const ANALYST = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "./analyst.ts" : "./analyst.js", import.meta.url),
);

/** The roof: the only place that wires the parts together. */
export async function openEngine(options: EngineOptions): Promise<Result<OpenEngine, AppError>> {
  const dataDir = resolve(options.dataDir);
  const opened = openCatalogue(dataDir, options.onUpdate);
  if (!opened.ok) return opened;
  const catalogue = opened.value;
  const given = { nameKey: catalogue.settings.hashKey(), chain: options.keyChain ?? null };
  const openedVault = await Vault.open(dataDir, given);
  if (!openedVault.ok) {
    catalogue.close();
    return openedVault;
  }
  const vault = openedVault.value;
  const jobs = options.jobs ?? catalogue.settings.read().analysts;
  const pool = new ProcessPool(ANALYST, analysts(jobs));
  const previews = new Line(pool.size);
  const passOver = [dataDir];
  const scans = new Scans(catalogue, pool, passOver);
  const readAgain: RunParts["readAgain"] = (paths, { samePicture }) => {
    const { detectors, effort } = catalogue.settings.read();
    const sights = samePicture ? [] : sightsOf(detectors, effort);
    return scans.readAgain(paths, { sights, samePicture });
  };
  const actions = new Actions({ catalogue, pool, vault, readAgain });
  await actions.tidy();
  const persons = new Persons(catalogue, pool);
  const watching = openWatching({ catalogue, scans, passOver, quietMs: options.quietMs });
  const close = async () => {
    watching.close();
    previews.close();
    await Promise.all([scans.close(), persons.close()]);
    pool.close();
    catalogue.close();
  };
  const findPlaces = placeFinder();
  const parts = { catalogue, scans, actions, persons, vault, watching, findPlaces };
  const purge: Engine["purge"] = async ({ evenQuarantined }) => {
    const problem = purgeProblem(parts, evenQuarantined);
    if (problem) return err(failure(problem));
    await close();
    return purgeFolder(dataDir);
  };
  return ok({ ...engineOver(parts, pool, previews), close, purge, parts });
}

/** No more than that, however many cores there are: each may hold a few hundred megabytes. */
const analysts = (jobs: number | null): number =>
  Math.max(1, Math.min(jobs ?? availableParallelism(), MAX_ANALYSTS));

function engineOver(
  parts: OpenEngine["parts"],
  pool: ProcessPool,
  previews: Line,
): Omit<Engine, "close" | "purge"> {
  const { catalogue, scans, actions, persons, vault, watching } = parts;
  const { questions, settings } = catalogue;
  const places = new Places();
  return {
    info: () => ({ version: packageJson.version, recovered: actions.recovered }),
    settings: () => settings.read(),
    saveSettings: (change) => settings.save(change),
    folders: folderCalls(parts, places),
    watching: watchCalls(catalogue, watching),
    scans: {
      start: (id, { detectors, effort }) => {
        const usual = settings.read();
        const sights = sightsOf(detectors ?? usual.detectors, effort ?? usual.effort);
        return scans.start({ folderId: id, depth: "full", sights });
      },
      stop: (id) => scans.stop(id),
      current: () => scans.current(),
      onProgress: (hear) => scans.onProgress(hear),
    },
    photos: {
      ...listings(questions),
      get: (id) => found(detailOf(parts, id)),
      judge: (id, findings, verdict) =>
        catalogue.verdicts.judge(id, findings, verdict) ? ok(null) : err(failure("scan-needed")),
      ...photoTasks(catalogue, pool, previews),
    },
    insights: () => insightsOf(parts),
    persons: personCalls(catalogue, persons),
    actions: {
      preview: previewing(actions, places),
      apply: (id) => actions.apply(id),
      undo: (batch) => actions.undo(batch),
      undoPhoto: (photo) => actions.undoPhoto(photo),
      history: () => actions.history(),
    },
    reports: reportCalls(catalogue, places),
    vault: vaultCalls(actions, vault, places),
  };
}

function folderCalls(
  { catalogue: { folders, questions }, watching }: OpenEngine["parts"],
  places: Places,
): Engine["folders"] {
  const add = (path: string) => {
    const real = realFolder(path);
    return real.ok ? ok(folders.add(real.value)) : real;
  };
  return {
    list: () => questions.folders(),
    add,
    forget: (id) => {
      watching.leave(id);
      folders.forget(id);
    },
    browse: (at) => places.list(at),
    makePlace: (at, name) => places.make(at, name),
    addPlace: (at) => {
      const path = places.pathOf(at);
      return path === undefined ? err(failure("folder-missing")) : add(path);
    },
    placeOf: (path) => map(realFolder(path), (real) => places.idOf(real)),
  };
}

const listings = (
  questions: Catalogue["questions"],
): Pick<Engine["photos"], "page" | "counts" | "row" | "tree"> => ({
  page: (filter, from, limit) => questions.page(filter, from, limit),
  counts: (filter) => questions.counts(filter),
  row: (filter, id) => questions.row(filter, id),
  tree: (at) => questions.tree(at),
});

const personCalls = ({ questions }: Catalogue, persons: Persons): Engine["persons"] => ({
  find: ({ folderId, ...face }) =>
    persons.find(face, questions.ids({ ...EVERY_PHOTO, folderId, kinds: ["face"] })),
  stop: (person) => persons.stop(person),
  forget: (person) => persons.forget(person),
  current: () => persons.current(),
  onProgress: (hear) => persons.onProgress(hear),
});

/** The page names an export's folder by its place in a picker; actions want its path. */
const previewing =
  (actions: Actions, places: Places): Engine["actions"]["preview"] =>
  async (choice, request) => {
    if (request.kind !== "export") return ok(actions.preview(choice, request));
    const folder = request.to === null ? null : places.pathOf(request.to);
    if (folder === undefined) return err(failure("folder-missing"));
    return ok(actions.preview(choice, { ...request, folder }));
  };

function insightsOf({ catalogue, findPlaces }: OpenEngine["parts"]): Insights {
  const { haunts, ...rest } = catalogue.insights.all();
  const words = findPlaces(haunts.map(({ at }) => ({ location: at })));
  const nearOf = ({ at }: Haunt) => words.find((one) => one.at === at)?.near ?? null;
  return { ...rest, haunts: haunts.map((haunt) => ({ ...haunt, near: nearOf(haunt) })) };
}

function detailOf({ catalogue, findPlaces }: OpenEngine["parts"], id: PhotoId) {
  const detail = catalogue.questions.detail(id);
  const copies = catalogue.contents.copiesOf(id);
  const judged = catalogue.verdicts.of(id);
  return detail && { ...detail, judged, copies, places: findPlaces(detail.findings) };
}

/** What an analyst does with one photo while a person waits. */
function photoTasks(
  { photos }: Catalogue,
  pool: ProcessPool,
  previews: Line,
): Pick<Engine["photos"], "tags" | "preview" | "reveal"> {
  const ask = async <T>(
    id: PhotoId,
    task: string,
    input: (photo: LookedPhoto) => unknown,
    deadlineMs = PREVIEW_DEADLINE_MS,
  ) => {
    const photo = photos.looked(id);
    if (!photo) return err(failure("photo-not-found"));
    const answer = await pool.run({ task, input: input(photo), deadlineMs });
    // The analyst is our own code of the same build: its answer has the type its task returns.
    const result = answer.ok ? (answer.value as Result<T, AppErrorCode>) : answer;
    if (result.ok) return result;
    return err(failure(result.error === "stopped" ? "interrupted" : result.error));
  };
  return {
    tags: (id) => ask<readonly PhotoTag[]>(id, "tags", ({ path }) => path),
    preview: async (id, px, signal) => {
      const draw = () => ask<PreviewPicture>(id, "preview", ({ path }) => ({ path, px }));
      const drawn = await previews.run(draw, signal);
      return drawn === "left" ? err(failure("interrupted")) : drawn;
    },
    reveal: (id) => ask<readonly RevealedValue[]>(id, "reveal", revealInput, REVEAL_DEADLINE_MS),
  };
}

const REVEAL_DEADLINE_MS = INSPECT_DEADLINE_MS + SEE_DEADLINE_MS;

const revealInput = ({ path, fingerprint, detectors }: LookedPhoto): RevealInput => ({
  path,
  fingerprint,
  sights: sightsIn(detectors),
  sidecars: sidecarsOf(path),
});

const found = <T>(value: T | undefined): Result<T, AppError> =>
  value === undefined ? err(failure("photo-not-found")) : ok(value);
