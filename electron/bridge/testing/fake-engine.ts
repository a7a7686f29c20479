import { failure } from "../../../shared/model/errors.ts";
import {
  batchId,
  type FolderId,
  folderId,
  type PreviewId,
  personId,
  placeId,
  previewId,
  scanId,
} from "../../../shared/model/ids.ts";
import type { Insights } from "../../../shared/model/insight.ts";
import type { PersonProgress } from "../../../shared/model/person.ts";
import type { ScanProgress } from "../../../shared/model/scan.ts";
import { settings } from "../../../shared/model/settings.ts";
import { err, ok } from "../../../shared/result.ts";
import { Refused } from "../../base/refused.ts";
import type { Engine } from "../../engine/engine-api.ts";

/** For tests of the bridge and the shells only: an engine with nothing behind it that remembers what it was asked. */
export interface FakeEngine extends Engine {
  readonly asked: string[];
  /** Sends progress to whoever listens. */
  tell(progress: ScanProgress): void;
  readonly listeners: ReadonlySet<(progress: ScanProgress) => void>;
}

export const FOLDER = folderId.parse(1);
export const PREVIEW: PreviewId = previewId.parse("9b2f6f0a-54c8-4d0a-9c39-0d7b0a6a1e11");
/** The bytes every preview of the fake consists of. */
export const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 255, 128);

/** How far the fake's only search is. */
export const PERSON: PersonProgress = {
  personId: personId.parse(4),
  state: "running",
  total: 3,
  done: 1,
  found: 1,
  unclear: 0,
  error: null,
};

export const progressOf = (change: Partial<ScanProgress> = {}): ScanProgress => ({
  scanId: scanId.parse(1),
  folderId: FOLDER,
  state: "running",
  found: 10,
  read: 0,
  done: 0,
  unchanged: 0,
  failed: 0,
  dangerous: 0,
  msLeft: null,
  elapsedMs: 0,
  skipped: {},
  error: null,
  ...change,
});

export function fakeEngine(): FakeEngine {
  const asked: string[] = [];
  const listeners = new Set<(progress: ScanProgress) => void>();
  const ask = <T>(question: string, answer: T): T => {
    asked.push(question);
    return answer;
  };
  let current = settings.parse({});
  return {
    asked,
    listeners,
    tell: (progress) => {
      for (const hear of listeners) hear(progress);
    },
    info: () => ({ version: "0.0.0", recovered: { finished: 0, reverted: 0 } }),
    settings: () => current,
    saveSettings: (change) => {
      current = { ...current, ...change };
      return current;
    },
    folders: fakeFolders(ask),
    watching: fakeWatching(asked),
    scans: {
      start: (id) => ask(`scan ${id}`, ok(scanId.parse(1))),
      stop: (id) => ask(`stop ${id}`, undefined),
      current: () => [progressOf()],
      onProgress: (hear) => listening(listeners, hear),
    },
    photos: fakePhotos(asked),
    insights: () => NO_INSIGHTS,
    persons: fakePersons(asked),
    actions: fakeActions(asked),
    reports: fakeReports(asked),
    vault: fakeVault(asked),
    purge: async () => ask("purge", err(failure("vault-not-empty"))),
    close: async () => ask("close", undefined),
  };
}

function listening<T>(listeners: Set<T>, hear: T): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

const fakePersons = (asked: string[]): Engine["persons"] => ({
  find: ({ photoId }) => (photoId === 7 ? ok(PERSON.personId) : err(failure("photo-not-found"))),
  stop: (person) => void asked.push(`stop person ${person}`),
  forget: (person) => void asked.push(`forget person ${person}`),
  current: () => [PERSON, { ...PERSON, personId: personId.parse(5) }],
  onProgress: () => () => {},
});

const fakeWatching = (asked: string[]): Engine["watching"] => ({
  begin: () => void asked.push("watch"),
  set: (id, on) => {
    asked.push(`watch ${id} ${on}`);
    return ok(null);
  },
  hold: (isHeld) => void asked.push(`hold ${isHeld}`),
  onNews: () => () => {},
});

const fakeActions = (asked: string[]): Engine["actions"] => ({
  preview: async () => err(failure("scan-needed")),
  apply: (id) => applySteps(id, asked),
  undo: () => applySteps(PREVIEW, asked),
  undoPhoto: () => applySteps(PREVIEW, asked),
  history: () => [],
});

const NO_INSIGHTS: Insights = {
  photos: 0,
  located: 0,
  haunts: [],
  people: { faces: 0, children: 0, elderly: 0 },
  papers: [],
  devices: [],
  apps: [],
};

type Ask = <T>(question: string, answer: T) => T;

const fakeFolders = (ask: Ask): Engine["folders"] => ({
  list: () => [],
  add: (path) => ask(`add ${path}`, addFolder(path)),
  forget: (id) => ask(`forget ${id}`, undefined),
  browse: () => err(failure("folder-missing")),
  makePlace: (at, name) => ask(`makePlace ${at} ${name}`, ok(placeId.parse(4))),
  addPlace: (at) => ask(`addPlace ${at}`, ok(FOLDER)),
  placeOf: (path) => ask(`placeOf ${path}`, ok(placeId.parse(3))),
});

const fakeReports = (asked: string[]): Engine["reports"] => ({
  make: async () => err(failure("folder-missing")),
  save: async ({ to }) => {
    asked.push(`report to ${to}`);
    return ok(["report.html"]);
  },
});

const fakeVault = (asked: string[]): Engine["vault"] => ({
  state: () => ({
    protection: "passphrase",
    isLocked: true,
    quarantined: 0,
    originals: 0,
    patches: 0,
    bytes: 0,
    older: { count: 0, bytes: 0 },
  }),
  list: async () => [],
  check: async function* () {
    yield { done: 0, total: 0, problems: [] };
  },
  restore: () => applySteps(PREVIEW, asked),
  deleteForGood: () => applySteps(PREVIEW, asked),
  dropOlder: () => applySteps(PREVIEW, asked),
  unlock: async (secret) => (secret === "right" ? ok(null) : err(failure("wrong-passphrase"))),
  lock: () => void asked.push("lock"),
  protect: async ({ by }) => {
    asked.push(`protect ${by}`);
    return ok(null);
  },
  recoverySheet: () => err(failure("vault-locked")),
});

const fakePhotos = (asked: string[]): Engine["photos"] => ({
  page: () => ({ photos: [], total: 0 }),
  counts: () => ({
    photos: 0,
    failed: 0,
    changed: 0,
    byKind: {},
    bySeverity: {},
    byDocument: {},
  }),
  row: () => ({ row: null, previous: null, next: null }),
  tree: () => [],
  get: () => err(failure("photo-not-found")),
  judge: (id, findings, verdict) => {
    asked.push(`judge ${id} ${findings.length} ${verdict}`);
    return ok(null);
  },
  tags: async () => ok([]),
  reveal: async () => err(failure("file-changed")),
  preview: async (id, px) => {
    asked.push(`preview ${id} ${px}`);
    return id === 7 ? ok({ bytes: PICTURE, type: "image/png" }) : err(failure("photo-not-found"));
  },
});

const addFolder = (path: string) =>
  path.includes("missing") ? err(failure("folder-missing")) : ok<FolderId>(FOLDER);

async function* applySteps(id: PreviewId, asked: string[]) {
  if (id !== PREVIEW) throw new Refused(failure("preview-expired"));
  try {
    for (const done of [0, 1, 2]) {
      yield { batchId: batchId.parse(1), done, total: 2, outcomes: [] };
    }
  } finally {
    asked.push("apply ended");
  }
}
