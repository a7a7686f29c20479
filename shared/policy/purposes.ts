import type { ExportRequest, Redaction, StripRequest } from "../model/action.ts";
import type { FindingKind } from "../model/finding.ts";

/** What copies for others are made for. */
export const PURPOSES = ["social", "form", "drive"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a purpose sets; a person may change each of it. */
export interface CopyWishes {
  readonly strip: Pick<StripRequest, "preset" | "keepDate">;
  readonly cover: Redaction["kinds"];
  readonly resizePx: ExportRequest["resizePx"];
  readonly rename: boolean;
}

/** Pixels of the longer side that fill a screen: sites make their pictures no larger. */
const SCREEN_PX = 2048;

/** What nobody means to post. Faces stay: a picture for friends is of somebody. */
const PAPERS: readonly FindingKind[] = ["document", "personal-text", "barcode"];

const WISHES: Readonly<Record<Purpose, CopyWishes>> = {
  social: {
    strip: { preset: "everything", keepDate: false },
    cover: PAPERS,
    resizePx: SCREEN_PX,
    rename: true,
  },
  // An office must read what is in the picture, and needs nothing of what stands beside it.
  form: {
    strip: { preset: "everything", keepDate: false },
    cover: [],
    resizePx: null,
    rename: true,
  },
  // Colleagues look for pictures by their names and days, not by who took them where with what.
  drive: {
    strip: { preset: "identity", keepDate: true },
    cover: [],
    resizePx: null,
    rename: false,
  },
};

/** @param coverKinds of which something can be covered in the photos */
export const wishesFor = (purpose: Purpose, coverKinds: readonly FindingKind[]): CopyWishes => ({
  ...WISHES[purpose],
  cover: WISHES[purpose].cover.filter((kind) => coverKinds.includes(kind)),
});

/** The purpose that sets just this; null where the person has settings of his own. */
export const purposeOf = (
  wishes: CopyWishes,
  coverKinds: readonly FindingKind[],
): Purpose | null => {
  const text = (one: CopyWishes) =>
    JSON.stringify([
      one.strip.preset,
      one.strip.keepDate,
      [...one.cover].sort(),
      one.resizePx,
      one.rename,
    ]);
  return PURPOSES.find((purpose) => text(wishesFor(purpose, coverKinds)) === text(wishes)) ?? null;
};
