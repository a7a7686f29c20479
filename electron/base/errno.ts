import type { AppErrorCode } from "../../shared/model/errors.ts";

/** The system's own word for a failed file operation, or `undefined` where the error is a bug of ours. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" && /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined;
}

const READING: Readonly<Record<string, AppErrorCode>> = {
  ENOENT: "file-vanished",
  ENOTDIR: "file-vanished",
  EACCES: "file-unreadable",
  EPERM: "file-unreadable",
  ELOOP: "link-skipped",
  ENAMETOOLONG: "file-unreadable",
  ESHORT: "file-changed",
};

/** What to call a failure to read; bugs are thrown on. */
export function readingError(error: unknown): AppErrorCode {
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  return READING[errno] ?? "read-failed";
}

const WRITING: Readonly<Record<string, AppErrorCode>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EFBIG: "disk-full",
  EROFS: "folder-read-only",
  EACCES: "folder-read-only",
  EPERM: "folder-read-only",
  ENOENT: "file-vanished",
  ENOTDIR: "file-vanished",
  EEXIST: "name-taken",
  ESHORT: "file-changed",
};

/** What to call a failure to write beside a photo; bugs are thrown on. */
export function writingError(error: unknown): AppErrorCode {
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  return WRITING[errno] ?? "read-failed";
}

/** What SQLite answers when the disk or the file fails it; its other answers are bugs of ours. */
const CATALOGUE_TROUBLE =
  /^SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|BUSY|LOCKED|PERM|PROTOCOL|NOLFS)/;

/** What to call trouble with the data folder that struck where nobody expected it; bugs are thrown on. */
export function storageError(error: unknown): AppErrorCode {
  const code = error instanceof Error && "code" in error ? `${error.code}` : "";
  if (code === "SQLITE_FULL") return "disk-full";
  return CATALOGUE_TROUBLE.test(code) ? "data-folder-unusable" : writingError(error);
}
