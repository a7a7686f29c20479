import { z } from "zod";
import { appErrorCode } from "./errors.ts";
import { findingKind } from "./finding.ts";
import { actionId, batchId, photoId, previewId } from "./ids.ts";

/** The kinds of finding that live in a file's bytes beside the pixels and can be stripped from it. */
export const STRIP_KINDS = [
  "location",
  "identity",
  "device",
  "time",
  "thumbnail",
  "hidden-data",
] as const;
export const stripKind = z.enum(STRIP_KINDS);
export type StripKind = z.infer<typeof stripKind>;

export const stripPreset = z.enum(["location", "identity", "everything", "custom"]);
export type StripPreset = z.infer<typeof stripPreset>;

/** What a person asked a strip to do. */
export const stripRequest = z.object({
  preset: stripPreset,
  /** Read only when the preset is `custom`. */
  kinds: z.array(stripKind).readonly().default([]),
  /** Keep the day and time the picture was taken (presets `identity` and `custom`). */
  keepDate: z.boolean().default(false),
  /** Keep what is needed to undo. `false` only when the person chose "keep no copy". */
  keepCopy: z.boolean().default(true),
});
export type StripRequest = z.infer<typeof stripRequest>;

export const actionKind = z.enum(["strip"]);
export type ActionKind = z.infer<typeof actionKind>;

/** The journal's steps, in order; `failed` and `undone` are ends. */
export const actionState = z.enum(["planned", "kept", "done", "failed", "undoing", "undone"]);
export type ActionState = z.infer<typeof actionState>;

/** One line of "this goes, this stays", summed over the photos of a preview. */
export const previewLine = z.object({
  kind: findingKind.or(z.literal("picture")),
  /** The finding's type, or what stays: `pixels`, `orientation`, `colour-profile`, `capture-time`… */
  type: z.string(),
  photos: z.int().positive(),
});
export type PreviewLine = z.infer<typeof previewLine>;

export const actionPreview = z.object({
  id: previewId,
  photos: z.int().nonnegative(),
  goes: z.array(previewLine).readonly(),
  stays: z.array(previewLine).readonly(),
  /** Photos that cannot be changed, and why; they are left as they are. */
  refused: z.array(z.object({ photoId, name: z.string(), error: appErrorCode })).readonly(),
});
export type ActionPreview = z.infer<typeof actionPreview>;

/** What became of one photo. `unchanged` means there was nothing to remove and nothing was written. */
export const actionOutcome = z.object({
  /** Null when the photo has left the catalogue since; its action still knows the file. */
  photoId: photoId.nullable(),
  name: z.string(),
  actionId: actionId.nullable(),
  result: z.enum(["done", "unchanged", "failed"]),
  error: appErrorCode.nullable(),
  /** Bytes that left the file. */
  bytesRemoved: z.int(),
});
export type ActionOutcome = z.infer<typeof actionOutcome>;

export const actionProgress = z.object({
  batchId,
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  outcomes: z.array(actionOutcome).readonly(),
});
export type ActionProgress = z.infer<typeof actionProgress>;

/** One line of the history page: a whole batch. */
export const historyEntry = z.object({
  batchId,
  kind: actionKind,
  preset: stripPreset.nullable(),
  /** Milliseconds since 1970, UTC. */
  startedAt: z.int(),
  photos: z.int().nonnegative(),
  done: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  undone: z.int().nonnegative(),
  canUndo: z.boolean(),
  /** At most a few, display text. */
  names: z.array(z.string()).readonly(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;
