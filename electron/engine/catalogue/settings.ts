import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type Settings, settings } from "../../../shared/model/settings.ts";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";

/** What a person set, and the key that makes hashes of personal values useless elsewhere. */
export class SettingsStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Values that an older or newer version wrote and this one does not know fall back to the default. */
  read(): Settings {
    const stored = this.#value("settings");
    const parsed = settings.safeParse(stored === undefined ? {} : JSON.parse(stored));
    return parsed.success ? parsed.data : settings.parse({});
  }

  save(change: Partial<Settings>): Settings {
    const next = settings.parse({ ...this.read(), ...change });
    this.#write("settings", JSON.stringify(next));
    return next;
  }

  /** 32 random bytes of this catalogue, made at the first call. */
  hashKey(): Buffer {
    const known = this.#value("hash-key");
    if (known !== undefined) return Buffer.from(known, "base64");
    // Another program may be making one at this moment: the first one counts.
    prepared(this.#db, "INSERT OR IGNORE INTO setting (key, value) VALUES (?, ?)").run(
      "hash-key",
      randomBytes(32).toString("base64"),
    );
    return Buffer.from(this.#value("hash-key") ?? "", "base64");
  }

  #value(key: string): string | undefined {
    const value = prepared(this.#db, "SELECT value FROM setting WHERE key = ?").pluck().get(key);
    return z.string().optional().parse(value);
  }

  #write(key: string, value: string) {
    prepared(this.#db, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)").run(key, value);
  }
}
