import { z } from "zod";
import type { Finding } from "./finding.ts";

/**
 * What insights count of one photo: a word of the finding vocabulary, for devices and programs with
 * their (masked or harmless) name, and how many of it there are in the photo.
 */
export const clue = z.tuple([
  z.string().max(60),
  z.string().max(400).nullable(),
  z.int().positive(),
]);
export type Clue = z.infer<typeof clue>;

const FACES: ReadonlySet<string> = new Set(
  "face child possible-child elderly possible-elderly".split(" "),
);
const NAMED: ReadonlySet<string> = new Set(["serial-number", "software"]);
const RECORDS: ReadonlySet<string> = new Set(["ai-record", "content-credentials", "edit-history"]);
/** Names of one sort told of one photo; a file may list a thousand programs. */
const MAX_NAMES = 3;

const DEVICE = "device-model";

/**
 * The clues of a photo as one text, the same for photos that differ in nothing but the picture: an
 * album has a few hundred of them, so that counting a million photos is counting those.
 * @returns null where there is nothing to count.
 */
export function packClues(findings: readonly Finding[]): string | null {
  const counted = [...Map.groupBy(findings.filter(isCounted), ({ type }) => type)].map(
    ([type, all]): Clue => [type, null, all.length],
  );
  const named = [...NAMED].flatMap((type) =>
    valuesOf(findings, type).map((value): Clue => [type, value, 1]),
  );
  const device = deviceName(findings);
  const all: Clue[] = [
    ...counted,
    ...named,
    ...(device === "" ? [] : [[DEVICE, device, 1] as Clue]),
  ];
  return all.length === 0 ? null : JSON.stringify(all.sort(byWords));
}

/** @throws where the text was not made by {@link packClues}. */
export const unpackClues = (text: string): readonly Clue[] => z.array(clue).parse(JSON.parse(text));

const isCounted = ({ kind, type }: Finding): boolean =>
  kind === "document" || FACES.has(type) || RECORDS.has(type);

const valuesOf = (findings: readonly Finding[], wanted: string): readonly string[] => {
  const values = findings.flatMap(({ type, value }) => (type === wanted && value ? [value] : []));
  return [...new Set(values)].slice(0, MAX_NAMES);
};

/** Maker and model as one name, "Example Phone 12" but no "Canon Canon EOS R5"; lenses stand elsewhere in a file. */
function deviceName(findings: readonly Finding[]): string {
  const source = findings.find(({ type }) => type === DEVICE)?.source;
  const body = findings.filter((one) => one.source === source);
  const values = valuesOf(body, DEVICE);
  return values
    .filter((one) => !values.some((other) => other !== one && other.startsWith(one)))
    .join(" ");
}

const byWords = (a: Clue, b: Clue): number => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1);
