import type { StripPreset } from "../../../shared/model/action.ts";
import type { FindingKind } from "../../../shared/model/finding.ts";
import type { InsightFocus } from "../../../shared/model/focus.ts";
import type { Found, Haunt, Insights } from "../../../shared/model/insight.ts";
import { CHILDREN, ELDERLY, FACES } from "../../../shared/policy/clue-sums.ts";
import type { TextKey } from "../../../shared/text/index.ts";
import { nearWords } from "../../../shared/text/near.ts";
import type { WantedKind } from "../../bridge/action-desk.ts";
import { type Say, useFindingText, useFormats, useLanguage, useText } from "../../ui/text.ts";

/** One answer: a sentence with a number, what it is about in a few words, its photos and its cure. */
export interface Insight {
  readonly key: string;
  readonly sentence: string;
  /** Where, which device, which program; null where the sentence says it. */
  readonly what: string | null;
  readonly facts: readonly string[];
  readonly focus: InsightFocus;
  readonly cure: Cure;
  readonly isGrave: boolean;
}

/** What helps: a kind of action, in the words of the answer. */
interface Cure {
  readonly kind: WantedKind;
  readonly label: TextKey;
  readonly covers: readonly FindingKind[];
  readonly preset?: StripPreset;
}
const REMOVE_PLACE: Cure = {
  kind: "strip",
  label: "insights.removePlace",
  covers: [],
  preset: "location",
};
const CLEAN: Cure = { kind: "strip", label: "insights.clean", covers: [] };
const COVER: Cure = { kind: "redact", label: "insights.cover", covers: ["face"] };
const PUT_AWAY: Cure = { kind: "quarantine", label: "insights.putAway", covers: [] };

/** The answers as they are shown. */
export function useInsightRows(insights: Insights) {
  const say = useText();
  const findingText = useFindingText();
  const placeRow = usePlaceRow();
  const { people, papers, devices, apps, haunts } = insights;
  return {
    places: haunts.map(placeRow),
    people: [
      ...personRow(say, "insights.children", people.children, CHILDREN),
      ...personRow(say, "insights.elderly", people.elderly, ELDERLY),
      ...personRow(say, "insights.faces", people.faces, FACES),
    ],
    papers: papers.map((found): Insight => {
      const { name } = findingText({ kind: "document", type: found.type });
      return {
        ...rowOf(found),
        sentence: say("insights.paper", { count: found.photos, name }),
        what: null,
        facts: found.items > found.photos ? [say("insights.items", { count: found.items })] : [],
        cure: PUT_AWAY,
        isGrave: true,
      };
    }),
    devices: devices.map((found) => namedRow(say, found)),
    apps: apps.map((found) => namedRow(say, found)),
  };
}

const rowOf = ({ type, name }: Found) => ({
  key: `${type} ${name}`,
  focus: { clues: [type], name },
});

function personRow(
  say: Say,
  sentence: TextKey,
  count: number,
  types: readonly string[],
): readonly Insight[] {
  if (count === 0) return [];
  return [
    {
      key: sentence,
      sentence: say(sentence, { count }),
      what: null,
      facts: [],
      focus: { clues: types, name: null },
      cure: COVER,
      isGrave: sentence !== "insights.faces",
    },
  ];
}

const SENTENCES: Readonly<Record<string, TextKey>> = {
  "device-model": "insights.device",
  "serial-number": "insights.serial",
  software: "insights.software",
  "ai-record": "insights.ai",
  "content-credentials": "insights.credentials",
  "edit-history": "insights.edits",
};

const namedRow = (say: Say, found: Found): Insight => ({
  ...rowOf(found),
  sentence: say(SENTENCES[found.type] ?? "insights.software", { count: found.photos }),
  what: found.name,
  facts: [],
  cure: CLEAN,
  isGrave: found.type === "serial-number",
});

function usePlaceRow() {
  const say = useText();
  const language = useLanguage();
  const formats = useFormats();
  return (haunt: Insights["haunts"][number]): Insight => {
    const { role, photos, at, near, cells } = haunt;
    const words = nearWords(language, { at, near });
    return {
      key: cells.join(),
      sentence: say(`insights.${role}`, { count: photos }),
      what: say(words.key, words.facts),
      facts: momentsOf(say, formats.month, haunt),
      focus: { cells },
      cure: REMOVE_PLACE,
      isGrave: role === "sleep" || role === "work",
    };
  };
}

function momentsOf(say: Say, month: (at: number) => string, haunt: Haunt): readonly string[] {
  const { role, nights, workHours, months, first, last } = haunt;
  const span =
    first === null || last === null
      ? []
      : [
          first === last
            ? month(first)
            : say("insights.between", { first: month(first), last: month(last) }),
        ];
  return [
    ...(role === "sleep" ? [say("insights.nights", { count: nights })] : []),
    ...(role === "work" ? [say("insights.workHours", { count: workHours })] : []),
    ...(months > 1 ? [say("insights.months", { count: months })] : []),
    ...span,
  ];
}
