import { removeFile } from "../../base/files.ts";
import type { PhotoPlace } from "../catalogue/photos.ts";
import type { Change, RunParts, Target, Work } from "./change-run.ts";
import type { KeepInput } from "./prepare-keep.ts";
import { Sidecars } from "./sidecars.ts";

/** Photos and what stands beside them about them go into the vault. */
export class QuarantineChange implements Change {
  readonly kind = "quarantine";
  readonly #parts: RunParts;
  readonly #beside: Sidecars;
  /** Entries of the sidecars of an entry. */
  readonly #sidecars = new Map<string, readonly string[]>();

  constructor(parts: RunParts, batch: readonly PhotoPlace[]) {
    this.#parts = parts;
    this.#beside = new Sidecars(parts.catalogue, batch);
  }

  targets(photos: readonly PhotoPlace[]): Target[] {
    const targets: Target[] = [];
    for (const place of photos) {
      const photo = { ...this.#blank(place), photoId: place.id, alongWith: null };
      const along = this.#beside
        .take(place)
        .map((sidecar) => ({ ...this.#blank(sidecar), photoId: null, alongWith: targets.length }));
      this.#sidecars.set(
        photo.copy,
        along.map(({ copy }) => copy),
      );
      targets.push(photo, ...along);
    }
    return targets;
  }

  job({ path, fingerprint, copy }: Work) {
    const entry = copy ?? this.#parts.vault.newEntry();
    const place = this.#parts.vault.placeFor(entry, "quarantine", this.#sidecars.get(entry));
    const input: KeepInput = { path, fingerprint, place };
    return { task: "keep", input };
  }

  put({ path }: Work) {
    removeFile(path);
    return null;
  }

  async settle(done: readonly { readonly work: Work }[]) {
    const { photos } = this.#parts.catalogue;
    photos.remove(done.flatMap(({ work }) => work.photoId ?? []));
  }

  #blank({ path, fingerprint }: { readonly path: string; readonly fingerprint: string }) {
    const copy = this.#parts.vault.newEntry();
    return { source: path, path, fingerprint, temporary: null, copy };
  }
}
