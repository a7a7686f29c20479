import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { removeIfThere } from "../../base/files.ts";

/**
 * Who is changing files. Two programs may work on one data folder at once, and what one has half
 * done must not be "recovered" by the other. Each holds a lock that the system takes away when it
 * dies, however it dies: SQLite's, because it works alike on every system and needs no process ids.
 */
export class Owner {
  /** Written beside every action. */
  readonly id = randomUUID();
  /** There were locks of programs that did not end by themselves. */
  readonly foundDead: boolean;
  readonly #folder: string;
  readonly #lock: Database.Database;

  /** To be called under the catalogue's write lock: nobody sweeps while another is between file and lock. */
  constructor(dataDir: string) {
    this.#folder = join(dataDir, "running");
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.foundDead = this.#sweep();
    this.#lock = new Database(this.#fileOf(this.id));
    this.#lock.exec("BEGIN EXCLUSIVE");
  }

  /** Is the program that wrote this id still there? Our own answers yes. */
  isAlive(id: string): boolean {
    if (id === this.id) return true;
    const file = this.#fileOf(id);
    if (!existsSync(file)) return false;
    return !isFree(file);
  }

  /** Ids of the other programs that are alive. */
  others(): string[] {
    return this.#known().filter((id) => id !== this.id && this.isAlive(id));
  }

  release() {
    // Windows removes no file that is open.
    this.#lock.close();
    this.#remove(this.id);
  }

  /** Takes away the locks of programs that were killed. */
  #sweep(): boolean {
    const dead = this.#known().filter((id) => isFree(this.#fileOf(id)));
    for (const id of dead) this.#remove(id);
    return dead.length > 0;
  }

  #known(): string[] {
    return readdirSync(this.#folder).flatMap((name) => /^(.*)\.lock$/.exec(name)?.[1] ?? []);
  }

  #remove(id: string) {
    for (const end of ["", "-journal"]) removeIfThere(`${this.#fileOf(id)}${end}`);
  }

  #fileOf(id: string): string {
    return join(this.#folder, `${id}.lock`);
  }
}

/** Does nobody hold this lock? */
function isFree(file: string): boolean {
  let probe: Database.Database | undefined;
  try {
    probe = new Database(file, { timeout: 0, fileMustExist: true });
    probe.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    // Removed a moment ago, by its holder or by another's sweep.
    if (error.code === "SQLITE_CANTOPEN") return true;
    if (error.code.startsWith("SQLITE_BUSY")) return false;
    throw error;
  } finally {
    probe?.close();
  }
}
