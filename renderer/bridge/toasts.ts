import type { HistoryEntry } from "../../shared/model/action.ts";
import type { AppError } from "../../shared/model/errors.ts";
import type { PhotoId } from "../../shared/model/ids.ts";
import type { Facts, TextKey } from "../../shared/text/index.ts";
import { createStore } from "./store.ts";

/** A short word at the edge of the page that goes away by itself. */
export interface Toast {
  readonly id: number;
  readonly tone: "good" | "bad" | "busy";
  readonly key: TextKey;
  readonly facts: Facts;
  /** A reason whose sentence is filled in as `reason`. */
  readonly reason?: AppError;
  /** What the toast's button takes back. */
  readonly undoes?: UndoTarget;
}

/** A whole batch, the last change of each of some photos, or what came out of the vault. */
export type UndoTarget =
  | Pick<HistoryEntry, "batchId" | "kind">
  | { readonly photoIds: readonly PhotoId[] }
  | { readonly restored: readonly PhotoId[] };

/** How long a toast stays, in milliseconds: longer where there is something to press or to read. */
const STAY_MS = { plain: 6_000, button: 15_000, bad: 20_000 } as const;

export const toasts = createStore<readonly Toast[]>([]);
let lastId = 0;

export function showToast(toast: Omit<Toast, "id">): number {
  lastId += 1;
  const id = lastId;
  toasts.set([...toasts.get().slice(-2), { ...toast, id }]);
  if (toast.tone !== "busy") setTimeout(() => dropToast(id), stayOf(toast));
  return id;
}

export const dropToast = (id: number): void => {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
};

/** Ways back that were offered before something else was taken back: they may lead nowhere now. */
export const dropUndoToasts = (): void => {
  toasts.set(toasts.get().filter(({ undoes }) => undoes === undefined));
};

export const showError = (reason: AppError): void => {
  showToast({ tone: "bad", key: `error.${reason.code}`, facts: factsOf(reason) });
};

/** The facts of a failure as its sentence takes them. */
const factsOf = ({ offset, subject }: AppError): Facts => ({
  ...(offset === undefined ? {} : { offset }),
  ...(subject === undefined ? {} : { subject }),
});

const stayOf = (toast: Omit<Toast, "id">): number =>
  toast.tone === "bad" ? STAY_MS.bad : toast.undoes ? STAY_MS.button : STAY_MS.plain;
