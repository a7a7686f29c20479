import type { Finding, Severity } from "../model/finding.ts";
import type { UnitBox } from "../model/geometry.ts";
import { mask } from "./mask.ts";

/** What a code is for, and how bad it is that strangers can scan it. */
export const CODE_SEVERITY = {
  "id-card-code": "critical",
  "secret-code": "critical",
  "login-code": "high",
  "health-code": "high",
  "boarding-pass-code": "high",
  "ticket-code": "high",
  "wifi-code": "high",
  "sim-code": "high",
  "transfer-code": "high",
  "contact-code": "high",
  "payment-code": "medium",
  "social-code": "medium",
  "message-code": "medium",
  "place-code": "medium",
  "event-code": "medium",
  "wallet-code": "medium",
  "parcel-code": "medium",
  "web-token-code": "medium",
  "web-code": "low",
  "number-code": "low",
  "text-code": "low",
  "product-code": "none",
} as const satisfies Readonly<Record<string, Severity>>;
export type CodeType = keyof typeof CODE_SEVERITY;

/** A code as it was read; `value` is raw. */
interface SeenCode {
  readonly type: string;
  readonly confidence: number;
  readonly box: UnitBox;
  readonly value: string | null;
}

/** The findings for the codes of one photo: masked, weighed. */
export const codeFindings = (seen: readonly SeenCode[]): readonly Finding[] =>
  seen.map(({ type, confidence, box, value }) => ({
    kind: "barcode",
    type,
    severity: CODE_SEVERITY[type as CodeType] ?? "medium",
    confidence,
    box,
    value: value === null ? null : maskCode(type, value),
    source: "picture",
    location: null,
  }));

/** How a content is known, in the order they are tried. Sources stand with each. */
const CONTENTS: readonly (readonly [CodeType, RegExp])[] = [
  // Key URI format of authenticator apps; Google's export of many of them at once
  ["secret-code", /^otpauth(?:-migration)?:/i],
  // AAMVA DL/ID card standard, annex D: "@", line feed, record separator, carriage return (dropped here), "ANSI "
  ["id-card-code", /^@(?:ANSI |AAMVA)\d/],
  // Aadhaar: the XML of old cards, the compressed number of new ones (UIDAI, Secure QR Code)
  ["id-card-code", /<PrintLetterBarcodeData|^\d{1000,}$/],
  // ICAO 9303 in a code: the first line of a passport or of a card
  ["id-card-code", /^(?:P[A-Z<]|[ACI][A-Z0-9<])[A-Z]{3}[A-Z0-9<]{25,}/],
  // Electronic health certificates (HC1, and SMART cards)
  ["health-code", /^HC\d:|^shc:\//i],
  // IATA resolution 792: legs, name, e-ticket, record locator, from, to
  ["boarding-pass-code", /^M[1-4][A-Z0-9/ .'-]{20}[E ][A-Z0-9 ]{7}[A-Z]{3}[A-Z]{3}/],
  // UIC 918.3 and VDV-KA tickets of Europe's railways; the 144 digits of China's
  ["ticket-code", /^#UT\d\d|^OTI|^\d{144}$/],
  ["login-code", /^tg:\/\/login|^https?:\/\/login\.weixin\.qq\.com\/|^2@[\w+/=]+,/i],
  ["login-code", /^https?:\/\/discord\.com\/ra\//i],
  ["wifi-code", /^WIFI:/i],
  // GSMA SGP.22: activation of a SIM
  ["sim-code", /^LPA:1\$/i],
  // EPC069-12; Swiss QR bill; China's and EMV's merchant codes begin with the payload format
  ["transfer-code", /^BCD\s+00[12]\s|^SPC\s+0\d{3}\s/],
  ["payment-code", /^wxp:\/\/|^https?:\/\/(?:qr\.alipay\.com|payapp\.weixin\.qq\.com)\//i],
  [
    "payment-code",
    /^https?:\/\/(?:qr\.95516\.com|paypal\.me|venmo\.com|cash\.app)\/|^upi:|^000201/i,
  ],
  ["contact-code", /^BEGIN:VCARD|^MECARD:|^BIZCARD:/i],
  ["event-code", /^BEGIN:V(?:EVENT|CALENDAR)/i],
  [
    "social-code",
    /^https?:\/\/(?:u\.wechat\.com|weixin\.qq\.com\/[gr]|qm\.qq\.com|wa\.me|t\.me|line\.me\/(?:R\/)?ti|(?:www\.)?instagram\.com|(?:www\.)?facebook\.com|signal\.me|v\.douyin\.com)\//i,
  ],
  ["message-code", /^(?:mailto|matmsg|smtp|tel|sms|smsto|mms|facetime):/i],
  ["place-code", /^geo:|^https?:\/\/(?:maps\.google|(?:www\.)?google\.[a-z.]+\/maps|maps\.apple)/i],
  ["wallet-code", /^(?:bitcoin|ethereum|litecoin|monero|solana|lightning|dogecoin):/i],
  ["wallet-code", /^(?:bc1[a-z0-9]{25,60}|0x[0-9a-f]{40})$/i],
  [
    "web-token-code",
    /^https?:\/\/[^?#]*[?#].*(?:token|key|code|auth|sid|session|ticket|sign|pwd)\w*=/i,
  ],
  ["web-token-code", /^https?:\/\/\S*\/[\w-]{24,}/i],
  ["web-code", /^(?:https?:\/\/|urlto:|www\.)/i],
  // UPS; Amazon; SF Express, JD and other Chinese carriers with letters in front
  [
    "parcel-code",
    /^(?:1Z[0-9A-Z]{16}|TB[ABC]\d{12}|SF\d{12,15}|JDV?[A-Z]?\d{11,15}|YT\d{13}|78\d{13})$/,
  ],
];

/** Kinds of bars that shops print on goods. */
const RETAIL: ReadonlySet<string> = new Set(["EAN13", "EAN8", "UPCA", "UPCE", "ISBN", "DataBar"]);

/**
 * What a code's content is for.
 * @param format the kind of code, as ZXing names it: "QRCode", "EAN13"…
 */
export function codeType(format: string, text: string): CodeType {
  if (RETAIL.has(format)) return "product-code";
  const plain = printable(text);
  const known = CONTENTS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (known !== undefined) return known;
  if (isPostalItem(plain)) return "parcel-code";
  return /^[0-9A-Z\s./+-]{6,}$/.test(plain) ? "number-code" : "text-code";
}

/** Without what does not print: separators of records, which stand between words as spaces or not at all. */
const printable = (text: string): string =>
  text
    .replace(/[\n\t]/g, (found, at) => (at < 2 ? "" : found))
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();

/** UPU S10: two letters, eight digits, a check digit, a country. */
function isPostalItem(text: string): boolean {
  const digits = /^[A-Z]{2}(\d{9})[A-Z]{2}$/.exec(text)?.[1];
  if (digits === undefined) return false;
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
  const check = 11 - (sum % 11);
  return Number(digits[8]) === (check === 10 ? 0 : check === 11 ? 5 : check);
}

/** What a list may show of it. */
function maskCode(type: string, text: string): string | null {
  if (type === "product-code") return text;
  if (type === "boarding-pass-code") return name(text.slice(2, 22).replace("/", " "));
  if (type === "contact-code") return name(fieldOf(text, /(?:^|\n|[:;])(?:FN|N)[:;]([^;\r\n]+)/i));
  if (type === "wifi-code") return name(fieldOf(text, /[:;]S:((?:\\.|[^;\\])+)/i));
  if (type === "web-code" || type === "web-token-code" || type === "payment-code")
    return hostOf(text);
  if (type === "parcel-code" || type === "number-code") return number(text);
  return `••• (${[...text].length})`;
}

const fieldOf = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? "";
const name = (text: string): string | null => mask("identity", "person-name", text);
const number = (text: string): string | null => mask("device", "serial-number", text);

/** Millions use the same site, or the same app; what follows its name may be meant for one. */
const hostOf = (text: string): string =>
  /^(?:https?:\/\/)?((?:[\w-]+\.)+[\w-]+)(?::\d+)?(?:[/?#]|$)/i.exec(text)?.[1] ??
  /^[a-z]+(?=:)/i.exec(text)?.[0] ??
  "•••";
