import {
  type PreviewLine,
  previewLine,
  type StripKind,
  stripKind,
} from "../../../shared/model/action.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import { sidecarOf } from "../../../shared/policy/sidecar-source.ts";
import { type StripPlan, stripPlan } from "../../../shared/policy/strip-plan.ts";
import type { Cover } from "../imaging/paintable.ts";
import type { Wish } from "./previews.ts";

/** "This goes, this stays", counted in photos. */
export class Lines {
  readonly #goes = new Map<string, PreviewLine>();
  readonly #stays = new Map<string, PreviewLine>();
  /** Null where the file as a whole goes and nothing of it is weighed. */
  readonly #plan: StripPlan | null;
  readonly #wish: Wish;
  /** Photos whose pixels are written anew. */
  #redrawn = 0;

  constructor(wish: Wish) {
    this.#wish = wish;
    this.#plan = planOf(wish);
  }

  /** `sidecarsGo`: what stands in files beside the photo is dealt with too, else it stays. */
  add(findings: readonly Finding[], covers: readonly Cover[], sidecarsGo: boolean) {
    const plan = this.#plan;
    if (!plan) return;
    if (isRedrawn(this.#wish, covers)) this.#redrawn += 1;
    const covered = new Set(covers.map(({ kind }) => kind));
    const [going, staying] = [new Set<string>(), new Set<string>()];
    for (const finding of findings) {
      const { kind, type } = finding;
      const sidecar = sidecarOf(finding);
      const isMet = sidecar === undefined || sidecarsGo;
      const isGoing = isMet && (covered.has(kind) || goes(kind, type, plan));
      (isGoing ? going : staying).add(`${kind}/${type}`);
      // XMP of which only some goes is edited, all other sidecars go as a whole.
      if (isGoing && sidecar && (plan.whole || sidecar !== "xmp")) going.add("hidden-data/sidecar");
    }
    if (covered.has(null)) going.add("picture/drawn-box");
    for (const line of going) count(this.#goes, line);
    for (const line of staying) count(this.#stays, line);
  }

  goes(): PreviewLine[] {
    return [...this.#goes.values()];
  }

  stays(photos: number): PreviewLine[] {
    const plan = this.#plan;
    if (photos === 0 || !plan) return [];
    const keepsDate = plan.whole && plan.keepDate;
    const always = ["orientation", "colour-profile", ...(keepsDate ? ["capture-time"] : [])];
    const counted = [
      { type: "pixels", photos: photos - this.#redrawn },
      { type: "repainted", photos: this.#redrawn },
      ...always.map((type) => ({ type, photos })),
    ];
    const picture = counted
      .filter((line) => line.photos > 0)
      .map((line): PreviewLine => ({ kind: "picture", ...line }));
    const isSaid = ({ type }: PreviewLine) => keepsDate && type === "capture-time";
    return [...picture, ...[...this.#stays.values()].filter((line) => !isSaid(line))];
  }
}

const isRedrawn = (wish: Wish, covers: readonly Cover[]): boolean =>
  wish.kind !== "strip" &&
  (covers.length > 0 || (wish.kind === "export" && wish.resizePx !== null));

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

function count(lines: Map<string, PreviewLine>, line: string) {
  const [kind, type] = line.split("/");
  const known = lines.get(line) ?? previewLine.parse({ kind, type, photos: 1 });
  lines.set(line, { ...known, photos: (lines.get(line)?.photos ?? 0) + 1 });
}
