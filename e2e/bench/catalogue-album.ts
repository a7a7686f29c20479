import { join } from "node:path";
import type { ScannedPhoto } from "../../electron/engine/catalogue/photo-writer.ts";
import { FINDING_KINDS, type Finding, SEVERITIES } from "../../shared/model/finding.ts";
import { packFindings } from "../../shared/model/finding-list.ts";
import { photoSeverity } from "../../shared/policy/risk.ts";
import { seeded } from "../fixtures/random.ts";

/** One photo of a made-up life, ready to be stored. */
export interface MadePhoto {
  readonly directory: string;
  readonly photo: ScannedPhoto;
}

/** Photos in one folder, as a trip or a month has them. */
const PER_FOLDER = 250;
const FIRST_YEAR = 2004;
const YEARS = 22;
/** Findings of a photo on average, as phones' photos have them. */
const FINDINGS = 8;

const PLACES = [
  "Nanqiao, Shanghai, CN",
  "Bad Homburg vor der Höhe, Hessen, DE",
  "Kyoto, JP",
  "Lisbon, PT",
  "Chengdu, Sichuan, CN",
];
const TRIPS = ["Holiday", "外婆家", "Camera", "Screenshots", "Wedding", "上海 周末", "School"];
const DOCUMENTS = [
  "passport",
  "cn-resident-id-front",
  "bank-card",
  "boarding-pass",
  "prescription",
];
const KINDS: readonly Finding["kind"][] = FINDING_KINDS.filter((kind) => kind !== "unseen");

/** What makes a kind rare or common: of a thousand findings so many. */
const WEIGHTS: Readonly<Record<Finding["kind"], number>> = {
  location: 190,
  identity: 90,
  device: 250,
  time: 250,
  thumbnail: 90,
  "hidden-data": 40,
  face: 70,
  document: 5,
  "personal-text": 14,
  barcode: 1,
  unseen: 0,
};

/** `count` photos, the same for every run with the same seed. */
export function* madePhotos(root: string, count: number, seed = 7): Generator<MadePhoto> {
  const random = seeded(seed);
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(random() * all.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  };
  let directory = root;
  for (let n = 0; n < count; n += 1) {
    const year = FIRST_YEAR + Math.floor((n / count) * YEARS);
    if (n % PER_FOLDER === 0) directory = join(root, `${year}`, `${pick(TRIPS)} ${n / PER_FOLDER}`);
    yield { directory, photo: madePhoto(n, year, random, pick) };
  }
}

function madePhoto(
  n: number,
  year: number,
  random: () => number,
  pick: <T>(all: readonly T[]) => T,
): ScannedPhoto {
  const seconds = Date.UTC(year, 0, 1) / 1000 + Math.floor(random() * 31_000_000);
  const bytes = 1_500_000 + Math.floor(random() * 5_000_000);
  const isFailed = random() < 0.002;
  const number = Math.round(random() * 2 * FINDINGS);
  const found = isFailed ? [] : Array.from({ length: number }, () => madeFinding(random, pick));
  const stamp = new Date(seconds * 1000).toISOString().replace(/\D/g, "").slice(0, 14);
  return {
    name: random() < 0.1 ? `微信图片_${stamp}${n % 1000}.jpg` : `IMG_${stamp}_${n % 1000}.jpg`,
    fingerprint: `${bytes}:${seconds}${String(n % 1_000_000_000).padStart(9, "0")}:${1_000_000 + n}`,
    sidecars: "",
    bytes,
    format: random() < 0.1 ? "heif" : "jpeg",
    width: 4032,
    height: 3024,
    status: isFailed ? "failed" : "scanned",
    error: isFailed ? "format-damaged" : null,
    findings: packFindings(found, photoSeverity(found)),
    place: found.some(({ kind }) => kind === "location") ? pick(PLACES) : null,
  };
}

function madeFinding(random: () => number, pick: <T>(all: readonly T[]) => T): Finding {
  const kind = weighted(random());
  const isSeen = kind === "face" || kind === "document" || kind === "barcode";
  const round = (x: number) => Math.round(x * 10_000) / 10_000;
  const corner = () => round(random() / 2);
  return {
    kind,
    type: kind === "document" ? pick(DOCUMENTS) : `${kind}-tag`,
    severity: pick(SEVERITIES.slice(1, kind === "device" || kind === "time" ? 2 : 5)),
    confidence: isSeen ? round(random()) : 1,
    box: isSeen ? [corner(), corner(), corner(), corner()] : null,
    value: random() < 0.4 ? `iPhone ${Math.floor(random() * 17)} ••••` : null,
    source: pick(["Exif IFD0", "Exif GPS", "XMP", "Exif MakerNote", "JFIF"]),
    location:
      kind === "location" ? { lat: round(random() * 90), lon: round(random() * 180) } : null,
  };
}

function weighted(at: number): Finding["kind"] {
  let left = at * 1000;
  for (const kind of KINDS) {
    left -= WEIGHTS[kind];
    if (left < 0) return kind;
  }
  return "time";
}
