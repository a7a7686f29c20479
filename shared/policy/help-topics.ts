import type { Finding } from "../model/finding.ts";
import { DOCUMENT_TYPES } from "./documents/types.ts";

/** What the help explains: why it is dangerous, what thieves do with it, what to do. In the order of its page. */
export const HELP_TOPICS = [
  "location",
  "time",
  "children",
  "face",
  "old-age",
  "document",
  "number",
  "money",
  "password",
  "code",
  "medical",
  "school",
  "names",
  "device",
  "hidden",
] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

const BY_KIND = {
  location: "location",
  identity: "names",
  device: "device",
  time: "time",
  thumbnail: "hidden",
  "hidden-data": "hidden",
  face: "face",
  document: "document",
  "personal-text": "number",
  barcode: "code",
} as const satisfies Record<Exclude<Finding["kind"], "unseen">, HelpTopic>;

const TYPES_OF = {
  children: "child possible-child",
  "old-age": "elderly possible-elderly",
  money: "bank-card bank-account iban salary bank-slip payslip tax-form",
  password: "password wifi-password one-time-code",
  medical: "medical-value medical-number",
  school: "student-number",
} as const satisfies Partial<Record<HelpTopic, string>>;

const BY_TYPE: ReadonlyMap<string, HelpTopic> = new Map(
  Object.entries(TYPES_OF).flatMap(([topic, types]) =>
    types.split(" ").map((type) => [type, topic as keyof typeof TYPES_OF] as const),
  ),
);

const BY_AREA = { education: "school", medical: "medical", "old-age": "old-age" } as const;

/**
 * The topic that explains a finding: its type's own, else that of its paper's area, else its kind's.
 * Null for what was not looked at: nobody knows what is dangerous there.
 */
export function helpTopicOf({ kind, type }: Pick<Finding, "kind" | "type">): HelpTopic | null {
  if (kind === "unseen") return null;
  const area = kind === "document" ? DOCUMENT_TYPES.get(type)?.area : undefined;
  return BY_TYPE.get(type) ?? (area ? BY_AREA[area] : BY_KIND[kind]);
}
