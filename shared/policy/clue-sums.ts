import type { Clue } from "../model/clues.ts";
import type { Found, Insights } from "../model/insight.ts";

/** Types that stand for one answer; the doubtful ones with the sure ones, because care costs nothing. */
export const CHILDREN = ["child", "possible-child"] as const;
export const ELDERLY = ["elderly", "possible-elderly"] as const;
export const FACES = ["face", ...CHILDREN, ...ELDERLY] as const;
const DEVICES: ReadonlySet<string> = new Set(["device-model", "serial-number"]);
const APPS: ReadonlySet<string> = new Set([
  "software",
  "ai-record",
  "content-credentials",
  "edit-history",
]);

/** Names of one sort told at most; a shared drive may have hundreds. */
const MAX_LISTED = 40;

/** So many photos have these clues in common. */
export type CountedClues = readonly [clues: readonly Clue[], photos: number];

/** What clues come to: who is in the photos, which papers, which devices, which programs. */
export function clueSums(
  counted: readonly CountedClues[],
): Pick<Insights, "people" | "papers" | "devices" | "apps"> {
  const having = (types: readonly string[]) =>
    counted
      .filter(([clues]) => clues.some(([type]) => types.includes(type)))
      .reduce((sum, [, photos]) => sum + photos, 0);
  const all = found(counted);
  const among = (types: ReadonlySet<string>) =>
    all.filter(({ type }) => types.has(type)).slice(0, MAX_LISTED);
  const faces: ReadonlySet<string> = new Set(FACES);
  return {
    people: { faces: having(FACES), children: having(CHILDREN), elderly: having(ELDERLY) },
    papers: all
      .filter(({ type }) => !faces.has(type) && !DEVICES.has(type) && !APPS.has(type))
      .slice(0, MAX_LISTED),
    devices: among(DEVICES),
    apps: among(APPS),
  };
}

/** One for each type and name, those in most photos first. */
function found(counted: readonly CountedClues[]): readonly Found[] {
  const sums = new Map<string, Found>();
  for (const [clues, photos] of counted) {
    for (const [type, name, items] of clues) {
      const key = `${type} ${name}`;
      const before = sums.get(key) ?? { type, name, photos: 0, items: 0 };
      sums.set(key, {
        ...before,
        photos: before.photos + photos,
        items: before.items + items * photos,
      });
    }
  }
  return [...sums.values()].sort((a, b) => b.photos - a.photos);
}
