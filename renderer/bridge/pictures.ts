import type { PhotoId } from "../../shared/model/ids.ts";

/**
 * The address of a photo's preview, upright, at most `px` pixels on its longer side; both shells
 * answer it on the page's own origin. The revision changes with each rewrite of the file, so an old
 * picture is never shown for a new one.
 */
export const pictureUrl = (
  photo: { readonly id: PhotoId; readonly revision: number },
  px: number,
): string => `/photo/${photo.id}?px=${px}&r=${photo.revision}`;
