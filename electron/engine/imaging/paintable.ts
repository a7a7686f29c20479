import type { FindingKind } from "../../../shared/model/finding.ts";
import type { UnitBox } from "../../../shared/model/geometry.ts";
import type { FormatId } from "../../../shared/model/photo.ts";
import { PAINTABLE } from "../../../shared/policy/paintable.ts";

/* What painting can be asked for; without the picture library, so that the engine can ask too. */

/** One area to be covered. */
export interface Cover {
  /** What is under it; null for a box that a person drew. */
  readonly kind: FindingKind | null;
  readonly box: UnitBox;
  /** An ellipse inside the box instead of the box. */
  readonly isRound: boolean;
}

export type WrittenFormat = (typeof PAINTABLE)[number];

/** What copies of other containers become. */
const BECOMES: Readonly<Partial<Record<FormatId, WrittenFormat>>> = {
  heif: "jpeg",
  avif: "jpeg",
  gif: "png",
};

/** What a painted or resized picture is written as; undefined where it cannot be decoded here. */
export const writtenAs = (format: FormatId | null): WrittenFormat | undefined =>
  PAINTABLE.find((one) => one === format) ?? (format === null ? undefined : BECOMES[format]);

/** Can a painted or resized copy be made of it? */
export const canDecode = (format: FormatId | null): boolean => writtenAs(format) !== undefined;

/** The ending that people expect. */
export const ENDING_OF: Readonly<Record<WrittenFormat, string>> = {
  jpeg: ".jpg",
  png: ".png",
  webp: ".webp",
  tiff: ".tif",
};
