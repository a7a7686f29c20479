import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type AppError, failure } from "../../../shared/model/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { errnoOf } from "../../base/errno.ts";
import { MIGRATIONS } from "./schema.ts";

export type Db = Database.Database;

/** Milliseconds to wait for another Safelight that is writing before giving up. */
const BUSY_TIMEOUT_MS = 10_000;

/** Hears how far an older catalogue is on its way to this version, 0–1; not for small ones. */
export type TellUpdate = (share: number) => void;

/** Fewer photos are done before anybody could read a word. */
const TOLD_FROM_PHOTOS = 20_000;
/** Words on the way. */
const WORDS = 20;
/** Of the time; what comes after the photos themselves are indexes. */
const PHOTOS_SHARE = 0.8;

/**
 * Opens (or makes) the catalogue in a data folder. Only its owner may read either.
 * @returns `catalogue-too-new` when a later version wrote it; `data-folder-unusable` when it cannot be opened.
 */
export function openDatabase(
  dataDir: string,
  tell: TellUpdate = () => undefined,
): Result<Db, AppError> {
  const file = join(dataDir, "catalogue.sqlite");
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    chmodSync(file, 0o600);
    // Full: the journal of changes must be on the disk before the change is.
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    return migrate(db, tell);
  } catch (error) {
    if (error instanceof Database.SqliteError) {
      return err(failure("data-folder-unusable", { subject: error.code }));
    }
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    return err(failure("data-folder-unusable", { subject: errno }));
  }
}

function migrate(db: Db, tell: TellUpdate): Result<Db, AppError> {
  const version = () => Number(db.pragma("user_version", { simple: true }));
  if (version() > MIGRATIONS.length) {
    db.close();
    return err(failure("catalogue-too-new"));
  }
  if (version() < MIGRATIONS.length) countPassing(db, version() === 0, tell);
  // Immediate: of two programs that start together one migrates, the other waits and finds it done.
  db.transaction(() => {
    for (const [index, sql] of MIGRATIONS.entries()) if (index >= version()) db.exec(sql);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  }).immediate();
  return ok(db);
}

/** Gives the migrations their `passing`, which is called once for each photo. */
function countPassing(db: Db, isNew: boolean, tell: TellUpdate) {
  const photos = isNew ? 0 : Number(db.prepare("SELECT COUNT(*) FROM photo").pluck().get());
  let passed = 0;
  db.function("passing", (_id) => {
    passed += 1;
    const isTold = photos >= TOLD_FROM_PHOTOS && passed % Math.ceil(photos / WORDS) === 0;
    if (isTold) tell((PHOTOS_SHARE * passed) / photos);
    return 1;
  });
}
