import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/**
 * Who is changing files. Two programs may work on one data folder at once, and what one has half
 * done must not be "recovered" by the other. Each holds a lock that the system takes away when it
 * dies, however it dies: SQLite's, because it works alike on every system and needs no process ids.
 */
export class Owner {
  /** Written beside every action. */
  readonly id = randomUUID();
  readonly #folder: string;
  readonly #lock: Database.Database;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, "running");
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.#lock = new Database(this.#fileOf(this.id));
    this.#lock.exec("BEGIN EXCLUSIVE");
  }

  /** Is the program that wrote this id still there? Our own answers yes. */
  isAlive(id: string): boolean {
    if (id === this.id) return true;
    const file = this.#fileOf(id);
    if (!existsSync(file)) return false;
    const probe = new Database(file, { timeout: 0 });
    try {
      probe.exec("BEGIN EXCLUSIVE");
      rmSync(file, { force: true });
      return false;
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY"))
        return true;
      throw error;
    } finally {
      probe.close();
    }
  }

  release() {
    rmSync(this.#fileOf(this.id), { force: true });
    this.#lock.close();
  }

  #fileOf(id: string): string {
    return join(this.#folder, `${id}.lock`);
  }
}
