import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import type { PhotoRecord, ScanDocument } from "../../electron/cli/document.ts";
import { ensureBuilt } from "../../electron/start/build.ts";
import { maskPrint } from "../../shared/policy/mask-print.ts";
import { startSafelight } from "../engine/cli.ts";
import { seeded } from "../fixtures/random.ts";
import { machine, row } from "./machine.ts";
import { type AlbumPhoto, type PhoneAlbum, phoneAlbum } from "./phone-album.ts";
import { timed } from "./processes.ts";
import { type Held, watchTogether } from "./residents.ts";
import type { PeerSeen } from "./scan-peers.ts";
import { benchStages } from "./scan-stages.ts";

/*
 * `npm run bench:scan`: a phone's album through the built command line, and through a straight loop of
 * the peers. Options: `--photos N` (1751), `--peers N` photos that the peers see (48; drawn by a seed
 * from each sort of photo; they would need hours for all, so that their time is told as N times the mean).
 * `--stages` tells instead what each step of a look costs, over as many photos as `--peers` says.
 */

const { values } = parseArgs({
  options: {
    photos: { type: "string", default: "1751" },
    peers: { type: "string", default: "48" },
    stages: { type: "boolean", default: false },
  },
});
const COUNT = Number(values.photos);
/** What must be reached is asked of a whole album on two cores; parts of it in proportion. */
const WHOLE_ALBUM = 1751;
const DETECTORS = "location,faces,documents,text,barcodes";
const PEERS = fileURLToPath(new URL("./scan-peers.ts", import.meta.url));
const MIB = 1024 ** 2;
const scratch = mkdtempSync(join(tmpdir(), "safelight-bench-"));

interface Scanned {
  readonly ms: number;
  readonly document: ScanDocument;
  readonly moments: readonly Held[];
  /** Milliseconds from the program's start to the first finding in the catalogue. */
  readonly firstMs: number | null;
}

async function scan(folder: string, dataDir: string, words: readonly string[]): Promise<Scanned> {
  const startedAt = performance.now();
  const given = ["scan", folder, "--json", "--jobs", "2", ...words];
  const { child, ended } = startSafelight(given, { dataDir, detached: true });
  const momentsOf = watchTogether(child.pid ?? 0);
  const first = firstFinding(dataDir, startedAt, ended);
  const { stdout, stderr, code } = await ended;
  const ms = performance.now() - startedAt;
  if (code !== 0 && code !== 1) throw new Error(`scan ended ${code}: ${stderr}`);
  // Our own program's document.
  const document = JSON.parse(stdout) as ScanDocument;
  return { ms, document, moments: momentsOf(), firstMs: await first };
}

/** Watches the catalogue from outside. */
async function firstFinding(dataDir: string, startedAt: number, ended: Promise<unknown>) {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  for (; !isOver; await sleep(10)) if (hasFindings(dataDir)) return performance.now() - startedAt;
  return null;
}

function hasFindings(dataDir: string): boolean {
  const file = join(dataDir, "catalogue.sqlite");
  if (!existsSync(file)) return false;
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    return db.prepare("SELECT 1 FROM photo WHERE severity > 0 LIMIT 1").get() !== undefined;
  } catch {
    return false; // Not a catalogue yet.
  } finally {
    db?.close();
  }
}

const seconds = (ms: number, digits = 1) => `${(ms / 1000).toFixed(digits)} s`;
const share = COUNT / WHOLE_ALBUM;

function atMost(name: string, ms: number | null, limitMs: number) {
  if (ms === null) return row(name, "never", `at most ${seconds(limitMs, 2)}`, false);
  row(name, seconds(ms, 2), `at most ${seconds(limitMs, 2)}`, ms <= limitMs);
}

async function benchOurs({ folder }: PhoneAlbum): Promise<Scanned> {
  const detectors = ["--detectors", DETECTORS];
  const quick = await scan(folder, join(scratch, "quick"), ["--metadata-only"]);
  atMost("metadata only", quick.ms, Math.max(1_000, 1_500 * share));
  const full = await scan(folder, join(scratch, "full"), detectors);
  atMost("full scan", full.ms, 240_000 * share);
  atMost("first finding in the catalogue", full.firstMs, 1_000);
  tellHeld(full.moments);
  const each = `${Math.round(coreMsOf(full) / COUNT)} ms`;
  row(
    "full scan, a core's time for each photo",
    each,
    "at most 274 ms",
    coreMsOf(full) <= 274 * COUNT,
  );
  const second = await scan(folder, join(scratch, "full"), detectors);
  atMost("second scan", second.ms, 700);
  return full;
}

const coreMsOf = ({ moments }: Scanned): number => moments.at(-1)?.coreMs ?? Number.NaN;

function tellHeld(moments: readonly Held[]) {
  const peak = Math.max(...moments.map(({ bytes }) => bytes)) / MIB;
  row("memory of all processes, most", `${Math.round(peak)} MiB`, "at most 1536 MiB", peak <= 1536);
  const at = (part: number) => moments[Math.floor((moments.length - 1) * part)]?.handles ?? 0;
  const [early, late] = [at(0.25), at(0.9)];
  row(
    "handles after a quarter and at the end",
    `${early}, ${late}`,
    "no growth",
    late <= early + 4,
  );
}

/** Some of each sort, as many as their share of the album. */
function sampleOf(photos: readonly AlbumPhoto[], count: number): readonly AlbumPhoto[] {
  const random = seeded(7);
  const bySort = Map.groupBy(photos, ({ sort }) => sort);
  return [...bySort.values()].flatMap((all) => {
    const wanted = Math.max(1, Math.round((count * all.length) / photos.length));
    const shuffled = all.map((photo) => ({ photo, at: random() })).sort((a, b) => a.at - b.at);
    return shuffled.slice(0, wanted).map(({ photo }) => photo);
  });
}

async function benchPeers({ folder, photos }: PhoneAlbum, ours: Scanned) {
  const sample = sampleOf(photos, Number(values.peers));
  const list = join(scratch, "peers.json");
  writeFileSync(list, JSON.stringify(sample.map(({ name }) => join(folder, name))));
  const { stdout, code } = await timed(process.execPath, [PEERS, list]);
  if (code !== 0) throw new Error(`the peers ended ${code}`);
  // Our own program's answer.
  const seen = JSON.parse(stdout) as readonly PeerSeen[];
  const total = sumOverSorts(photos, sample, seen);
  row(
    `peers on ${sample.length} of ${photos.length} photos`,
    seconds(sum(seen.map(({ ms }) => ms))),
  );
  row("peers on all, by their share of each sort", seconds(total));
  const byClock = total / ours.ms;
  row("times as fast, by the clock", `${byClock.toFixed(1)} x`, "at least 8", byClock >= 8);
  const byCores = sumOverSorts(photos, sample, seen, "coreMs") / coreMsOf(ours);
  row("times as fast, by cores' time", `${byCores.toFixed(1)} x`, "at least 8", byCores >= 8);
  compare(folder, sample, seen, ours.document);
}

/** Each sort's mean time for all photos of it. */
function sumOverSorts(
  photos: readonly AlbumPhoto[],
  sample: readonly AlbumPhoto[],
  seen: readonly PeerSeen[],
  clock: "ms" | "coreMs" = "ms",
): number {
  const bySort = Map.groupBy(photos, ({ sort }) => sort);
  return sum(
    [...bySort].map(([sort, all]) => {
      const times = seen.flatMap((one, n) => (sample[n]?.sort === sort ? [one[clock]] : []));
      return (sum(times) / times.length) * all.length;
    }),
  );
}

/** What both found in the same photos. */
function compare(
  folder: string,
  sample: readonly AlbumPhoto[],
  seen: readonly PeerSeen[],
  { photos }: ScanDocument,
) {
  const byPath = new Map(photos.map((photo) => [photo.path, photo]));
  const pairs = sample.flatMap((photo, n) => {
    const [theirs, ours] = [seen[n], byPath.get(join(folder, photo.name))];
    return theirs && ours ? [{ photo, theirs, ours }] : [];
  });
  const count = (name: string, of: (pair: (typeof pairs)[number]) => readonly [number, number]) => {
    const [own, other] = [0, 1].map((at) => sum(pairs.map((pair) => of(pair)[at] ?? 0)));
    row(`${name}: ours, peers'`, `${own}, ${other}`, "no fewer", (own ?? 0) >= (other ?? 0));
  };
  count("photos with a place", ({ ours, theirs }) => [
    Math.sign(ours.findings.filter(({ kind }) => kind === "location").length),
    Number(theirs.hasPlace),
  ]);
  count("faces", ({ ours, theirs }) => [
    ours.findings.filter(({ kind }) => kind === "face").length,
    theirs.faces,
  ]);
  count("printed values", ({ photo, ours, theirs }) => [
    photo.values.filter((one) => isTold(ours, one)).length,
    photo.values.filter(({ value }) => packed(theirs.text).includes(packed(value))).length,
  ]);
}

/** A masked value of the same type and look. */
const isTold = ({ findings }: PhotoRecord, { type, value }: AlbumPhoto["values"][number]) =>
  findings.some((one) => one.type === type && one.value === maskPrint(type, value));

/** Letters, digits and fillers: spaces and punctuation are read either way by both. */
const packed = (text: string) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}<]/gu, "");

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

async function benchAll(album: PhoneAlbum) {
  const ours = await benchOurs(album);
  if (Number(values.peers) > 0) await benchPeers(album, ours);
}

console.log(machine());
try {
  await ensureBuilt();
  const album = await phoneAlbum(COUNT);
  console.log(`${album.photos.length} photos in ${album.folder}`);
  if (values.stages) await benchStages(album.folder, sampleOf(album.photos, Number(values.peers)));
  else await benchAll(album);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
