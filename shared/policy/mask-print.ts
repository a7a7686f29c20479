import { mask } from "./mask.ts";

/*
 * What was read in a picture, as a list may show it: enough for whoever owns it to know which one it
 * is, too little for whoever does not to use it.
 */

/** First and last characters that stay, by type. The middle becomes as many asterisks as were hidden. */
const ENDS: ReadonlyMap<string, readonly [first: number, last: number]> = new Map(
  Object.entries({
    "cn-resident-id": [4, 4],
    "cn-resident-id-15": [4, 3],
    "cn-resident-id-masked": [4, 2],
    "bank-card": [4, 4],
    phone: [3, 4],
    iban: [4, 3],
    uscc: [4, 4],
    "licence-plate": [2, 2],
  } as const),
);
/** Shown as so many dots whatever their length, or their length would help to guess them. */
const SECRET: ReadonlySet<string> = new Set(["password", "wifi-password", "one-time-code"]);
const NAMES: ReadonlySet<string> = new Set(["full-name", "social-handle"]);
/** Nothing of them is shown but that they are there. */
const HIDDEN: ReadonlySet<string> = new Set(["medical-value", "salary"]);

/** At most this part of a short value may be shown. */
const SHOWN_PART = 0.6;

export function maskPrint(type: string, value: string): string {
  const text = value.replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, " ").trim();
  if (SECRET.has(type)) return "••••••";
  if (HIDDEN.has(type)) return "•••";
  if (NAMES.has(type)) return mask("identity", "person-name", text) ?? "•••";
  if (type === "email") return maskMail(text);
  if (type === "birth-date") return `${/(?:18|19|20)\d\d/.exec(text)?.[0] ?? "••••"}-••-••`;
  if (type === "home-address" || type === "street-address") return maskAddress(text);
  if (type === "mrz") return `${text.slice(0, 2)}${"•".repeat(6)}`;
  return maskEnds(text, ENDS.get(type) ?? [2, 2]);
}

function maskEnds(text: string, [first, last]: readonly [number, number]): string {
  const characters = [...text.replace(/[ -]/g, "")];
  const isShort = (first + last) / characters.length > SHOWN_PART && characters.length < 8;
  if (isShort) return "*".repeat(characters.length);
  const hidden = Math.max(3, characters.length - first - last);
  return [...characters.slice(0, first), "*".repeat(hidden), ...characters.slice(-last)].join("");
}

/** "c••••@e•••.com" */
function maskMail(text: string): string {
  const [name = "", host = ""] = text.split("@");
  const ending = /\.[A-Za-z]{2,}$/.exec(host)?.[0] ?? "";
  return `${name.charAt(0)}••••@${host.charAt(0)}•••${ending}`;
}

/** The province or city of a Chinese address stays: millions live there. */
function maskAddress(text: string): string {
  const region = /^[\u3400-\u9fff]{2,7}?(?:省|市|自治区)/u.exec(text)?.[0] ?? "";
  return `${region}••• (${[...text].length - [...region].length})`;
}
