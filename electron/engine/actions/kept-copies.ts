import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { removeIfThere, syncFolder } from "../../base/files.ts";

/** Where originals are kept so that a change can be taken back: whole files, readable by their owner only. */
export class KeptCopies {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, "originals");
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
  }

  newName(): string {
    return randomUUID();
  }

  pathOf(name: string): string {
    return join(this.#folder, name);
  }

  /** Makes the names of copies last, not only their bytes. To be called before any original changes. */
  settle() {
    syncFolder(this.#folder);
  }

  remove(name: string) {
    removeIfThere(this.pathOf(name));
  }
}
