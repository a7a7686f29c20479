import { isSentence } from "../documents/print-words.ts";
import type { PlacedLine } from "../print/sheet.ts";
import { linesFrom, type Passage, passage } from "./passage.ts";
import type { Find } from "./values.ts";

/** What a code that lets somebody in is called. A code alone is a town's, a file's, a shop's. */
const NAMED_CODE =
  "(?:VERIFICATION|SECURITY|LOG-?IN|SIGN-?IN|ACCESS|CONFIRMATION|AUTHENTICATION|ACTIVATION|ONE-?TIME|PIN|ENTRY|DOOR|GATE|PICK-?UP|YOUR) ?(?:PASS)?CODE";
/** Sentences that carry a code: "您的验证码为 123456", "Your code is 123456", "G-123456 is your code". */
const CODES: readonly RegExp[] = [
  new RegExp(
    `(?:验证码|校验码|动态码|取件码|取货码|${NAMED_CODE}|(?<![A-Z])CODE IS|(?<![A-Z])OTP|PASSCODE)[^\\d]{0,12}(?<!\\d)(\\d{4,8})(?![\\d-])`,
    "dgu",
  ),
  /(?<![\d-])(?:[A-Z]-)?(\d{4,8}) ?(?:IS YOUR|是您的|为您的|IST IHR|EST VOTRE|ES TU)/dgu,
  /(?<![A-Z])(?:USE|ENTER) (?:CODE )?(\d{4,8}) TO (?:SIGN|LOG|VERIFY|CONFIRM|CONTINUE)/dgu,
];
/** Handles as networks print them; an "@" with a name that is no mail address. */
const HANDLE = /(?<![\w.@])@[A-Z_][\w.]{3,29}(?![\w@])/dgu;
const WECHAT = /(?<![\w-])WXID_[\w-]{4,30}/dgu;
/** The text of a code for joining a network: "WIFI:T:WPA;S:name;P:password;;". @see ZXing wiki, "Barcode contents" */
const WIFI_CODE = /WIFI:[^ ]{0,80}P:([^;]{4,63});/dgu;
/** As tickets print a resident's number. */
const MASKED_ID = /(?<!\d)[1-9]\d{5,9}[*X•]{4,8}\d{3}[\dX](?![\dX])/dgu;
/** A measure of the body, with its unit. @see UCUM, the units of laboratory reports */
const MEASURE =
  /(?<![\d.])(\d{1,5}(?:\.\d{1,3})?) ?[↑↓HL]? ?(?:U\/L|IU\/L|MMOL\/L|UMOL\/L|ΜMOL\/L|G\/L|MG\/L|MG\/DL|NG\/ML|PG\/ML|MIU\/L|10\^9\/L|10\^12\/L|MMHG)(?![A-Z])/dgu;

/** What a test for an illness says. */
const VERDICT =
  /(?:HIV|HBSAG|HCV|TPPA|抗体|抗原|核酸|乙肝|丙肝|梅毒|艾滋|新冠)[^，。,;]{0,14}(?:阳性|阴性|POSITIVE|NEGATIVE|REACTIVE)/dgu;

/** Codes, passwords, handles and measures that print tells by its own words. */
export function secretsIn(lines: readonly PlacedLine[]): readonly Find[] {
  return lines.flatMap((line, at) => {
    const own = passage(lines, [at]);
    const below = passage(lines, linesFrom(lines, at).slice(0, 2), " ");
    return [
      ...CODES.flatMap((shape) => matches(below, shape, "one-time-code", 0.85)),
      ...matches(own, WIFI_CODE, "wifi-password", 0.95),
      ...matches(own, WECHAT, "social-handle", 0.9),
      ...matches(own, HANDLE, "social-handle", 0.75),
      ...matches(own, MASKED_ID, "cn-resident-id-masked", 0.9),
      ...matches(own, MEASURE, "medical-value", 0.8),
      ...(isSentence(line.line.text) ? [] : matches(own, VERDICT, "medical-value", 0.8)),
    ];
  });
}

const matches = (
  { text, pieces }: Passage,
  shape: RegExp,
  type: string,
  confidence: number,
): readonly Find[] =>
  [...text.matchAll(shape)].map((hit) => {
    const [start, end] = hit.indices?.[1] ?? [hit.index, hit.index + hit[0].length];
    return { type, confidence, pieces: pieces(start, end) };
  });

const UNIT = /^(?:U\/L|IU\/L|[MUΜ]?MOL\/L|M?G\/D?L|NG\/ML|PG\/ML|MIU\/L|10\^\d+\/L|MMHG|%)$/;
const FIGURE = /^[<>]?\d{1,5}(?:\.\d{1,3})? ?[↑↓HL]?$/;

/** Results of a table: a figure in a row with a unit. */
export function resultsIn(
  lines: readonly PlacedLine[],
  isSameRow: (a: PlacedLine, b: PlacedLine) => boolean,
): readonly Find[] {
  const units = lines.filter(({ folded }) => UNIT.test(folded.text.trim()));
  return lines.flatMap((line, at) => {
    const { text } = line.folded;
    const isResult =
      FIGURE.test(text.trim()) &&
      units.some((unit) => isSameRow(unit, line) && unit.rect.left > line.rect.left);
    const pieces = [{ at, start: 0, end: text.length }];
    return isResult ? [{ type: "medical-value", confidence: 0.8, pieces }] : [];
  });
}
