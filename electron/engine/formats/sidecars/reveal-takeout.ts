import type { Revelation } from "../../../../shared/policy/metadata-risk.ts";
import { isPrivate, type Meaning, textKeyword } from "../../../../shared/policy/sensitive-tags.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { type Look, plain } from "../look.ts";
import { onEarth } from "../text-place.ts";

const WHERE = "Google Takeout";

/** Values looked at; a file of Google's export has some dozens. */
const MAX_VALUES = 5_000;

/** What a member of Google's export is; others are guessed by their names. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["title", "technical"], // the photo's own file name
  ["imageViews", "technical"],
  ["formatted", "technical"], // a timestamp in words
  ["description", { kind: "identity", type: "caption" }],
  ["text", { kind: "identity", type: "comment" }],
  ["url", { kind: "hidden-data", type: "document-id" }],
  ["contentOwnerName", { kind: "identity", type: "owner-name" }],
  ["people.name", { kind: "identity", type: "person-name" }],
  ["location.name", { kind: "location", type: "place-name" }],
  ["deviceType", { kind: "device", type: "device-model" }],
  ["localFolderName", { kind: "device", type: "software" }],
  ["androidPackageName", { kind: "device", type: "software" }],
]);

/** Members whose names may be told; others may be anything, also somebody's name. */
const TOLD: ReadonlySet<string> = new Set([
  ...[...MEANINGS.keys()].flatMap((key) => key.split(".")),
  ...["geoData", "geoDataExif", "geoInfo"],
  ...["photoTakenTime", "creationTime", "modificationTime", "photoLastModifiedTime"],
]);

const whereIn = (key: string): string => (TOLD.has(key) ? `${WHERE} ${key}` : WHERE);

/** A value, its own name, and the name of what it is in. */
interface Member {
  readonly value: unknown;
  readonly key: string;
  readonly owner: string;
}

/**
 * What Google's JSON gives away: places, people, words, times, the picture's address.
 * @returns `undefined` where it is no JSON object.
 */
export function revealTakeout(file: ByteSource, look: Look): Revelation[] | undefined {
  const root = parsed(Buffer.from(file.bytes(0, file.size)).toString("utf8"));
  if (!isRecord(root)) return undefined;
  const facts: Revelation[] = [];
  const members: Member[] = [{ value: root, key: "", owner: "" }];
  for (const member of members) {
    facts.push(...memberFacts(member, look));
    for (const inner of membersOf(member)) if (members.length < MAX_VALUES) members.push(inner);
  }
  if (members.length < MAX_VALUES) return facts;
  return [...facts, look.fact({ kind: "hidden-data", type: "unreadable-block" }, WHERE)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined; // no JSON, which the caller reports
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An item of a list has the list's name. */
function membersOf({ value, key, owner }: Member): Member[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ({ value: item, key, owner }));
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([name, inner]) => ({ value: inner, key: name, owner: key }));
}

function memberFacts({ value, key, owner }: Member, look: Look): Revelation[] {
  if (isRecord(value)) return [...placeFacts(value, key, look), ...timeFacts(value, key, look)];
  const text = typeof value === "string" ? plain(value) : "";
  const isTime = key === "timestamp";
  if (text === "" || isTime) return [];
  const meaning = MEANINGS.get(`${owner}.${key}`) ?? MEANINGS.get(key) ?? textKeyword(key);
  return isPrivate(meaning) ? look.text(meaning, text, whereIn(key)) : [];
}

/** Zeros stand for "unknown" there. */
function placeFacts(value: Readonly<Record<string, unknown>>, key: string, look: Look) {
  const lat = degrees(value.latitude ?? value.latitudeE7, "latitudeE7" in value);
  const lon = degrees(value.longitude ?? value.longitudeE7, "longitudeE7" in value);
  const place = lat === 0 && lon === 0 ? undefined : onEarth(lat, lon);
  const where = whereIn(key);
  return place ? [look.fact({ kind: "location", type: "gps" }, where, null, place)] : [];
}

const degrees = (value: unknown, isE7: boolean): number =>
  typeof value === "number" ? value / (isE7 ? 1e7 : 1) : Number.NaN;

/** Seconds since 1970, as text. */
function timeFacts(value: Readonly<Record<string, unknown>>, key: string, look: Look) {
  const seconds = Number(value.timestamp ?? Number.NaN);
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return [];
  const type = key === "photoTakenTime" ? "capture-time" : "modify-time";
  return [look.fact({ kind: "time", type }, whereIn(key), date.toISOString())];
}
