import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { holdPictures } from "./pictures.ts";
import {
  AT_TOP,
  drawnHeight,
  isAstray,
  offsetOf,
  placeAt,
  type ScrollPlace,
  scrolledTo,
} from "./scroll-place.ts";

/** Rows drawn above and below what is in sight. */
const OVERSCAN_ROWS = 3;
/** Milliseconds without scrolling after which a bar that went astray is put right. */
const REST_MS = 150;

interface Grid {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Photos in a row. */
  readonly columns: number;
  /** The photo to begin at; null to begin at the top. */
  readonly start: number | null;
}

/** The rows to draw, and where. */
interface Drawn {
  readonly first: number;
  readonly last: number;
  readonly shift: number;
  /** Rows that a page up or down passes over. */
  readonly pageRows: number;
}

const NOT_DRAWN: Drawn = { first: 0, last: -1, shift: 0, pageRows: 1 };

/** Which rows of a list of any length are to be drawn, and where: only those in sight exist. */
export function useGridRows(grid: Grid) {
  const { scroller, rowCount, rowHeight } = grid;
  const [drawn, setDrawn] = useState(NOT_DRAWN);
  const [wanted, setWanted] = useState<{ readonly top: number } | null>(null);
  const place = useRef<ScrollPlace>(AT_TOP);
  const latest = useRef(grid);
  useLayoutEffect(() => {
    latest.current = grid;
  });
  const spanNow = useCallback(() => {
    const view = latest.current.scroller.current?.clientHeight ?? 0;
    return { whole: latest.current.rowCount * latest.current.rowHeight, view };
  }, []);
  /** Draws what is in sight at the place; draws nothing anew where that is what is drawn. */
  const draw = useCallback(() => {
    const next = drawnAt(place.current, latest.current, spanNow().view);
    setDrawn((now) => (isSame(now, next) ? now : next));
  }, [spanNow]);
  const go = useCallback(
    (offset: number) => {
      place.current = placeAt(offset, spanNow());
      setWanted({ top: place.current.top });
      draw();
    },
    [draw, spanNow],
  );
  // The bar follows in the same frame as the rows.
  useLayoutEffect(() => {
    if (scroller.current !== null && wanted !== null) scroller.current.scrollTop = wanted.top;
  }, [scroller, wanted]);
  useScrolling(scroller, place, draw, go, spanNow);
  useSteadyPhoto(grid, place, go);
  const reveal = useCallback(
    (row: number, where: "near" | "middle") => {
      const { view } = spanNow();
      const to = revealed(row, latest.current.rowHeight, offsetOf(place.current), view, where);
      if (to !== null) go(to);
    },
    [go, spanNow],
  );
  const height = drawnHeight({ whole: rowCount * rowHeight, view: 0 });
  const topOf = (row: number) => row * rowHeight - drawn.shift;
  return { ...drawn, height, topOf, reveal };
}

/** Hears the person scroll, and the window change. */
function useScrolling(
  scroller: Grid["scroller"],
  place: RefObject<ScrollPlace>,
  draw: () => void,
  go: (offset: number) => void,
  spanNow: () => Parameters<typeof placeAt>[1],
) {
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const putRight = () => {
      if (isAstray(place.current, spanNow())) go(offsetOf(place.current));
    };
    const hear = () => {
      // Not the person, but where this module has put the bar.
      if (Math.abs(box.scrollTop - place.current.top) < 1) return;
      if (Math.abs(box.scrollTop - place.current.top) > box.clientHeight / 2) holdPictures();
      place.current = scrolledTo(box.scrollTop, place.current, spanNow());
      draw();
      clearTimeout(rest);
      rest = setTimeout(putRight, REST_MS);
    };
    const watcher = new ResizeObserver(draw);
    watcher.observe(box);
    box.addEventListener("scroll", hear, { passive: true });
    return () => {
      clearTimeout(rest);
      watcher.disconnect();
      box.removeEventListener("scroll", hear);
    };
  }, [scroller, place, draw, go, spanNow]);
}

/** Begins at a photo, and keeps the photo at the upper edge where it is when the window gets other columns. */
function useSteadyPhoto(grid: Grid, place: RefObject<ScrollPlace>, go: (offset: number) => void) {
  const { scroller, rowCount, rowHeight, columns, start } = grid;
  const before = useRef<{ rowHeight: number; columns: number } | null>(null);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { rowHeight, columns };
    if (was === null || was.rowHeight === 0) {
      const view = scroller.current?.clientHeight ?? 0;
      const row = Math.floor((start ?? 0) / columns);
      go(start === null ? 0 : (revealed(row, rowHeight, 0, view, "middle") ?? 0));
    } else if (was.rowHeight !== rowHeight || was.columns !== columns) {
      const row = offsetOf(place.current) / was.rowHeight;
      go(((row * was.columns) / columns) * rowHeight);
    }
  }, [scroller, rowHeight, columns, start, place, go]);
  useLayoutEffect(() => {
    if (rowCount > 0) go(offsetOf(place.current));
  }, [rowCount, place, go]);
}

/** Takes the focus once, when a person comes back to a list. */
export function useFocusOnce(list: RefObject<HTMLElement | null>, isWanted: boolean) {
  useEffect(() => {
    if (isWanted) list.current?.focus({ preventScroll: true });
  }, [list, isWanted]);
}

/** Tells which photos are in sight, and those near them. */
export function useTellSight(
  first: number,
  last: number,
  show: (first: number, last: number) => void,
) {
  useEffect(() => {
    if (last >= first) show(first, last);
  }, [first, last, show]);
}

/** A function that stays the same one, and does what the latest does: tiles need not be drawn anew for it. */
export function useSteady<A extends unknown[], R>(latest: (...given: A) => R): (...given: A) => R {
  const held = useRef(latest);
  useLayoutEffect(() => {
    held.current = latest;
  });
  return useCallback((...given: A) => held.current(...given), []);
}

const isSame = (a: Drawn, b: Drawn): boolean =>
  a.first === b.first && a.last === b.last && a.shift === b.shift && a.pageRows === b.pageRows;

function drawnAt(place: ScrollPlace, { rowCount, rowHeight }: Grid, view: number): Drawn {
  if (rowHeight === 0 || view === 0) return NOT_DRAWN;
  const top = offsetOf(place) / rowHeight;
  const first = Math.max(0, Math.floor(top) - OVERSCAN_ROWS);
  const last = Math.min(rowCount, Math.ceil(top + view / rowHeight) + OVERSCAN_ROWS) - 1;
  return { first, last, shift: place.shift, pageRows: Math.max(1, Math.floor(view / rowHeight)) };
}

/** Where to scroll so that a row is in sight; null where it is. */
function revealed(
  row: number,
  rowHeight: number,
  offset: number,
  view: number,
  where: "near" | "middle",
): number | null {
  const top = row * rowHeight;
  if (where === "middle") return top - (view - rowHeight) / 2;
  if (top < offset) return top;
  return top + rowHeight > offset + view ? top + rowHeight - view : null;
}
