import { BANK_CARD } from "./bank-card.ts";
import { CHINESE_NUMBERS } from "./china.ts";
import { CONTACT_NUMBERS } from "./contact.ts";
import { compact, type Folded } from "./fold.ts";
import { healedIds } from "./heal-resident-id.ts";
import type { NumberRule, Trust } from "./rule.ts";
import { WORLD_NUMBERS } from "./world.ts";

/** A number with a name: where it stands in the folded text, and what proves it. */
export interface FoundNumber {
  readonly type: string;
  /** Folded, without spaces, dots and hyphens. */
  readonly compact: string;
  readonly start: number;
  readonly end: number;
  readonly trust: Trust;
}

/** Every kind of number, the most telling first: where two claim the same digits, the first one has them. */
export const NUMBER_RULES: readonly NumberRule[] = [
  ...CHINESE_NUMBERS,
  BANK_CARD,
  ...CONTACT_NUMBERS,
  ...WORLD_NUMBERS,
];

/** Characters of a line that are looked at; no line of a photo is longer. */
const MAX_LENGTH = 2_000;

/** The valid numbers of a line, each with its place; those that prove themselves win over those that do not. */
export function findNumbers({ text }: Folded, today: string): readonly FoundNumber[] {
  const line = text.slice(0, MAX_LENGTH);
  const all = NUMBER_RULES.flatMap((rule) => matches(rule, line, today));
  const healed = healedIds(line, today).map(
    ({ id, start, end }): FoundNumber => ({
      type: "cn-resident-id",
      compact: id,
      start,
      end,
      trust: "sure",
    }),
  );
  const ranked = [...all.filter(isSure), ...healed, ...all.filter((found) => !isSure(found))];
  return ranked.filter((found, at) => !ranked.slice(0, at).some((other) => overlap(found, other)));
}

/** Every valid kind that a text can be as a whole; for a text that a label names. */
export const kindsOfNumber = (text: Folded, today: string): readonly FoundNumber[] =>
  NUMBER_RULES.flatMap((rule) => matches(rule, text.text.slice(0, MAX_LENGTH), today));

const isSure = ({ trust }: FoundNumber): boolean => trust === "sure";

const overlap = (a: FoundNumber, b: FoundNumber): boolean => a.start < b.end && b.start < a.end;

/** A match that is not valid gives its digits back: the next may begin at its second one. */
function matches(rule: NumberRule, text: string, today: string): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  const shape = new RegExp(rule.shape);
  for (let hit = shape.exec(text); hit; hit = shape.exec(text)) {
    const printed = hit[0];
    const value = rule.type === "email" ? printed : compact(printed);
    if (rule.isValid(value, today)) {
      const end = hit.index + printed.length;
      const trust = rule.trust(printed, value);
      found.push({ type: rule.type, compact: value, start: hit.index, end, trust });
    } else shape.lastIndex = hit.index + 1;
  }
  return found;
}
