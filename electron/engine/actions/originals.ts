import { basename, dirname } from "node:path";
import { type EntryId, entryId } from "../../../shared/model/ids.ts";
import {
  type VaultCheck,
  type VaultItem,
  type VaultState,
  vaultItem,
} from "../../../shared/model/vault.ts";
import { displayPath } from "../../base/paths.ts";
import type { Adopted, JournalRow } from "../catalogue/journal-rows.ts";
import { lookOfEntry } from "../vault/entry.ts";
import { SealBroken } from "../vault/seal.ts";
import type { SealedFile } from "../vault/vault.ts";
import { packLook, type RunParts } from "./change-run.ts";
import { checkAll } from "./check-vault.ts";

const ENTRY_END = ".json.age";
const DAY_MS = 86_400_000;

/** What the vault keeps and what that costs, for people. */
export class Originals {
  readonly #parts: RunParts;

  constructor(parts: RunParts) {
    this.#parts = parts;
  }

  async list(): Promise<VaultItem[]> {
    await this.#adopt();
    const rows = this.#parts.catalogue.kept.originals();
    const along = new Map<number, number>();
    for (const { alongWith } of rows)
      if (alongWith !== null) along.set(alongWith, (along.get(alongWith) ?? 0) + 1);
    return rows.filter(isMain).map((row) => ({
      id: entryId.parse(row.copy?.replace(ENTRY_END, "")),
      kind: vaultItem.shape.kind.parse(row.kind),
      name: displayPath(basename(row.path)),
      folder: displayPath(dirname(row.path)),
      bytes: row.bytesBefore,
      keptAt: row.changedAt,
      sidecars: along.get(row.id) ?? 0,
    }));
  }

  state(): VaultState {
    const { catalogue, vault } = this.#parts;
    const rows = catalogue.kept.originals().filter(isMain);
    const of = (kind: JournalRow["kind"]) => rows.filter((row) => row.kind === kind).length;
    const [objects, entries, patches] = [vault.objects(), vault.entries(), vault.patches()];
    return {
      protection: vault.protection,
      isLocked: vault.identity === null,
      quarantined: of("quarantine"),
      originals: of("redact") + of("strip"),
      patches: patches.length,
      bytes: sumOf([...objects, ...entries, ...patches]),
      older: this.#older([...objects, ...patches]),
    };
  }

  /** Opens everything in the vault to its end. Needs the key. */
  check(): AsyncGenerator<VaultCheck> {
    return checkAll(this.#parts);
  }

  /** The actions that entries belong to, sidecars with them; what the journal forgot is taken in first. */
  async rowsOf(ids: readonly EntryId[]): Promise<JournalRow[]> {
    await this.#adopt();
    const { kept, journal } = this.#parts.catalogue;
    const found = new Map<number, JournalRow>();
    for (const id of ids) {
      const row = kept.byCopy(`${id}${ENTRY_END}`);
      const all = row ? journal.withSidecars(row.id) : [];
      for (const one of all) found.set(one.id, one);
    }
    return [...found.values()].sort((a, b) => a.id - b.id);
  }

  /** The actions whose copies are older than so many days; than the setting says where none are given. */
  olderRows(days = this.#parts.catalogue.settings.read().keepDays): JournalRow[] {
    return days === null ? [] : this.#parts.catalogue.kept.olderThan(Date.now() - days * DAY_MS);
  }

  #older(files: readonly SealedFile[]): VaultState["older"] {
    const old = this.olderRows();
    const names = new Set(old.flatMap(({ copy, object }) => [copy, object]));
    return { count: old.length, bytes: sumOf(files.filter(({ name }) => names.has(name))) };
  }

  /** Entries without an action: the catalogue was lost, or comes from an older copy of the data folder. */
  async #adopt() {
    const { catalogue, vault } = this.#parts;
    if (vault.identity === null) return;
    const known = catalogue.kept.copies();
    const objects = new Set(vault.objects().map(({ name }) => name));
    const found: Adopted[] = [];
    for (const { name } of vault.entries().filter((entry) => !known.has(entry.name))) {
      const entry = await this.#openEntry(name);
      if (!entry || !objects.has(entry.object)) continue;
      found.push({
        path: entry.path,
        copy: name,
        object: entry.object,
        beforeHash: Buffer.from(entry.sha256, "hex"),
        bytes: entry.size,
        look: packLook(lookOfEntry(entry)),
        keptAt: entry.keptAt,
        sidecars: entry.sidecars,
      });
    }
    catalogue.kept.adopt(found);
  }

  async #openEntry(name: string) {
    try {
      return await this.#parts.vault.openEntry(name);
    } catch (error) {
      // A check of the vault tells of it; here it cannot be listed.
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }
}

const isMain = ({ alongWith }: JournalRow): boolean => alongWith === null;

const sumOf = (files: readonly SealedFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);
