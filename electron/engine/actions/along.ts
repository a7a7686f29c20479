import { basename } from "node:path";
import type { ActionOutcome } from "../../../shared/model/action.ts";
import { displayPath } from "../../base/paths.ts";
import type { Lead } from "../catalogue/journal-rows.ts";
import type { Ended, Prepared, Work } from "./change-run.ts";

/* A photo's sidecars change with it. People count photos: what becomes of the sidecars is told with theirs. */

/** Works in the same order, with a sidecar at the head where its photo has nothing to change. */
export function withLeads(
  works: readonly Work[],
  prepared: readonly Prepared[],
): { readonly works: readonly Work[]; readonly leads: readonly Lead[] } {
  const led = [...works];
  const leads: Lead[] = [];
  for (const [main, { photoId }] of works.entries()) {
    if (prepared[main]?.status !== "unchanged") continue;
    const along = works
      .map((work, at) => ({ work, at, status: prepared[at]?.status }))
      .filter(({ work, status }) => work.alongWith === main && status !== "unchanged");
    const first = along.find(({ status }) => status === "prepared") ?? along[0];
    if (!first) continue;
    const others = along.filter((one) => one !== first);
    leads.push({ first: first.work.id, others: others.map(({ work }) => work.id), photoId });
    led[first.at] = { ...first.work, photoId, alongWith: null };
    for (const { work, at } of others) led[at] = { ...work, alongWith: first.at };
  }
  return { works: led, leads };
}

/** One outcome a photo, and one more for each sidecar that made trouble. */
export function outcomesOf(planned: readonly Work[], ends: readonly Ended[]): ActionOutcome[] {
  return planned.flatMap((work, main) => {
    const end = ends[main];
    if (work.alongWith !== null || !end) return [];
    const along = ends.filter((_, at) => planned[at]?.alongWith === main);
    const failed = along.filter(({ result }) => result === "failed");
    if (end.result === "failed") return [outcomeOf(end)];
    if (end.result === "done") return [end, ...failed].map(outcomeOf);
    const done = along.filter(({ result }) => result === "done");
    const [first] = done.length > 0 ? done : failed;
    if (!first) return [outcomeOf(end)];
    const bytesRemoved = done.reduce((sum, one) => sum + one.bytesRemoved, 0);
    const { actionId, result, error } = outcomeOf(first);
    const photo = { ...outcomeOf(end), actionId, result, error, bytesRemoved };
    return [photo, ...failed.filter((one) => one !== first).map(outcomeOf)];
  });
}

function outcomeOf({ work, result, error, at, bytesRemoved }: Ended): ActionOutcome {
  return {
    photoId: work.photoId,
    name: displayPath(basename(work.source)),
    newName: at === null || at === work.source ? null : displayPath(basename(at)),
    actionId: result === "unchanged" ? null : work.id,
    result,
    error,
    bytesRemoved,
  };
}
