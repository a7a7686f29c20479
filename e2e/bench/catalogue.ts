import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { STORE_BATCH } from "../../electron/base/limits.ts";
import { type Catalogue, openCatalogue } from "../../electron/engine/catalogue/catalogue.ts";
import type { DirectoryNode } from "../../shared/model/folder.ts";
import { EVERY_PHOTO, PHOTO_SORTS, type PhotoFilter } from "../../shared/model/photo.ts";
import { type MadePhoto, madePhotos } from "./catalogue-album.ts";
import { benchMigration } from "./catalogue-migration.ts";
import { machine, percentile, row } from "./machine.ts";

/*
 * `npm run bench:catalogue`: the catalogue alone with the photos of a whole life. Options: --photos N
 * (1,000,000), --keep FOLDER (leaves the catalogue there). No photo is read: rows are made. Times are
 * of a core, see `timed`.
 */
const { values } = parseArgs({
  options: { photos: { type: "string", default: "1000000" }, keep: { type: "string" } },
});
const PHOTOS = Number(values.photos);
const ROOT = "/home/somebody/Pictures";
/** Files of the scan that finds nothing new. */
const UNCHANGED = 100_000;
const scratch = mkdtempSync(join(tmpdir(), "safelight-bench-"));
const dataDir = values.keep ?? join(scratch, "data");

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const millis = (ms: number): string => `${ms.toFixed(1)} ms`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Milliseconds that work took of a core: the same beside other work on the machine, where a clock tells of that too. */
function timed<T>(work: () => T): {
  readonly ms: number;
  readonly clockMs: number;
  readonly value: T;
} {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, clockMs: performance.now() - start, value };
}

function opened(): Catalogue {
  const result = openCatalogue(dataDir);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function write(): void {
  const catalogue = opened();
  catalogue.folders.add(ROOT);
  let [ms, clockMs, findings] = [0, 0, 0];
  const spend = (work: () => void) => {
    const spent = timed(work);
    ms += spent.ms;
    clockMs += spent.clockMs;
  };
  let batch: MadePhoto[] = [];
  const flush = () => {
    spend(() => catalogue.photos.store(batch, "full"));
    batch = [];
  };
  for (const made of madePhotos(ROOT, PHOTOS)) {
    findings += JSON.parse(made.photo.findings.text).length;
    batch.push(made);
    if (batch.length === STORE_BATCH) flush();
  }
  flush();
  spend(() => catalogue.close());
  const speed = PHOTOS / (ms / 1000);
  row(
    "writing, by the clock",
    `${Math.round(PHOTOS / (clockMs / 1000)).toLocaleString("en")} photos/s`,
  );
  row("findings", findings.toLocaleString("en"));
  row(
    "writing, of a core",
    `${Math.round(speed).toLocaleString("en")} photos/s`,
    "≥ 20,000",
    speed >= 20_000,
  );
  const size = statSync(join(dataDir, "catalogue.sqlite")).size;
  row("file", megabytes(size), "≤ 1200 MB", size <= 1.2e9);
}

/** Every kind of restriction alone and some together, in every order. */
function everyFilter(branch: DirectoryNode | undefined): PhotoFilter[] {
  const narrowed: Partial<PhotoFilter>[] = [
    {},
    { severities: ["critical"] },
    { severities: ["high", "critical"] },
    { severities: ["none"] },
    { kinds: ["location"] },
    { kinds: ["barcode"] },
    { kinds: ["face", "document", "personal-text"], severities: ["critical"] },
    { status: "failed" },
    { documents: ["passport"] },
    { documents: ["bank-card", "prescription"], kinds: ["face"] },
    { changed: true },
    { changed: false, severities: ["low"] },
    { directoryId: branch?.id ?? null },
    { directoryId: branch?.id ?? null, kinds: ["barcode"], severities: ["critical"] },
    { text: "上海" },
    { text: "img 2013" },
    { text: "nothing has this name" },
    { text: "微信", kinds: ["document"], severities: ["high", "critical"] },
  ];
  return PHOTO_SORTS.flatMap((sort) => narrowed.map((part) => ({ ...EVERY_PHOTO, ...part, sort })));
}

function ask(): void {
  const { value: catalogue, ms: openMs } = timed(opened);
  const { questions } = catalogue;
  row("opening", millis(openMs));
  const before = process.memoryUsage.rss();
  row("first page after a start", millis(timed(() => questions.page(EVERY_PHOTO, 0, 200)).ms));
  for (const sort of PHOTO_SORTS) {
    const first = timed(() => questions.page({ ...EVERY_PHOTO, sort }, 0, 200));
    row(`first page by "${sort}"`, millis(first.ms));
  }
  const text = timed(() => questions.page({ ...EVERY_PHOTO, text: "一" }, 0, 200));
  row("first search", millis(text.ms));
  const tree = timed(() => wholeTree(catalogue));
  row(`tree with sums, ${tree.value.length} folders, level by level`, millis(tree.ms));
  const branch = questions.tree(questions.tree(null)[0]?.id ?? null)[9];
  askFilters(catalogue, everyFilter(branch));
  row("memory of all that, beside", megabytes(process.memoryUsage.rss() - before));
  rescan(catalogue, tree.value.length);
  catalogue.close();
}

/** Each filter as a person meets it: never asked before, then its first, a middle and its last rows. */
function askFilters({ questions }: Catalogue, filters: readonly PhotoFilter[]): void {
  const [pages, counts, rows]: [number[], number[], number[]] = [[], [], []];
  for (const filter of filters) {
    const first = timed(() => questions.page(filter, 0, 200));
    const { total } = first.value;
    pages.push(first.ms);
    for (const at of [Math.floor(total / 2), Math.max(0, total - 200)]) {
      pages.push(timed(() => questions.page(filter, at, 200)).ms);
    }
    counts.push(timed(() => questions.counts(filter)).ms);
    const id = questions.page(filter, Math.floor(total / 2), 1).photos[0]?.id;
    if (id !== undefined) rows.push(timed(() => questions.row(filter, id)).ms);
  }
  const told = (name: string, all: readonly number[], most: number) => {
    const p95 = percentile(all, 0.95);
    row(`${name}: p95 of ${all.length}`, millis(p95), `≤ ${most} ms`, p95 <= most);
    row(`${name}: median, slowest`, `${millis(percentile(all, 0.5))}, ${millis(Math.max(...all))}`);
  };
  told("page of 200", pages, 30);
  told("counts", counts, 50);
  told("row of a photo", rows, 30);
}

function wholeTree({ questions }: Catalogue): DirectoryNode[] {
  const below = (node: DirectoryNode): DirectoryNode[] =>
    node.folders === 0 ? [node] : [node, ...questions.tree(node.id).flatMap(below)];
  return questions.tree(null).flatMap(below);
}

/** What a scan asks of the catalogue when no file has changed. */
function rescan({ photos }: Catalogue, folders: number): void {
  const directories = new Set<string>();
  for (const { directory } of madePhotos(ROOT, PHOTOS)) {
    directories.add(directory);
    if (directories.size * 250 >= UNCHANGED) break;
  }
  let known = 0;
  const { ms } = timed(() => {
    for (const directory of directories) known += photos.inDirectory(directory).size;
  });
  row(`known files of ${known} photos of ${folders} folders`, seconds(ms), "≤ 5 s", ms <= 5000);
}

console.log(`bench:catalogue, ${PHOTOS.toLocaleString("en")} photos on ${machine()}`);
try {
  write();
  ask();
  benchMigration(dataDir, join(scratch, "old"));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
