import { stripPlan } from "../../../shared/policy/strip-plan.ts";
import { replaceFile, temporaryBeside } from "../../base/files.ts";
import type { PhotoPlace } from "../catalogue/photos.ts";
import type { Change, RunParts, Target, Work } from "./change-run.ts";
import type { PaintInput } from "./prepare-paint.ts";
import type { Previewed } from "./previews.ts";
import { rewritten } from "./strip-change.ts";

const { drops, ...rest } = stripPlan({ preset: "everything", kinds: [], keepDate: false });
const NOTHING_STAYS = { ...rest, drops: [...drops] };

/** Covers what was chosen, in the photo itself; the whole original is kept in the vault. */
export class RedactChange implements Change {
  readonly kind = "redact";
  readonly #parts: RunParts;
  readonly #previewed: Extract<Previewed, { kind: "redact" }>;

  constructor(parts: RunParts, previewed: Extract<Previewed, { kind: "redact" }>) {
    this.#parts = parts;
    this.#previewed = previewed;
  }

  targets(photos: readonly PhotoPlace[]): Target[] {
    return photos.map(({ id, path, fingerprint }) => ({
      photoId: id,
      source: path,
      path,
      fingerprint,
      temporary: temporaryBeside(path),
      copy: this.#parts.vault.newEntry(),
      alongWith: null,
    }));
  }

  job({ path, fingerprint, temporary, copy, photoId }: Work) {
    const { vault } = this.#parts;
    const { covers, request } = this.#previewed;
    const input: PaintInput = {
      path,
      fingerprint,
      temporary: temporary ?? temporaryBeside(path),
      order: {
        covers: (photoId === null ? undefined : covers.get(photoId)) ?? [],
        style: request.style,
        resizePx: null,
      },
      plan: NOTHING_STAYS,
      keep: vault.placeFor(copy ?? vault.newEntry(), "redact"),
    };
    return { task: "paint", input };
  }

  put({ temporary, path }: Work) {
    if (temporary !== null) replaceFile(temporary, path);
    return null;
  }

  async settle(done: readonly { readonly work: Work }[]) {
    await rewritten(this.#parts, done, { samePicture: false });
  }
}
