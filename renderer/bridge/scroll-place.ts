/**
 * Browsers draw no element higher than some millions of pixels (Firefox 17.8, Chromium 33.5), and a
 * million photos are higher. So a long list is drawn in an element of at most this height: steps move
 * it pixel by pixel, and jumps of the scroll bar by shares of the whole.
 */
export const MOST_DRAWN_PX = 8_000_000;

/** Where a list stands: scrolled by `top`, its rows drawn `shift` above where they are. CSS pixels. */
export interface ScrollPlace {
  readonly top: number;
  readonly shift: number;
}
export const AT_TOP: ScrollPlace = { top: 0, shift: 0 };

/** A list's whole height and that of the part in sight, in CSS pixels. */
export interface ScrollSpan {
  readonly whole: number;
  readonly view: number;
}

export const drawnHeight = ({ whole }: ScrollSpan): number => Math.min(whole, MOST_DRAWN_PX);

/** How far into the list the upper edge is. */
export const offsetOf = ({ top, shift }: ScrollPlace): number => top + shift;

const clamp = (x: number, most: number): number => Math.max(0, Math.min(x, most));
const lastOffset = ({ whole, view }: ScrollSpan): number => Math.max(0, whole - view);
const lastTop = (span: ScrollSpan): number => Math.max(0, drawnHeight(span) - span.view);

/** The person scrolled to `top`. A step keeps the shift, so that rows move as far as his fingers; a jump lands at its share. */
export function scrolledTo(top: number, place: ScrollPlace, span: ScrollSpan): ScrollPlace {
  if (span.whole <= MOST_DRAWN_PX) return { top, shift: 0 };
  const isStep = Math.abs(top - place.top) <= span.view;
  if (isStep) return { top, shift: clamp(top + place.shift, lastOffset(span)) - top };
  return { top, shift: (top / lastTop(span)) * lastOffset(span) - top };
}

/** Shows the list from `offset` on, with the scroll bar where that share of the list is. */
export function placeAt(offset: number, span: ScrollSpan): ScrollPlace {
  const at = clamp(offset, lastOffset(span));
  if (span.whole <= MOST_DRAWN_PX) return { top: at, shift: 0 };
  const top = Math.round((at / lastOffset(span)) * lastTop(span));
  return { top, shift: at - top };
}

/** After many steps the bar stands where it should not, and may be at its end before the list is. */
export const isAstray = (place: ScrollPlace, span: ScrollSpan): boolean =>
  span.whole > MOST_DRAWN_PX && Math.abs(placeAt(offsetOf(place), span).top - place.top) > 1;
