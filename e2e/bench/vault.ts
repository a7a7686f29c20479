import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt } from "../../electron/start/build.ts";
import { startSafelight } from "../engine/cli.ts";
import { motionVideo, u32 } from "../fixtures/bmff.ts";
import { machine, row } from "./machine.ts";
import { watchGroup } from "./residents.ts";

/*
 * `npm run bench:vault`: one long film is stripped, quarantined, checked and taken back. Prints how long
 * each took and the most memory that any of our processes had resident. Options: --megabytes N (1024).
 */
const { values } = parseArgs({ options: { megabytes: { type: "string", default: "1024" } } });
const MEGABYTES = Number(values.megabytes);
const MIB = 1024 * 1024;

/** What a film of 4 GB may take. */
const MAX_RESIDENT_MIB = 150;

const scratch = mkdtempSync(join(tmpdir(), "safelight-bench-"));
const dataDir = join(scratch, "data");
const films = join(scratch, "films");

/** A film whose movie box says where it was taken, with samples as long as was asked for. */
function writeFilm() {
  const start = motionVideo("+51.5000-000.1250/");
  const block = Buffer.from(Array.from({ length: MIB }, (_, n) => (n * 2_654_435_761) >>> 24));
  const long = Buffer.alloc(8);
  long.writeBigUInt64BE(BigInt(16 + MEGABYTES * MIB));
  mkdirSync(films);
  const fd = openSync(join(films, "long.mp4"), "wx");
  writeSync(fd, start.subarray(0, start.indexOf("mdat") - 4));
  // A size of one: the real one follows the type (ISO/IEC 14496-12, 4.2).
  writeSync(fd, Buffer.concat([u32(1), Buffer.from("mdat"), long]));
  for (let n = 0; n < MEGABYTES; n += 1) writeSync(fd, block);
  closeSync(fd);
}

async function measure(name: string, words: readonly string[]) {
  const startedAt = performance.now();
  const { child, ended } = startSafelight(words, { dataDir, detached: true });
  const peakOf = watchGroup(child.pid ?? 0);
  const { code, stderr } = await ended;
  const seconds = (performance.now() - startedAt) / 1000;
  const peak = peakOf() / MIB;
  if (code !== 0) throw new Error(`${name}: ${code} ${stderr}`);
  const figure = `${seconds.toFixed(1)} s, ${Math.round(peak)} MiB`;
  const isReached = peak < MAX_RESIDENT_MIB;
  row(`${MEGABYTES} MiB: ${name}`, figure, `below ${MAX_RESIDENT_MIB} MiB`, isReached);
  if (!isReached) process.exitCode = 1;
}

console.log(machine());
try {
  await ensureBuilt();
  writeFilm();
  await measure("strip", ["strip", films]);
  await measure("undo of the strip", ["undo", "--last"]);
  await measure("quarantine", ["quarantine", films]);
  await measure("vault verify", ["vault", "verify"]);
  await measure("undo of the quarantine", ["undo", "--last"]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
