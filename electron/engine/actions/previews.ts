import { randomUUID } from "node:crypto";
import type { PhotoChoice } from "../../../shared/contract/index.ts";
import type {
  ActionPreview,
  ActionRequest,
  ExportRequest,
  StripRequest,
} from "../../../shared/model/action.ts";
import { type AppErrorCode, failure } from "../../../shared/model/errors.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import { type PhotoId, type PreviewId, previewId } from "../../../shared/model/ids.ts";
import { sidecarOf } from "../../../shared/policy/sidecar-source.ts";
import { type StripPlan, stripPlan } from "../../../shared/policy/strip-plan.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { displayPath } from "../../base/paths.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { PhotoPlace } from "../catalogue/photos.ts";
import type { Cover } from "../imaging/paintable.ts";
import { coversOf } from "./covers.ts";
import { Lines } from "./lines.ts";
import { refusal } from "./refusals.ts";
import { Sidecars } from "./sidecars.ts";

/** Previews that wait for a yes; older ones expire, so that nothing is applied that nobody remembers seeing. */
const PREVIEWS_KEPT = 32;

/** An export knows its folder by its path; the shells turn a picker's place into one. Null: it is only looked at. */
export type ExportWish = ExportRequest & { readonly folder: string | null };
export type Wish = Exclude<ActionRequest, { kind: "export" }> | ExportWish;

type Exported = ExportWish & { readonly folder: string };

/** A preview as the engine remembers it: exactly these photos, in exactly the state they were seen in. */
interface Seen {
  readonly photos: readonly PhotoPlace[];
  /** What is to be covered on each photo, as it was counted. */
  readonly covers: ReadonlyMap<PhotoId, readonly Cover[]>;
}
export type Previewed = Seen &
  (
    | { readonly kind: "strip"; readonly request: StripRequest; readonly plan: StripPlan }
    | { readonly kind: "quarantine"; readonly request: Extract<Wish, { kind: "quarantine" }> }
    | { readonly kind: "redact"; readonly request: Extract<Wish, { kind: "redact" }> }
    | { readonly kind: "export"; readonly request: Exported; readonly plan: StripPlan }
  );

/** Says what an action would do, and keeps what was said until it is applied. */
export class Previews {
  readonly #catalogue: Catalogue;
  readonly #kept = new Map<PreviewId, Previewed>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  make(choice: PhotoChoice, wish: Wish): ActionPreview {
    const { questions, photos: places } = this.#catalogue;
    const lines = new Lines(wish);
    const photos: PhotoPlace[] = [];
    const found: (readonly Finding[])[] = [];
    const covers = new Map<PhotoId, readonly Cover[]>();
    const refused: { photoId: PhotoId; name: string; error: AppErrorCode }[] = [];
    for (const id of this.#chosen(choice)) {
      const place = places.place(id);
      const findings = questions.findings(id);
      const cover = coversOf(wish, id, findings);
      const error = place ? refusal(wish, place, cover) : "photo-not-found";
      if (place && !error) {
        photos.push(place);
        found.push(findings);
        covers.set(id, cover);
      } else {
        const name = displayPath(place?.name ?? "");
        refused.push({ photoId: id, name, error: error ?? "unexpected" });
      }
    }
    const beside = new Sidecars(this.#catalogue, photos);
    for (const [at, place] of photos.entries()) {
      const findings = found[at] ?? [];
      lines.add(findings, covers.get(place.id) ?? [], sidecarsGo(wish, place, findings, beside));
    }
    const id = this.#keep(remember(wish, { photos, covers }));
    const bytes = photos.reduce((sum, one) => sum + one.bytes, 0);
    const [goes, stays] = [lines.goes(), lines.stays(photos.length)];
    return { id, kind: wish.kind, photos: photos.length, bytes, goes, stays, refused };
  }

  /** Hands a preview out once: what was applied cannot be applied again. */
  take(id: PreviewId): Result<Previewed, ReturnType<typeof failure>> {
    const previewed = this.#kept.get(id);
    this.#kept.delete(id);
    return previewed ? ok(previewed) : err(failure("preview-expired"));
  }

  #chosen(choice: PhotoChoice): PhotoId[] {
    if ("photoIds" in choice) return [...new Set(choice.photoIds)];
    const except = new Set(choice.except);
    return this.#catalogue.questions.ids(choice.filter).filter((id) => !except.has(id));
  }

  #keep(previewed: Previewed | undefined): PreviewId {
    const id = previewId.parse(randomUUID());
    if (previewed === undefined) return id;
    this.#kept.set(id, previewed);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > PREVIEWS_KEPT && oldest) this.#kept.delete(oldest);
    return id;
  }
}

/** Copies for others leave without any sidecar; a strip takes those that no other photo uses. */
const sidecarsGo = (
  wish: Wish,
  place: PhotoPlace,
  findings: readonly Finding[],
  beside: Sidecars,
): boolean =>
  wish.kind === "export" ||
  (wish.kind === "strip" && findings.some(sidecarOf) && beside.has(place));

function remember(wish: Wish, seen: Seen): Previewed | undefined {
  switch (wish.kind) {
    case "strip":
      return { ...seen, kind: "strip", request: wish, plan: stripPlan(wish) };
    case "quarantine":
      return { ...seen, kind: "quarantine", request: wish };
    case "redact":
      return { ...seen, kind: "redact", request: wish };
    case "export": {
      const { folder } = wish;
      if (folder === null) return undefined;
      return { ...seen, kind: "export", request: { ...wish, folder }, plan: stripPlan(wish.strip) };
    }
  }
}
