import { randomUUID } from "node:crypto";
import type { PhotoChoice } from "../../../shared/contract/index.ts";
import {
  type ActionPreview,
  type PreviewLine,
  type StripKind,
  type StripRequest,
  stripKind,
} from "../../../shared/model/action.ts";
import { type AppErrorCode, failure } from "../../../shared/model/errors.ts";
import { type PhotoId, type PreviewId, photoId, previewId } from "../../../shared/model/ids.ts";
import { type StripPlan, stripPlan } from "../../../shared/policy/strip-plan.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { displayPath } from "../../base/paths.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { PhotoPlace } from "../catalogue/photos.ts";

/** Previews that wait for a yes; older ones expire, so that nothing is applied that nobody remembers seeing. */
const PREVIEWS_KEPT = 32;

/** A preview as the engine remembers it: exactly these photos, in exactly the state they were seen in. */
export interface Previewed {
  readonly request: StripRequest;
  readonly plan: StripPlan;
  readonly photos: readonly PhotoPlace[];
}

/** Says what a strip would do, and keeps what was said until it is applied. */
export class Previews {
  readonly #catalogue: Catalogue;
  readonly #kept = new Map<PreviewId, Previewed>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  make(choice: PhotoChoice, request: StripRequest): ActionPreview {
    const plan = stripPlan(request);
    const lines = new Lines();
    const photos: PhotoPlace[] = [];
    const refused: { photoId: PhotoId; name: string; error: AppErrorCode }[] = [];
    for (const id of this.#chosen(choice)) {
      const place = this.#catalogue.photos.place(id);
      const error = place ? refusal(place) : "photo-not-found";
      if (!place || error) {
        refused.push({
          photoId: id,
          name: displayPath(place?.name ?? ""),
          error: error ?? "unexpected",
        });
        continue;
      }
      photos.push(place);
      lines.add(this.#catalogue.questions.findings(id), plan);
    }
    const id = this.#keep({ request, plan, photos });
    return {
      id,
      photos: photos.length,
      goes: lines.goes(),
      stays: lines.stays(photos.length),
      refused,
    };
  }

  /** Hands a preview out once: what was applied cannot be applied again. */
  take(id: PreviewId): Result<Previewed, ReturnType<typeof failure>> {
    const previewed = this.#kept.get(id);
    this.#kept.delete(id);
    return previewed ? ok(previewed) : err(failure("preview-expired"));
  }

  #chosen(choice: PhotoChoice): PhotoId[] {
    if ("photoIds" in choice) return [...new Set(choice.photoIds)];
    return this.#catalogue.questions.ids(choice.filter).map((id) => photoId.parse(id));
  }

  #keep(previewed: Previewed): PreviewId {
    const id = previewId.parse(randomUUID());
    this.#kept.set(id, previewed);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > PREVIEWS_KEPT && oldest) this.#kept.delete(oldest);
    return id;
  }
}

/** Why a photo cannot be stripped, as far as the catalogue knows. */
function refusal(place: PhotoPlace): AppErrorCode | undefined {
  return place.status === "scanned" ? undefined : (place.error ?? "scan-needed");
}

/** "This goes, this stays", counted in photos. */
class Lines {
  readonly #goes = new Map<string, PreviewLine>();
  readonly #stays = new Map<string, PreviewLine>();
  #keepsDate = false;

  add(
    findings: readonly { readonly kind: PreviewLine["kind"]; readonly type: string }[],
    plan: StripPlan,
  ) {
    const seen = new Set<string>();
    this.#keepsDate = plan.whole && plan.keepDate;
    for (const { kind, type } of findings) {
      const key = `${kind}/${type}`;
      if (seen.has(key)) continue;
      seen.add(key);
      count(goes(kind, type, plan) ? this.#goes : this.#stays, key, kind, type);
    }
  }

  goes(): PreviewLine[] {
    return [...this.#goes.values()];
  }

  stays(photos: number): PreviewLine[] {
    if (photos === 0) return [];
    const always = [
      "pixels",
      "orientation",
      "colour-profile",
      ...(this.#keepsDate ? ["capture-time"] : []),
    ];
    const picture = always.map((type): PreviewLine => ({ kind: "picture", type, photos }));
    const isSaid = ({ type }: PreviewLine) => this.#keepsDate && type === "capture-time";
    return [...picture, ...[...this.#stays.values()].filter((line) => !isSaid(line))];
  }
}

function goes(kind: PreviewLine["kind"], type: string, plan: StripPlan): boolean {
  const parsed = stripKind.safeParse(kind);
  if (!parsed.success || !plan.drops.has(parsed.data satisfies StripKind)) return false;
  return !(plan.whole && plan.keepDate && type === "capture-time");
}

function count(
  lines: Map<string, PreviewLine>,
  key: string,
  kind: PreviewLine["kind"],
  type: string,
) {
  lines.set(key, { kind, type, photos: (lines.get(key)?.photos ?? 0) + 1 });
}
