import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";

interface Upkeep {
  readonly rows: Virtualizer<HTMLDivElement, Element>;
  readonly rowHeight: number;
  /** The photos drawn. */
  readonly first: number;
  readonly last: number;
  readonly show: (first: number, last: number) => void;
  /** The row to begin at, once; null to begin at the top. */
  readonly startRow: number | null;
  readonly list: RefObject<HTMLElement | null>;
}

/** Keeps a grid of rows in step with its width, tells which photos are in sight, and returns to where a person was. */
export function useGridUpkeep(upkeep: Upkeep): void {
  const { rows, rowHeight, first, last, show, startRow, list } = upkeep;
  const hasReturned = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new row height is the reason to measure
  useEffect(() => rows.measure(), [rows, rowHeight]);
  useEffect(() => {
    if (last >= first) show(first, last);
  }, [first, last, show]);
  useEffect(() => {
    if (startRow === null || hasReturned.current) return;
    hasReturned.current = true;
    rows.scrollToIndex(startRow, { align: "center" });
    list.current?.focus({ preventScroll: true });
  }, [rows, startRow, list]);
}
