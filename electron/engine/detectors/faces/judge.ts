import type { Network } from "../detector.ts";
import type { Candidate } from "./boxes.ts";
import { lookAgain } from "./look.ts";
import type { Levels } from "./pixels.ts";

/** Candidates of one picture that get a second look at most; a crowd has more, and is a crowd anyway. */
const MOST_JUDGED = 48;

/**
 * Throws out what is no face. A face is found again when it is looked at alone, and has a face's
 * shape; dogs, headlights and patterns mostly are not. What stays tells how sure both looks were.
 * @param extra logits that a picture asks for beyond the usual, where faces are less likely.
 */
export async function judge(
  net: Network,
  levels: Levels,
  candidates: readonly Candidate[],
  stop: AbortSignal,
  extra = 0,
): Promise<readonly Candidate[]> {
  const [sure, accept] = [net.setting("sure-score"), net.setting("accept-logit") + extra];
  const faces: Candidate[] = [];
  let judged = 0;
  for (const candidate of candidates) {
    const penalty = shapePenalty(net, candidate, levels);
    if (candidate.score >= sure && penalty === 0 && extra === 0) {
      faces.push(candidate);
      continue;
    }
    judged += 1;
    if (judged > MOST_JUDGED) {
      if (candidate.score >= net.setting("crowd-score") && penalty === 0) faces.push(candidate);
      continue;
    }
    stop.throwIfAborted();
    const again = await lookAgain(net, levels, candidate.box);
    const both = logit(candidate.score) + logit(again);
    if (both - penalty >= accept) faces.push({ ...candidate, score: sigmoid(both / 2) });
  }
  return faces;
}

/** Logits that a box loses because faces are not shaped so. */
function shapePenalty(net: Network, { box }: Candidate, { whole }: Levels): number {
  const ratio = (box[2] * whole.width) / (box[3] * whole.height);
  const off = Math.abs(Math.log(ratio / net.setting("shape-ratio")));
  return Math.max(0, off - net.setting("shape-tolerance")) * net.setting("shape-penalty");
}

/** Scores nearer to 0 and 1 than this say no more than this. */
const CERTAIN = 0.002;

function logit(score: number): number {
  const p = Math.min(Math.max(score, CERTAIN), 1 - CERTAIN);
  return Math.log(p / (1 - p));
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
