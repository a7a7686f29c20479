import type { ActionOutcome, ActionProgress } from "../../shared/model/action.ts";
import type { BatchId } from "../../shared/model/ids.ts";

/** How far an action is, with the latest outcome of each photo. */
export interface ActionRun {
  readonly batchId: BatchId | null;
  readonly done: number;
  readonly total: number;
  readonly outcomes: readonly ActionOutcome[];
}

export const NOT_BEGUN: ActionRun = { batchId: null, done: 0, total: 0, outcomes: [] };

export async function followAction(
  steps: AsyncIterable<ActionProgress>,
  hear: (run: ActionRun) => void = () => undefined,
): Promise<ActionRun> {
  const outcomes = new Map<string, ActionOutcome>();
  let run = NOT_BEGUN;
  for await (const { batchId, done, total, outcomes: fresh } of steps) {
    for (const outcome of fresh) outcomes.set(keyOf(outcome), outcome);
    run = { batchId, done, total, outcomes: [...outcomes.values()] };
    hear(run);
  }
  return run;
}

/** What tells outcomes apart; a photo that has left the list has no id any more. */
export const keyOf = ({ photoId, actionId, name }: ActionOutcome): string =>
  photoId === null ? `${actionId} ${name}` : String(photoId);

export const countOf = (run: ActionRun, result: ActionOutcome["result"]): number =>
  run.outcomes.filter((outcome) => outcome.result === result).length;
