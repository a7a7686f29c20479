import type { Coordinates } from "../../shared/model/geometry.ts";
import type { Revelation } from "../../shared/policy/metadata-risk.ts";
import { partsOf, type Tags } from "./exiftool.ts";

/* What ExifTool's tags say about places, people, single cameras and small pictures, and whether we say it too. */

type What = "place" | "name" | "serial" | "thumbnail";

/** One thing that ExifTool reports and that we must report as well. */
export interface Claim {
  readonly what: What;
  readonly tag: string;
  readonly value: string;
  readonly location: Coordinates | null;
}

/** By a tag's name, in any block. Composite tags repeat others; the rest of these groups is no metadata. */
const NAMES: readonly (readonly [What, RegExp])[] = [
  [
    "place",
    /^(City2?|State|Province-State|Sub-location|Location(Name)?|LocationText|Landmark|(Hometown|Destination|TimeZone)City|(Primary|Content)?-?Country.*|.*Sublocation|Location(Shown|Created).*|AddressLine.*)$/i,
  ],
  [
    "name",
    /^(Artist|(Camera)?Owner(Name)?|XPAuthor|Author|Creator|By-line(Title)?|Credit|CaptionWriter|AuthorsPosition|Writer-Editor|Copyright(Notice)?|Rights|HostComputer|Photographer|.*PersonDisplayName|PersonInImage|RegionName|BabyName|FaceName)$/i,
  ],
  ["serial", /(SerialNumber|^ImageUniqueID|^CameraID|^IMEI)$/i],
  ["thumbnail", /(Thumbnail|Preview)Image$|^PhotoshopThumbnail$|^(JpgFromRaw|OtherImage)$/i],
];
const NO_METADATA = /^(|Composite|ExifTool|File|System|ICC.*)$/;

/** What cameras write where nothing was entered: Canon's number for no town, and one text of Olympus. */
const NOTHING = /^([\s0?*-]*|undef|32766|65535|OLYMPUS DIGITAL CAMERA\s*)$/;

/** All that a file's tags claim. */
export function claimsOf(tags: Tags): readonly Claim[] {
  return [...coordinateClaims(tags), ...[...tags].flatMap(([tag, values]) => named(tag, values))];
}

function named(tag: string, values: readonly string[]): readonly Claim[] {
  const { group, name } = partsOf(tag);
  const what = NO_METADATA.test(group) ? undefined : NAMES.find(([, by]) => by.test(name))?.[0];
  if (what === undefined) return [];
  const said = values.filter((value) => !NOTHING.test(value));
  const told = what === "thumbnail" ? said.filter((value) => value.startsWith("(Binary")) : said;
  return [...new Set(told)].map((value) => ({ what, tag, value, location: null }));
}

/** Each group's own latitude and longitude, with the sign of their hemispheres. */
function coordinateClaims(tags: Tags): readonly Claim[] {
  const groups = new Set([...tags.keys()].map((tag) => partsOf(tag).group));
  return [...groups].flatMap((group) => {
    if (NO_METADATA.test(group)) return [];
    const [lat, lon] = ["Latitude", "Longitude"].map((axis) =>
      degrees(tags, `${group}:GPS${axis}`),
    );
    const pair = tags.get(`${group}:GPSCoordinates`)?.[0]?.split(" ").map(Number);
    const location = { lat: lat ?? pair?.[0], lon: lon ?? pair?.[1] };
    if (location.lat === undefined || location.lon === undefined) return [];
    const claim = { lat: location.lat, lon: location.lon };
    const value = `${claim.lat}, ${claim.lon}`;
    return [{ what: "place", tag: `${group}:GPSCoordinates`, value, location: claim } as const];
  });
}

function degrees(tags: Tags, tag: string): number | undefined {
  const text = tags.get(tag)?.[0];
  if (text === undefined || text === "" || Number.isNaN(Number(text))) return undefined;
  const isNegative = /^[SW]/i.test(tags.get(`${tag}Ref`)?.[0] ?? "");
  return isNegative ? -Math.abs(Number(text)) : Number(text);
}

const NEAR_ENOUGH = 1e-5;

/** Do our facts say what the claim says? */
export function isReported(claim: Claim, facts: readonly Revelation[]): boolean {
  switch (claim.what) {
    case "place":
      return facts.some((fact) => fact.kind === "location" && agrees(claim, fact));
    case "name":
      return facts.some((fact) => fact.kind === "identity" && holds(fact, claim.value));
    case "serial":
      return facts.some((fact) => SERIALS.has(fact.type) && agrees(claim, fact));
    case "thumbnail":
      return facts.some((fact) => fact.kind === "thumbnail" && isThere(claim, fact));
  }
}
const SERIALS: ReadonlySet<string> = new Set(["serial-number", "unique-id", "live-photo"]);

/** A number that only its maker can read has no value of ours; neither has a town that is a number. */
function agrees({ location, value }: Claim, fact: Revelation): boolean {
  if (!location) return fact.value === null ? fact.location === null : holds(fact, value);
  const { lat, lon } = fact.location ?? { lat: Number.NaN, lon: Number.NaN };
  return Math.abs(lat - location.lat) <= NEAR_ENOUGH && Math.abs(lon - location.lon) <= NEAR_ENOUGH;
}

/** The same words, however they are spaced; ExifTool shows lists as one value. */
const holds = ({ value }: Revelation, claimed: string): boolean =>
  value !== null &&
  (words(value).includes(words(claimed)) || words(claimed).includes(words(value)));
const words = (text: string): string => text.replaceAll(/[\s\0]+/g, " ").trim();

/** In the same block, as far as both name blocks. */
function isThere({ tag }: Claim, { source }: Revelation): boolean {
  const { group } = partsOf(tag);
  if (group.startsWith("IFD")) return source.includes(group);
  if (group === "Photoshop") return source.includes(group);
  return source.includes("MakerNote") || source.includes("thumbnail");
}
