import { z } from "zod";
import { LAW_CATEGORIES } from "../policy/law.ts";
import { actionKind } from "./action.ts";
import { appErrorCode } from "./errors.ts";
import { findingKind, severity } from "./finding.ts";
import { folderId, placeId } from "./ids.ts";
import { language } from "./settings.ts";

/** Raise it when a script that reads the JSON would have to change. */
export const REPORT_VERSION = 1;

const count = z.int().nonnegative();

/** Photos of which somebody should know that nobody knows. */
const unknownPhotos = z.object({
  /** Could not be read at all, by reason. */
  failed: z.array(z.object({ reason: appErrorCode, photos: count })).readonly(),
  /** Passed over with a picture's name: links, pipes. */
  skipped: count,
  /** The picture itself was not looked at, although the file was read. */
  unseen: count,
  /** The picture was looked at, but not to its end: more print than time, more frames than one. */
  unread: count,
});

const typeCount = z.object({
  kind: findingKind,
  type: z.string(),
  /** The worst that was found of it. */
  severity,
  photos: count,
  /** How often it was found. */
  items: count,
  /** How many different ones these are; null where that is not counted. */
  different: count.nullable(),
});
export type TypeCount = z.infer<typeof typeCount>;

const folderCount = z.object({
  /** Display text, below the folder that was chosen. */
  folder: z.string(),
  photos: count,
  failed: count,
  dangerous: count,
});

/** How many of an action's photos came to which end. */
const actionCount = z.object({ kind: actionKind, done: count, failed: count, undone: count });

/** What a folder's photos give away, in numbers. Never a value, never a file's name. */
export const report = z.object({
  version: z.literal(REPORT_VERSION),
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  /** Who had it made, if they said so. */
  madeBy: z.string().max(120).nullable(),
  safelight: z.string(),
  /** Display text; empty for all folders. */
  folder: z.string(),
  /** What looked at the photos, with its version, and at how many: "faces1", "metadata3.full". */
  detectors: z.array(z.object({ word: z.string(), photos: count })).readonly(),
  photos: count,
  /** High or critical. */
  dangerous: count,
  unknown: unknownPhotos,
  bySeverity: z.array(z.object({ severity, photos: count })).readonly(),
  byKind: z.array(z.object({ kind: findingKind, photos: count, items: count })).readonly(),
  byType: z.array(typeCount).readonly(),
  byLaw: z
    .array(
      z.object({
        category: z.enum(LAW_CATEGORIES),
        /** Articles of each law; null where it has none of its own. */
        pipl: z.string(),
        gdpr: z.string().nullable(),
        photos: count,
      }),
    )
    .readonly(),
  byFolder: z.array(folderCount).readonly(),
  byAction: z.array(actionCount).readonly(),
});
export type Report = z.infer<typeof report>;

export const reportFormat = z.enum(["html", "csv", "json"]);
export type ReportFormat = z.infer<typeof reportFormat>;

/** What a report is about; null stands for all folders. */
export const reportSubject = z.object({ folderId: folderId.nullable() });

/** A report as files. */
export const reportWish = reportSubject.extend({
  formats: z.array(reportFormat).min(1).max(3).readonly(),
  language,
  madeBy: z.string().trim().min(1).max(120).nullable(),
  /** The folder that the files go into; nothing there is written over. */
  to: placeId,
});
export type ReportWish = z.infer<typeof reportWish>;
