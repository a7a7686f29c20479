import { basename, extname, join } from "node:path";
import { removeIfThere, temporaryBeside } from "../../base/files.ts";
import { freeNames } from "../../base/free-names.ts";
import type { Journal } from "../catalogue/journal.ts";
import type { PhotoPlace } from "../catalogue/photos.ts";
import { ENDING_OF, writtenAs } from "../imaging/paintable.ts";
import type { Change, Ready, Target, Work } from "./change-run.ts";
import { placeFree, plainName } from "./names.ts";
import type { PaintInput } from "./prepare-paint.ts";
import type { Previewed } from "./previews.ts";
import { howItStands } from "./recover.ts";

/** Makes copies for others in a folder; the originals are not touched and nothing is overwritten. */
export class ExportChange implements Change {
  readonly kind = "export";
  readonly #journal: Journal;
  readonly #previewed: Extract<Previewed, { kind: "export" }>;
  #count = 0;

  constructor(journal: Journal, previewed: Extract<Previewed, { kind: "export" }>) {
    this.#journal = journal;
    this.#previewed = previewed;
  }

  targets(photos: readonly PhotoPlace[]): Target[] {
    return photos.map((photo) => {
      const path = join(this.#previewed.request.folder, this.#nameFor(photo));
      return {
        photoId: photo.id,
        source: photo.path,
        path,
        fingerprint: photo.fingerprint,
        temporary: temporaryBeside(path),
        copy: null,
        alongWith: null,
      };
    });
  }

  job({ source, path, fingerprint, temporary, photoId }: Work) {
    const { plan, request } = this.#previewed;
    const covers = this.#coversOf(photoId);
    const style = request.redact?.style ?? "solid";
    const { resizePx } = request;
    const isPainted = covers.length > 0 || resizePx !== null;
    const input: PaintInput = {
      path: source,
      fingerprint,
      temporary: temporary ?? temporaryBeside(path),
      order: isPainted ? { covers, style, resizePx } : null,
      plan: { ...plan, drops: [...plan.drops] },
      keep: null,
    };
    return { task: "paint", input };
  }

  put(work: Work, ready: Ready) {
    const { id, temporary, path } = work;
    if (temporary === null) return null;
    const own = this.#previewed.request.rename ? this.#nextNumbers(path) : freeNames(path, "");
    let at = path;
    try {
      return placeFree(temporary, [own, freeNames(plainName(path), "")], (name) => {
        at = name;
        this.#journal.step([{ id, state: "kept", target: at }]);
      });
    } catch (error) {
      // The step may have happened and only its settling failed: what is there now decides.
      if (howItStands({ ...ready, kind: this.kind, path, target: at }) !== "changed") throw error;
      removeIfThere(temporary);
      return at;
    }
  }

  async settle() {}

  #coversOf(photoId: Work["photoId"]) {
    return (photoId === null ? undefined : this.#previewed.covers.get(photoId)) ?? [];
  }

  #nameFor({ id, name, format }: PhotoPlace): string {
    const { rename, resizePx } = this.#previewed.request;
    const written = writtenAs(format);
    const isPainted = this.#coversOf(id).length > 0 || resizePx !== null;
    const becomes = isPainted && written !== undefined && written !== format;
    const ending = becomes ? ENDING_OF[written] : extname(name);
    if (rename) return `${this.#number()}${ending.toLowerCase()}`;
    return `${basename(name, extname(name))}${ending}`;
  }

  #number(): string {
    this.#count += 1;
    return `photo-${String(this.#count).padStart(4, "0")}`;
  }

  *#nextNumbers(path: string): Generator<string> {
    yield path;
    for (;;) yield join(this.#previewed.request.folder, `${this.#number()}${extname(path)}`);
  }
}
