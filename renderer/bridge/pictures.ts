import { type RefObject, useEffect, useRef, useState } from "react";
import type { PhotoId } from "../../shared/model/ids.ts";
import { PictureDesk } from "./picture-desk.ts";
import { loadPicture } from "./transport.ts";

/**
 * The address of a photo's preview, upright, at most `px` pixels on its longer side; both shells
 * answer it on the page's own origin. The revision changes with each rewrite of the file, so an old
 * picture is never shown for a new one.
 */
const pictureUrl = (
  photo: { readonly id: PhotoId; readonly revision: number },
  px: number,
): string => `/photo/${photo.id}?px=${px}&r=${photo.revision}`;

/** As many as analysts can be busy with, and some on their way. */
const AT_ONCE = 4;
/** Some two thousand pictures of a grid. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** Milliseconds that a picture's place must be there before it is asked for: not while rows fly past. */
const SETTLE_MS = 40;

const desk = new PictureDesk(
  {
    load: loadPicture,
    open: (picture) => URL.createObjectURL(picture),
    close: (address) => URL.revokeObjectURL(address),
    distance: (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const [x, y] = [(left + right - innerWidth) / 2, (top + bottom - innerHeight) / 2];
      return Math.hypot(x, y);
    },
  },
  AT_ONCE,
  KEPT_BYTES,
);

/** Milliseconds after the last jump of the scroll bar; a person who lets it go has not yet looked. */
const REST_MS = 50;

/** The list jumps: what comes into sight now is likely gone in the next frame. */
export const holdPictures = (): void => desk.hold(REST_MS);

/** A picture for an element: null while it is on its way. */
export interface ComingPicture {
  readonly element: RefObject<HTMLImageElement | null>;
  readonly address: string | null;
  readonly hasFailed: boolean;
}

/** A photo's picture, upright, asked for once its place has been there for a moment and given up with it. */
export function usePicture(
  photo: { readonly id: PhotoId; readonly revision: number },
  px: number,
): ComingPicture {
  const url = pictureUrl(photo, px);
  const element = useRef<HTMLImageElement>(null);
  const [come, setCome] = useState<{ url: string; address: string | null } | null>(null);
  const address = come?.url === url ? come.address : desk.known(url);
  const isThere = address !== null || come?.url === url;
  useEffect(() => {
    const place = element.current;
    if (isThere || place === null) return;
    let leave = () => {};
    const settled = setTimeout(() => {
      leave = desk.want(url, place, (got) => setCome({ url, address: got }));
    }, SETTLE_MS);
    return () => {
      clearTimeout(settled);
      leave();
    };
  }, [url, isThere]);
  return { element, address, hasFailed: come?.url === url && come.address === null };
}
