import type { PhotoTile } from "../model/photo.ts";

/** Is a photo's picture itself what must not be seen by whoever looks over a shoulder? */
export const isBestVeiled = ({ kinds, severity }: Pick<PhotoTile, "kinds" | "severity">): boolean =>
  severity === "critical" || kinds.includes("document");
