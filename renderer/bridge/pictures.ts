import type { PhotoId } from "../../shared/model/ids.ts";
import { isWindowShell } from "./window-bridge.ts";

/**
 * The address of a photo's preview, upright, at most `px` pixels on its longer side.
 * The revision changes with each rewrite of the file, so an old picture is never shown for a new one.
 */
export function pictureUrl(
  photo: { readonly id: PhotoId; readonly revision: number },
  px: number,
): string {
  const base = isWindowShell() ? "safelight://photo" : "/photo";
  return `${base}/${photo.id}?px=${px}&r=${photo.revision}`;
}
