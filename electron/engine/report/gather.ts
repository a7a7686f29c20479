import type { AppErrorCode } from "../../../shared/model/errors.ts";
import {
  FINDING_KINDS,
  type FindingKind,
  SEVERITIES,
  type Severity,
  severityRank,
  worst,
} from "../../../shared/model/finding.ts";
import type { MarkedFinding } from "../../../shared/model/finding-list.ts";
import type { Report, TypeCount } from "../../../shared/model/report.ts";
import { LAW_ARTICLES, LAW_CATEGORIES, lawsOf } from "../../../shared/policy/law.ts";
import { DifferentItems, isItem } from "../../../shared/policy/same-value.ts";
import type { CountedPhoto } from "../catalogue/report-rows.ts";

type Counts = Pick<
  Report,
  | "detectors"
  | "photos"
  | "dangerous"
  | "unknown"
  | "bySeverity"
  | "byKind"
  | "byType"
  | "byLaw"
  | "byFolder"
>;

/** What somebody has looked at, but not to its end; of all else that is unseen nobody knows anything. */
const PARTLY: ReadonlySet<string> = new Set(["print-unread", "frames-unseen"]);

/** "faces1", "metadata3.full"; not "faces0", which waits, and not "faces1!", which fell (scan/versions.ts). */
const HAS_LOOKED = /^[a-z]+[1-9]\d*(?:\+|\.[a-z]+)?$/;

interface TypeTally {
  readonly kind: FindingKind;
  readonly type: string;
  severity: Severity;
  photos: number;
  items: number;
  readonly different: DifferentItems | null;
}

/** Adds up photos, one by one. Of a photo that could not be read it counts what was seen all the same. */
export class Gathering {
  readonly #nameOf: (directory: string) => string;
  readonly #failed = new Tallies<AppErrorCode>();
  readonly #severities = new Tallies<Severity>();
  readonly #kindPhotos = new Tallies<FindingKind>();
  readonly #kindItems = new Tallies<FindingKind>();
  readonly #laws = new Tallies<(typeof LAW_CATEGORIES)[number]>();
  readonly #detectors = new Tallies<string>();
  readonly #types = new Map<string, TypeTally>();
  readonly #folders = new Map<string, { photos: number; failed: number; dangerous: number }>();
  #photos = 0;
  #skipped = 0;
  #unseen = 0;
  #unread = 0;

  /** @param nameOf what people are shown of a directory */
  constructor(nameOf: (directory: string) => string) {
    this.#nameOf = nameOf;
  }

  add(photo: CountedPhoto) {
    const { status, error, severity, findings } = photo;
    this.#photos += 1;
    if (status === "skipped") this.#skipped += 1;
    if (status === "failed") this.#failed.add(error ?? "unexpected");
    // Of a photo that was not read nobody knows that it is harmless.
    if (status === "scanned" || severity !== "none") this.#severities.add(severity);
    const looked = photo.detectors.split(" ").filter((word) => HAS_LOOKED.test(word));
    for (const word of looked) this.#detectors.add(word);
    this.#addFolder(photo);
    if (status === "scanned") this.#addUnknown(findings, looked);
    this.#addFindings(findings.filter(({ kind }) => kind !== "unseen"));
  }

  /** Where only the files were read, nobody knows what the pictures show either. */
  #addUnknown(findings: readonly MarkedFinding[], looked: readonly string[]) {
    const unseen = findings.filter(({ kind }) => kind === "unseen").map(({ type }) => type);
    const isLookedAt = looked.some((word) => !word.startsWith("metadata"));
    if (!isLookedAt || unseen.some((type) => !PARTLY.has(type))) this.#unseen += 1;
    else if (unseen.length > 0) this.#unread += 1;
  }

  #addFolder({ directory, status, severity }: CountedPhoto) {
    const folder = this.#folders.get(directory) ?? { photos: 0, failed: 0, dangerous: 0 };
    this.#folders.set(directory, folder);
    folder.photos += 1;
    if (status === "failed") folder.failed += 1;
    if (isDangerous(severity)) folder.dangerous += 1;
  }

  #addFindings(findings: readonly MarkedFinding[]) {
    for (const kind of new Set(findings.map((one) => one.kind))) this.#kindPhotos.add(kind);
    for (const category of lawsOf(findings)) this.#laws.add(category);
    const met = new Set<TypeTally>();
    for (const finding of findings) {
      this.#kindItems.add(finding.kind);
      const tally = this.#typeOf(finding);
      met.add(tally);
      tally.items += 1;
      tally.severity = worst([tally.severity, finding.severity]);
      tally.different?.add(finding);
    }
    for (const tally of met) tally.photos += 1;
  }

  #typeOf({ kind, type }: MarkedFinding): TypeTally {
    const key = `${kind} ${type}`;
    const known = this.#types.get(key);
    if (known) return known;
    const different = isItem({ kind, type }) ? new DifferentItems() : null;
    const made: TypeTally = { kind, type, severity: "none", photos: 0, items: 0, different };
    this.#types.set(key, made);
    return made;
  }

  counts(): Counts {
    const dangerous = SEVERITIES.filter(isDangerous);
    return {
      photos: this.#photos,
      dangerous: dangerous.reduce((sum, level) => sum + this.#severities.of(level), 0),
      unknown: {
        failed: this.#failed.most().map(([reason, photos]) => ({ reason, photos })),
        skipped: this.#skipped,
        unseen: this.#unseen,
        unread: this.#unread,
      },
      detectors: this.#detectors.most().map(([word, photos]) => ({ word, photos })),
      bySeverity: SEVERITIES.toReversed().map((severity) => ({
        severity,
        photos: this.#severities.of(severity),
      })),
      byKind: FINDING_KINDS.filter((kind) => this.#kindPhotos.of(kind) > 0).map((kind) => ({
        kind,
        photos: this.#kindPhotos.of(kind),
        items: this.#kindItems.of(kind),
      })),
      byType: [...this.#types.values()].sort(byHarm).map(countOf),
      byLaw: LAW_CATEGORIES.filter((category) => this.#laws.of(category) > 0).map((category) => ({
        category,
        ...LAW_ARTICLES[category],
        photos: this.#laws.of(category),
      })),
      byFolder: [...this.#folders]
        .map(([directory, folder]) => ({ folder: this.#nameOf(directory), ...folder }))
        .sort((a, b) => b.dangerous - a.dangerous || b.photos - a.photos),
    };
  }
}

const isDangerous = (severity: Severity): boolean => severityRank(severity) >= severityRank("high");

const countOf = ({ different, ...rest }: TypeTally): TypeCount => ({
  ...rest,
  different: different?.count ?? null,
});

/** The worst first, then what most photos show. */
const byHarm = (a: TypeTally, b: TypeTally): number =>
  severityRank(b.severity) - severityRank(a.severity) || b.photos - a.photos;

class Tallies<K> {
  readonly #counts = new Map<K, number>();

  add(key: K) {
    this.#counts.set(key, this.of(key) + 1);
  }

  of(key: K): number {
    return this.#counts.get(key) ?? 0;
  }

  /** The most frequent first. */
  most(): readonly (readonly [K, number])[] {
    return [...this.#counts].sort(([, a], [, b]) => b - a);
  }
}
