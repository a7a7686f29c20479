import type { Span } from "../format.ts";

/** Sorted, without empty ones, touching and overlapping ones joined. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}

/** What of `spans` lies in none of `others`; sorted and merged. */
export function subtractSpans(spans: readonly Span[], others: readonly Span[]): Span[] {
  const holes = mergeSpans(others);
  const rest: Span[] = [];
  let hole = 0;
  for (const { start, end } of mergeSpans(spans)) {
    let at = start;
    while (hole < holes.length && (holes[hole]?.end ?? 0) <= at) hole++;
    for (let next = hole; at < end; next++) {
      const { start: from, end: to } = holes[next] ?? { start: end, end };
      if (from > at) rest.push({ start: at, end: Math.min(from, end) });
      at = Math.max(at, to);
    }
  }
  return rest;
}

/** Do two lists have a byte in common? */
export function intersects(spans: readonly Span[], others: readonly Span[]): boolean {
  const bytes = (list: readonly Span[]) =>
    list.reduce((sum, { start, end }) => sum + end - start, 0);
  return bytes(subtractSpans(spans, others)) < bytes(mergeSpans(spans));
}
