import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { SidecarKind } from "../../../shared/policy/sidecar-source.ts";
import { errnoOf } from "../../base/errno.ts";
import { fingerprintOf } from "../../base/fingerprint.ts";
import { fsPath } from "../../base/paths.ts";
import { namesIn } from "../../base/walk.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { PhotoPlace } from "../catalogue/photos.ts";
import { indexSidecars, type Sidecar } from "../formats/sidecars/sidecar.ts";

/** A sidecar as it lies on the disk now. */
export interface SidecarPlace {
  readonly path: string;
  readonly kind: SidecarKind;
  readonly fingerprint: string;
}

type Find = (photo: string) => readonly Sidecar[];

/**
 * What goes along with the photos of a batch. A sidecar that a photo outside the batch uses too
 * stays where it is (a camera raw's edits stand in the one that its JPEG has as well); one that
 * several of the batch use goes with the first.
 */
export class Sidecars {
  readonly #catalogue: Catalogue;
  /** Paths of all photos of the batch. */
  readonly #batch: ReadonlySet<string>;
  readonly #folders = new Map<string, Find>();
  readonly #taken = new Set<string>();

  constructor(catalogue: Catalogue, batch: readonly Pick<PhotoPlace, "path">[]) {
    this.#catalogue = catalogue;
    this.#batch = new Set(batch.map(({ path }) => path));
  }

  /** Hands out each sidecar once. */
  take({ directory, name }: PhotoPlace): readonly SidecarPlace[] {
    return this.#find(directory)(name).flatMap((sidecar) => {
      const path = join(directory, sidecar.name);
      if (this.#taken.has(path)) return [];
      this.#taken.add(path);
      const fingerprint = fingerprintAt(path);
      return fingerprint === undefined ? [] : [{ path, kind: sidecar.kind, fingerprint }];
    });
  }

  /** Does anything go along with this photo, or with another of the batch in its stead? */
  has({ directory, name }: PhotoPlace): boolean {
    return this.#find(directory)(name).length > 0;
  }

  #find(directory: string): Find {
    const known = this.#folders.get(directory);
    if (known) return known;
    const index = indexSidecars(namesIn(directory));
    const others = [...this.#catalogue.photos.inDirectory(directory).keys()].filter(
      (name) => !this.#batch.has(join(directory, name)),
    );
    const shared = new Set(others.flatMap((name) => index.of(name).map((one) => one.name)));
    const find: Find = (photo) => index.of(photo).filter(({ name }) => !shared.has(name));
    this.#folders.set(directory, find);
    return find;
  }
}

/** `undefined` where there is no file; links are not followed. */
function fingerprintAt(path: string): string | undefined {
  try {
    const stat = lstatSync(fsPath(path), { bigint: true });
    return stat.isFile() ? fingerprintOf(stat) : undefined;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}
