import type { SidecarKind } from "../../../shared/policy/sidecar-source.ts";
import { removeFile, replaceFile, temporaryBeside } from "../../base/files.ts";
import type { PhotoPlace } from "../catalogue/photos.ts";
import type { Change, Ready, RunParts, Target, Work } from "./change-run.ts";
import type { CopyPlace } from "./keep-copy.ts";
import type { SidecarInput } from "./prepare-sidecar.ts";
import type { StripInput } from "./prepare-strip.ts";
import type { Previewed } from "./previews.ts";
import { Sidecars } from "./sidecars.ts";

/**
 * Metadata out, pixels as they were; what undoes it is a sealed patch, or the whole original where
 * the person asked for it. A sidecar that tells what the photo shall not tell any more goes, and is
 * kept as a whole.
 */
export class StripChange implements Change {
  readonly kind = "strip";
  readonly #parts: RunParts;
  readonly #previewed: Extract<Previewed, { kind: "strip" }>;
  readonly #beside: Sidecars;
  readonly #kinds = new Map<string, SidecarKind>();
  /** Entries of the sidecars of an entry. */
  readonly #along = new Map<string, readonly string[]>();

  constructor(parts: RunParts, previewed: Extract<Previewed, { kind: "strip" }>) {
    this.#parts = parts;
    this.#previewed = previewed;
    this.#beside = new Sidecars(parts.catalogue, previewed.photos);
  }

  targets(photos: readonly PhotoPlace[]): Target[] {
    const targets: Target[] = [];
    for (const place of photos) {
      const main = targets.length;
      const photo = { ...this.#blank(place), photoId: place.id, alongWith: null };
      const along = this.#beside.take(place).map((sidecar) => {
        this.#kinds.set(sidecar.path, sidecar.kind);
        return { ...this.#blank(sidecar), photoId: null, alongWith: main };
      });
      if (photo.copy !== null)
        this.#along.set(
          photo.copy,
          along.flatMap(({ copy }) => copy ?? []),
        );
      targets.push(photo, ...along);
    }
    return targets;
  }

  job({ path, fingerprint, temporary, copy }: Work) {
    const { plan } = this.#previewed;
    const input: StripInput = {
      path,
      fingerprint,
      temporary: temporary ?? temporaryBeside(path),
      keep: copy === null ? null : this.#placeOf(copy),
      plan: { ...plan, drops: [...plan.drops] },
    };
    const kind = this.#kinds.get(path);
    if (kind === undefined) return { task: "strip", input };
    return { task: "sidecar", input: { ...input, kind } satisfies SidecarInput };
  }

  put({ temporary, path }: Work, { afterHash }: Ready) {
    if (afterHash === null) removeFile(path);
    else if (temporary !== null) replaceFile(temporary, path);
    return null;
  }

  async settle(done: readonly { readonly work: Work }[]) {
    await rewritten(this.#parts, done, { samePicture: true });
  }

  #placeOf(copy: string): CopyPlace {
    const { vault } = this.#parts;
    return this.#previewed.request.wholeCopy
      ? vault.placeFor(copy, "strip", this.#along.get(copy))
      : { path: vault.pathOf(copy), recipient: vault.recipient };
  }

  #blank({ path, fingerprint }: { readonly path: string; readonly fingerprint: string }) {
    const { keepCopy, wholeCopy } = this.#previewed.request;
    const { vault } = this.#parts;
    const copy = keepCopy ? (wholeCopy ? vault.newEntry() : vault.newPatch()) : null;
    return { source: path, path, fingerprint, temporary: temporaryBeside(path), copy };
  }
}

/** Previews of the old picture are not shown any more, and what the new file gives away is read. */
export async function rewritten(
  { catalogue, readAgain }: RunParts,
  done: readonly { readonly work: Work }[],
  picture: { readonly samePicture: boolean },
) {
  const ids = done.flatMap(({ work }) => work.photoId ?? []);
  catalogue.photos.bumpRevisions(ids);
  // What was done may be to a sidecar alone; the photo is what is read again.
  await readAgain(
    ids.flatMap((id) => catalogue.photos.place(id)?.path ?? []),
    picture,
  );
}
