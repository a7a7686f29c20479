import { type PreviewLine, type StripKind, stripKind } from "../../../shared/model/action.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import { type StripPlan, stripPlan } from "../../../shared/policy/strip-plan.ts";
import type { Cover } from "../imaging/paintable.ts";
import type { Wish } from "./previews.ts";

/** "This goes, this stays", counted in photos. */
export class Lines {
  readonly #goes = new Map<string, PreviewLine>();
  readonly #stays = new Map<string, PreviewLine>();
  /** Null where the file as a whole goes and nothing of it is weighed. */
  readonly #plan: StripPlan | null;

  constructor(wish: Wish) {
    this.#plan = planOf(wish);
  }

  add(findings: readonly Finding[], covers: readonly Cover[]) {
    const plan = this.#plan;
    if (!plan) return;
    const seen = new Set<string>();
    const covered = new Set(covers.map(({ kind }) => kind));
    for (const { kind, type } of findings) {
      const key = `${kind}/${type}`;
      if (seen.has(key)) continue;
      seen.add(key);
      count(
        covered.has(kind) || goes(kind, type, plan) ? this.#goes : this.#stays,
        key,
        kind,
        type,
      );
    }
    if (covered.has(null)) count(this.#goes, "picture/drawn-box", "picture", "drawn-box");
  }

  goes(): PreviewLine[] {
    return [...this.#goes.values()];
  }

  stays(photos: number): PreviewLine[] {
    const plan = this.#plan;
    if (photos === 0 || !plan) return [];
    const keepsDate = plan.whole && plan.keepDate;
    const always = [
      "pixels",
      "orientation",
      "colour-profile",
      ...(keepsDate ? ["capture-time"] : []),
    ];
    const picture = always.map((type): PreviewLine => ({ kind: "picture", type, photos }));
    const isSaid = ({ type }: PreviewLine) => keepsDate && type === "capture-time";
    return [...picture, ...[...this.#stays.values()].filter((line) => !isSaid(line))];
  }
}

/** What is painted is written anew: no metadata survives it. */
const NOTHING_STAYS = stripPlan({ preset: "everything", kinds: [], keepDate: false });

function planOf(wish: Wish): StripPlan | null {
  if (wish.kind === "strip") return stripPlan(wish);
  if (wish.kind === "export") return stripPlan(wish.strip);
  return wish.kind === "redact" ? NOTHING_STAYS : null;
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
