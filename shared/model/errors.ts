import { z } from "zod";

/**
 * Every failure a person can meet. The sentence of each is `error.<code>` in shared/text, in each
 * language; `docs/errors.md` is not needed because the sentence says what to do next.
 */
export const APP_ERROR_CODES = [
  // While walking: why something was passed over
  "link-skipped",
  "hidden-skipped",
  "system-skipped",
  "special-file-skipped",
  "folder-unreadable",
  "folder-missing",
  "folder-not-a-folder",
  // While making a folder for copies
  "folder-name-unusable",
  "folder-exists",
  "folder-not-made",
  // While reading one photo
  "file-vanished",
  "file-unreadable",
  "file-empty",
  "file-changed",
  "read-failed",
  "format-unknown",
  "format-damaged",
  "decoder-crashed",
  "deadline-exceeded",
  "analyst-cannot-start",
  "too-many-pixels",
  "format-not-drawable",
  // While changing one photo
  "format-read-only",
  "disk-full",
  "folder-read-only",
  "verify-failed",
  "nothing-to-remove",
  "copy-missing",
  "copy-damaged",
  "already-undone",
  "name-taken",
  "scan-needed",
  "interrupted",
  "nothing-to-cover",
  "format-not-paintable",
  // Looking for a person
  "face-unclear",
  // The vault
  "vault-locked",
  "wrong-passphrase",
  "passphrase-too-short",
  "keychain-unavailable",
  "keychain-refused",
  "vault-not-empty",
  "not-confirmed",
  "safelight-running",
  // Questions that came too late or were wrong
  "photo-not-found",
  "action-not-found",
  "preview-expired",
  "scan-running",
  "catalogue-too-new",
  "data-folder-unusable",
  "unexpected",
] as const;
export const appErrorCode = z.enum(APP_ERROR_CODES);
export type AppErrorCode = z.infer<typeof appErrorCode>;

/** A code and the facts its sentence needs. No path, no personal value. */
export const appError = z.object({
  code: appErrorCode,
  /** Byte offset in the file where reading had to stop. */
  offset: z.int().nonnegative().optional(),
  /** The container whose rules the file breaks, or a part's technical name. */
  subject: z.string().max(80).optional(),
});
export type AppError = z.infer<typeof appError>;

export const failure = (code: AppErrorCode, facts: Omit<AppError, "code"> = {}): AppError => ({
  code,
  ...facts,
});
