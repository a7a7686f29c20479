import { nearWords } from "../../shared/text/near.ts";
import type { OpenEngine } from "../engine/engine.ts";
import type { FindingRecord } from "./document.ts";
import { language, say } from "./terminal.ts";

/** "Near Nanqiao, Shanghai, China" for each different place among some findings. */
export const placesInWords = (
  { parts }: OpenEngine,
  findings: readonly FindingRecord[],
): readonly string[] => [
  ...new Set(
    parts.findPlaces(findings).map((words) => {
      const { key, facts } = nearWords(language, words);
      return say(key, facts);
    }),
  ),
];
