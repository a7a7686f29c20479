import { z } from "zod";
import { appErrorCode } from "./errors.ts";
import { findingKind } from "./finding.ts";
import { unitBox } from "./geometry.ts";
import { actionId, batchId, photoId, placeId, previewId } from "./ids.ts";

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
  /** Keep the whole original, not only the bytes that went: as much room again as the photo takes. */
  wholeCopy: z.boolean().default(false),
});
export type StripRequest = z.infer<typeof stripRequest>;

/** Into the vault, photo and sidecars, and away from where they were. */
export const quarantineRequest = z.object({ kind: z.literal("quarantine") });

/** What is covered, and with what. */
export const redaction = z.object({
  /** Findings of these kinds that have a box. */
  kinds: z.array(findingKind).readonly().default([]),
  /** Boxes that a person drew or typed. */
  boxes: z
    .array(z.object({ photoId, box: unitBox }))
    .max(10_000)
    .readonly()
    .default([]),
  /** Blurred and pixelated text has been read again by machines: a page must say so. */
  style: z.enum(["solid", "blur", "pixelate"]).default("solid"),
  /** Faces under an ellipse instead of a box. */
  ellipse: z.boolean().default(false),
});
export type Redaction = z.infer<typeof redaction>;
const redactRequest = redaction.extend({ kind: z.literal("redact") });

/** What the copies for others are like. The originals are not touched. */
export const exportRequest = z.object({
  kind: z.literal("export"),
  strip: stripRequest.omit({ keepCopy: true, wholeCopy: true }),
  redact: redaction.nullable().default(null),
  /** Pixels of the longer side at most; null keeps every pixel. */
  resizePx: z.int().min(16).max(30_000).nullable().default(null),
  /** "photo-0001.jpg" instead of a name that tells when and with what it was taken. */
  rename: z.boolean().default(false),
});
export type ExportRequest = z.infer<typeof exportRequest>;

/** Everything that can be asked to be done to chosen photos. */
export const actionRequest = z.discriminatedUnion("kind", [
  stripRequest.extend({ kind: z.literal("strip") }),
  quarantineRequest,
  redactRequest,
  /**
   * `to`: the folder the copies go to, as the shell's picker knows it. Null only asks what they would
   * be like: such a preview cannot be applied.
   */
  exportRequest.extend({ to: placeId.nullable() }),
]);
export type ActionRequest = z.infer<typeof actionRequest>;

/** `delete`: what was quarantined, for good. */
export const actionKind = z.enum(["strip", "quarantine", "redact", "export", "delete"]);
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
  kind: actionKind,
  photos: z.int().nonnegative(),
  /** Bytes of the photos as they are. */
  bytes: z.int().nonnegative(),
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
  /** The name of what was written, where that is another one; display text. */
  newName: z.string().nullable(),
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
