import { STRIP_KINDS, type StripKind, type StripRequest } from "../model/action.ts";

/**
 * What a strip removes, decided without looking at a file.
 * Pixels, orientation, colour profile and HDR gain map always stay.
 */
export interface StripPlan {
  readonly drops: ReadonlySet<StripKind>;
  /**
   * True when nothing but what draws the picture may stay: containers then drop whole blocks and
   * write the little that stays anew. False: each tag is judged, and other bytes stay as they are.
   */
  readonly whole: boolean;
  /** With `whole`: keep the day and time the picture was taken, as Exif DateTimeOriginal. */
  readonly keepDate: boolean;
}

const ALL: ReadonlySet<StripKind> = new Set(STRIP_KINDS);

/** The plan of a request. `identity` and `everything` differ in that only `identity` can keep the date. */
export function stripPlan(request: Pick<StripRequest, "preset" | "kinds" | "keepDate">): StripPlan {
  switch (request.preset) {
    case "location":
      return { drops: new Set(["location"]), whole: false, keepDate: true };
    case "identity":
      return { drops: ALL, whole: true, keepDate: request.keepDate };
    case "everything":
      return { drops: ALL, whole: true, keepDate: false };
    case "custom":
      return customPlan(request.kinds, request.keepDate);
  }
}

function customPlan(kinds: readonly StripKind[], keepDate: boolean): StripPlan {
  const drops = new Set(kinds);
  const isAllButTime = STRIP_KINDS.every((kind) => drops.has(kind) || kind === "time");
  if (isAllButTime) return { drops: ALL, whole: true, keepDate: keepDate || !drops.has("time") };
  if (keepDate) drops.delete("time");
  return { drops, whole: false, keepDate: !drops.has("time") };
}
