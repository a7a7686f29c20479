import type { Coordinates } from "../../../shared/model/geometry.ts";

/** Characters of a text that are searched; a note with coordinates is short. */
const SEARCHED = 65_536;

// Before and after a number there must be no further digit, letter or dot.
const NUMBER = String.raw`[-+]?\d{1,3}(?:[.]\d{1,12})?`;
const PAIR_GAP = String.raw`\s{0,3}[,;/ ]\s{0,3}`;

/** ISO 6709:2022 annex H, as QuickTime and Android write it: "+51.5007-000.1246+011.0/". */
const ISO_6709 =
  /(?<![\d.])([+-]\d{2,6}(?:[.]\d{1,12})?)([+-]\d{3,7}(?:[.]\d{1,12})?)(?:[+-]\d{1,6}(?:[.]\d{1,12})?)?(?:CRS[\w:]{1,20})?(?=\/|[^\d.+-]|$)/;
/** 51.50074, -0.12462: four decimals each, because a pair of plain numbers may be anything. */
const DECIMAL_PAIR =
  /(?<![\d.\w])([-+]?\d{1,2}[.]\d{4,12})\s{0,3}[,;/ ]\s{0,3}([-+]?\d{1,3}[.]\d{4,12})(?![\d.\w])/;
/** 51.5N 0.12W, N51.5 W0.12, 51°30'2"N 0°7'28"W. */
const DEGREES = String.raw`(\d{1,3}(?:[.]\d{1,12})?)\s?(?:°|º|deg|d|,|\s)?\s?(?:(\d{1,2}(?:[.]\d{1,12})?)\s?(?:'|′|’|m|,)?\s?(?:(\d{1,2}(?:[.]\d{1,12})?)\s?(?:"|″|”|''|s)?)?)?`;
const HEMISPHERE_AFTER = new RegExp(
  String.raw`(?<![\w.])${DEGREES}\s?([NS])\b[\s,;/]{0,4}${DEGREES}\s?([EWO])\b`,
);
const HEMISPHERE_BEFORE = new RegExp(
  String.raw`\b([NS])\s?${DEGREES}[\s,;/]{1,4}([EWO])\s?${DEGREES}(?!\w)`,
);
/** lat=51.5 lon=-0.12, "latitude": 51.5, "longitude": -0.12. */
const LABELLED = new RegExp(
  String.raw`lat(?:itude)?["']?\s{0,3}[:=]?\s{0,3}["']?(${NUMBER})\b[^\d+-]{1,40}?(?:lon|lng|long)(?:g?itude)?["']?\s{0,3}[:=]?\s{0,3}["']?(${NUMBER})\b`,
  "i",
);
/** geo:51.5,-0.12 (RFC 5870) and the links of map services. */
const LINKED = new RegExp(
  String.raw`(?:geo:|@|[?&#](?:q|ll|query|center|destination|map=\d{1,2})[=/])(${NUMBER})(?:${PAIR_GAP}|%2C)(${NUMBER})(?![\d.])`,
  "i",
);

/** A place written into a text: a comment, a keyword's text, a note of the camera. */
export function placeInText(text: string): Coordinates | undefined {
  const searched = text.slice(0, SEARCHED);
  if (!/\d/.test(searched)) return undefined;
  return (
    iso6709(searched) ??
    pair(LABELLED.exec(searched)) ??
    pair(LINKED.exec(searched)) ??
    withHemispheres(searched) ??
    pair(DECIMAL_PAIR.exec(searched))
  );
}

/** The first ISO 6709 string in a text. Degrees, degrees and minutes, or with seconds, told apart by their digits. */
export function iso6709(text: string): Coordinates | undefined {
  const [, lat = "", lon = ""] = ISO_6709.exec(text) ?? [];
  return lat === "" ? undefined : onEarth(sexagesimal(lat, 2), sexagesimal(lon, 3));
}

/** "+5130.5" has two digits of degrees and two of minutes; "+513030" seconds too. */
function sexagesimal(text: string, degreeDigits: number): number {
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.slice(1);
  const whole = /^\d*/.exec(digits)?.[0].length ?? 0;
  const parts = whole - degreeDigits;
  if (parts === 0) return sign * Number(digits);
  if (parts === 2) {
    return sign * (Number(digits.slice(0, degreeDigits)) + Number(digits.slice(degreeDigits)) / 60);
  }
  if (parts !== 4) return Number.NaN;
  const minutes = Number(digits.slice(degreeDigits, degreeDigits + 2));
  const seconds = Number(digits.slice(degreeDigits + 2));
  return sign * (Number(digits.slice(0, degreeDigits)) + minutes / 60 + seconds / 3600);
}

/**
 * One coordinate as XMP writes it: "51,30.5N", "51,30,15N" (XMP specification part 2, GPSCoordinate),
 * or degrees with a sign, a letter or marks. NaN when it is none.
 */
export function degreesInText(text: string): number {
  const trimmed = text.trim();
  if (/^[-+]?\d{1,3}([.]\d{1,15})?$/.test(trimmed)) return Number(trimmed);
  const parts =
    /^([-+]?)(\d{1,3}(?:[.]\d+)?)(?:[,°\s]|\s?deg\s?)*(?:(\d{1,2}(?:[.]\d+)?)[,'′\s]*)?(?:(\d{1,2}(?:[.]\d+)?)["″\s]*)?([NSEW]?)$/i.exec(
      trimmed.slice(0, 60),
    );
  if (!parts) return Number.NaN;
  const [, sign, degrees = "0", minutes = "0", seconds = "0", letter = ""] = parts;
  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  return sign === "-" || /[SW]/i.test(letter) ? -size : size;
}

/** A place, unless it is no place: not a number, off the earth, or 0/0, which cameras write for "unknown". */
export function onEarth(lat: number, lon: number): Coordinates | undefined {
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) return undefined;
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return undefined;
  return lat === 0 && lon === 0 ? undefined : { lat, lon };
}

const pair = (found: RegExpExecArray | null): Coordinates | undefined =>
  found ? onEarth(Number(found[1]), Number(found[2])) : undefined;

function withHemispheres(text: string): Coordinates | undefined {
  const after = HEMISPHERE_AFTER.exec(text);
  if (after && isPrecise(after[0])) {
    const [, d1, m1, s1, ns, d2, m2, s2, ew] = after;
    return onEarth(signed(ns, d1, m1, s1), signed(ew, d2, m2, s2));
  }
  const before = HEMISPHERE_BEFORE.exec(text);
  if (!before || !isPrecise(before[0])) return undefined;
  const [, ns, d1, m1, s1, ew, d2, m2, s2] = before;
  return onEarth(signed(ns, d1, m1, s1), signed(ew, d2, m2, s2));
}

/** "5 N 3 E" may be anything; a decimal or a degree sign makes it a place. */
const isPrecise = (found: string) => /[.°º′']|deg/.test(found);

const signed = (letter = "", degrees = "0", minutes = "0", seconds = "0"): number =>
  (Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600) *
  (/[SW]/.test(letter) ? -1 : 1);
