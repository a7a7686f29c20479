import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { canPaint } from "../../../shared/policy/paintable.ts";
import type { PhotoPlace } from "../catalogue/photos.ts";
import { type Cover, canDecode } from "../imaging/paintable.ts";
import type { Wish } from "./previews.ts";

/** Why an action cannot be done to a photo, as far as the catalogue knows. */
export function refusal(
  wish: Wish,
  place: PhotoPlace,
  covers: readonly Cover[],
): AppErrorCode | undefined {
  // Sealing a file needs no understanding of it; a link or a pipe is no file.
  if (wish.kind === "quarantine") {
    return place.status === "skipped" ? (place.error ?? "special-file-skipped") : undefined;
  }
  if (place.status !== "scanned") return place.error ?? "scan-needed";
  if (wish.kind === "redact") {
    if (covers.length === 0) return "nothing-to-cover";
    return canPaint(place.format) ? undefined : "format-not-paintable";
  }
  const isPainted = wish.kind === "export" && (covers.length > 0 || wish.resizePx !== null);
  return isPainted && !canDecode(place.format) ? "format-not-paintable" : undefined;
}
