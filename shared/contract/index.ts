import { eventIterator, oc } from "@orpc/contract";
import { z } from "zod";
import { actionPreview, actionProgress, actionRequest, historyEntry } from "../model/action.ts";
import { appError } from "../model/errors.ts";
import { detectorId, finding, verdict } from "../model/finding.ts";
import { directoryNode, folder, placeListing } from "../model/folder.ts";
import {
  batchId,
  directoryId,
  entryId,
  folderId,
  personId,
  photoId,
  placeId,
  previewId,
  scanId,
} from "../model/ids.ts";
import { insights } from "../model/insight.ts";
import { personProgress, personWish } from "../model/person.ts";
import {
  photoCounts,
  photoDetail,
  photoFilter,
  photoPage,
  photoRow,
  photoTag,
  revealedValue,
} from "../model/photo.ts";
import { report, reportSubject, reportWish } from "../model/report.ts";
import { effort, scanProgress } from "../model/scan.ts";
import { appInfo, language, purged, settings, settingsChange } from "../model/settings.ts";
import { passphrase, recoverySheet, vaultCheck, vaultItem, vaultState } from "../model/vault.ts";

/** Encoded picture bytes; a Blob wherever one runs, named by its shape because this floor knows no DOM. */
export interface PictureBlob {
  readonly type: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}
const pictureBlob = z.custom<PictureBlob>(
  (value) => typeof value === "object" && value !== null && "arrayBuffer" in value,
);

/** Every call may be refused with one typed error: a code and facts, whose sentence is in shared/text. */
const call = oc.errors({ REFUSED: { data: appError } });

/** Which photos an action is about: picked one by one, or all that a filter shows. */
const photoChoice = z.union([
  z.object({ photoIds: z.array(photoId).min(1).readonly() }),
  z.object({ filter: photoFilter, except: z.array(photoId).readonly() }),
]);
export type PhotoChoice = z.infer<typeof photoChoice>;

/** The one list of questions and events between page and engine. Checks, transports and types derive from it. */
export const contract = {
  app: {
    info: call.output(appInfo),
    settings: call.output(settings),
    saveSettings: call.input(settingsChange).output(settings),
    /**
     * Removes catalogue, vault and settings and tells what was removed. The engine is closed after it.
     * `vault-not-empty` while the vault has the only copy of a photo, unless told that it may go.
     */
    purge: call
      .input(z.object({ confirm: z.literal("purge"), evenQuarantined: z.boolean() }))
      .output(z.array(purged).readonly()),
  },
  folder: {
    list: call.output(z.array(folder).readonly()),
    /** Opens the system's dialog; null when the person closed it. */
    choose: call.output(folderId.nullable()),
    /** The built-in picker: the children of a place, or of the home folder. */
    browse: call.input(z.object({ at: placeId.nullable() })).output(placeListing),
    /** Makes a folder in a place. Refused for a name that some disk could not hold, or that is taken. */
    makePlace: call.input(z.object({ at: placeId, name: z.string().max(1_000) })).output(placeId),
    addPlace: call.input(z.object({ at: placeId })).output(folderId),
    /** The system's dialog for a folder that is only written into; null when the person closed it. */
    choosePlace: call.output(placeId.nullable()),
    /** Scans it by itself from now on, whenever something in it changes; or no longer. */
    watch: call.input(z.object({ folderId, on: z.boolean() })).output(z.void()),
    /** Forgets what was found; no photo is touched. */
    forget: call.input(z.object({ folderId })).output(z.void()),
  },
  scan: {
    start: call
      .input(
        z.object({
          folderId,
          /** Null means: as the settings say; so does no effort. */
          detectors: z.array(detectorId).readonly().nullable(),
          effort: effort.nullable().default(null),
        }),
      )
      .output(scanId),
    stop: call.input(z.object({ scanId })).output(z.void()),
    /** The current state at once, then at most ten times a second, for every scan. */
    progress: call.output(eventIterator(scanProgress)),
  },
  photo: {
    /** Rows `from` to `from + limit` of what a filter shows, and how many there are. */
    page: call
      .input(
        z.object({
          filter: photoFilter,
          from: z.int().nonnegative(),
          limit: z.int().min(1).max(500),
        }),
      )
      .output(photoPage),
    counts: call.input(z.object({ filter: photoFilter })).output(photoCounts),
    /** Where a photo stands in what a filter shows. */
    row: call.input(z.object({ filter: photoFilter, photoId })).output(photoRow),
    /** The folders directly in one, by name; the chosen folders when asked for none. */
    tree: call
      .input(z.object({ at: directoryId.nullable() }))
      .output(z.array(directoryNode).readonly()),
    get: call.input(z.object({ photoId })).output(photoDetail),
    /** Says of findings that they are fine or wrong, or takes that back; they count no more. */
    judge: call
      .input(
        z.object({
          photoId,
          findings: z.array(finding).min(1).max(1_000).readonly(),
          verdict: verdict.nullable(),
        }),
      )
      .output(z.void()),
    /** Reads the file anew; raw values, shown and stored nowhere. */
    tags: call.input(z.object({ photoId })).output(z.array(photoTag).readonly()),
    /** Reads photo and picture anew: what the masked values stand for. `file-changed` of another file. */
    reveal: call.input(z.object({ photoId })).output(z.array(revealedValue).readonly()),
    /** A picture for the page, upright, at most `px` on its longer side; PNG, JPEG or WebP bytes. */
    preview: call.input(z.object({ photoId, px: z.int().min(16).max(4096) })).output(pictureBlob),
  },
  insight: {
    /** What all photos together give away. */
    all: call.output(insights),
  },
  /** Photos of one person. Faces are measured while somebody looks, in memory alone. */
  person: {
    /**
     * Compares a face with those of other photos. Tells how far it is, and goes on waiting when it is
     * done: as soon as its reader leaves, all that was measured and found is forgotten.
     */
    find: call.input(personWish).output(eventIterator(personProgress)),
    /** Compares no further; what was found so far stays until the reader of `find` leaves. */
    stop: call.input(z.object({ personId })).output(z.void()),
  },
  action: {
    preview: call
      .input(z.object({ choice: photoChoice, request: actionRequest }))
      .output(actionPreview),
    /** Applies exactly what the preview showed. The iterator ends with the batch. */
    apply: call.input(z.object({ previewId })).output(eventIterator(actionProgress)),
    undo: call.input(z.object({ batchId })).output(eventIterator(actionProgress)),
    undoPhoto: call.input(z.object({ photoId })).output(eventIterator(actionProgress)),
    history: call.output(z.array(historyEntry).readonly()),
  },
  /** Counts for people who must answer for an album; never a value. */
  report: {
    make: call.input(reportSubject).output(report),
    /** Writes a report into a folder that the person chose, beside what lies there; answers with the names. */
    save: call.input(reportWish).output(z.array(z.string()).readonly()),
  },
  /** What is kept to take changes back. Whatever needs the key is refused with `vault-locked`. */
  vault: {
    state: call.output(vaultState),
    list: call.output(z.array(vaultItem).readonly()),
    /** Opens everything in it to its end. */
    check: call.output(eventIterator(vaultCheck)),
    /** Puts originals back where they were, or into a place; beside, never over, what lies there. */
    restore: call
      .input(z.object({ entryIds: z.array(entryId).min(1).readonly(), to: placeId.nullable() }))
      .output(eventIterator(actionProgress)),
    /** Nothing brings them back: a page asks twice, and says what a disk may keep all the same. */
    deleteForGood: call
      .input(
        z.object({
          entryIds: z.array(entryId).min(1).readonly(),
          confirm: z.literal("delete for good"),
        }),
      )
      .output(eventIterator(actionProgress)),
    /** The same for all that is older than the setting `keepDays`, small records too. */
    dropOlder: call
      .input(z.object({ confirm: z.literal("delete for good") }))
      .output(eventIterator(actionProgress)),
    /** The key of the recovery sheet stands for the passphrase too; null asks the system's key chain. */
    unlock: call.input(z.object({ passphrase: passphrase.nullable() })).output(z.void()),
    lock: call.output(z.void()),
    /** Sets or changes the passphrase of an open vault; null removes it. */
    setPassphrase: call.input(z.object({ passphrase: passphrase.nullable() })).output(z.void()),
    /**
     * Gives the key of an open vault to the system's key chain; only the window has one, and where it
     * is not safe it is refused with `keychain-unavailable`. A page shows the recovery sheet with it:
     * the account's key chain may be lost with the account.
     */
    giveToKeyChain: call.output(z.void()),
    recoverySheet: call.input(z.object({ language })).output(recoverySheet),
  },
};
export type Contract = typeof contract;
