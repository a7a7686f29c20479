import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filesBelow, type Loss, lossesIn, treeOf } from "./judge.ts";
import { endsInWords } from "./kills.ts";
import { KINDS } from "./kinds.ts";
import type { Effort, Report } from "./report.ts";
import { Stage } from "./stage.ts";

/* What lies in the data folder is harmed between a change and its undoing. */

/** Ways to harm one file; each is taken back from a copy afterwards. */
const HARMS = ["one byte flipped", "cut in half", "emptied", "gone"] as const;

function harm(path: string, how: (typeof HARMS)[number], random: () => number) {
  const bytes = readFileSync(path);
  if (how === "gone") return rmSync(path);
  if (how === "emptied") return truncateSync(path, 0);
  if (how === "cut in half") return truncateSync(path, bytes.length >> 1);
  const at = Math.floor(random() * bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
  writeFileSync(path, bytes);
}

/**
 * Every file of the data folder, harmed in every way: no photo may change because of it, the program
 * ends in words, and with the file mended everything can be taken back.
 */
export async function harmedData(report: Report, effort: Effort) {
  for (const kind of effort.some(KINDS, 1)) {
    const stage = await Stage.set({ kind, direction: "undo", photos: 3 });
    const files = filesBelow(stage.dataDir).filter((path) => !path.includes("/running/"));
    const cases = HARMS.flatMap((how) => files.map((path) => ({ path, how })));
    for (const { path, how } of effort.some(cases, 4, 24)) {
      await report.run(`undo of ${kind.name}, ${basename(path)} ${how}`, async () => {
        stage.reset();
        const whole = readFileSync(path);
        harm(path, how, effort.random);
        const ran = await stage.run();
        const { before, after } = stage;
        const hurt = lossesIn(treeOf(stage.home), { states: [before, after] });
        return [...endsInWords(ran), ...hurt, ...(await mended(stage, path, whole))];
      });
    }
    stage.remove();
  }
}

/** With the file as it was, whatever had not been taken back yet can be. */
async function mended(stage: Stage, path: string, whole: Buffer): Promise<Loss[]> {
  for (const end of ["-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
  writeFileSync(`${path}.mended`, whole, { mode: 0o600 });
  renameSync(`${path}.mended`, path);
  // An older catalogue may not know that all was taken back already; what counts are the photos.
  await stage.undoAll();
  return lossesIn(treeOf(stage.home), { states: [stage.originals] });
}

/** The key is gone or another's: no change may be made that nobody could take back. */
export async function wrongKey(report: Report, effort: Effort) {
  const [kind] = KINDS;
  if (!kind) return;
  const stage = await Stage.set({ kind, direction: "change", photos: 2 });
  const other = await Stage.set({ kind, direction: "change", photos: 1 });
  const identity = join(stage.dataDir, "vault", "identity.txt");
  const harms: Readonly<Record<string, () => void>> = {
    gone: () => rmSync(identity),
    "another vault's": () =>
      writeFileSync(identity, readFileSync(join(other.dataDir, "vault", "identity.txt"))),
    "mistyped by one letter": () => {
      const text = readFileSync(identity, "utf8");
      const at = 30 + Math.floor(effort.random() * 20);
      const letter = text[at] === "Q" ? "P" : "Q";
      writeFileSync(identity, `${text.slice(0, at)}${letter}${text.slice(at + 1)}`);
    },
  };
  for (const [how, harmKey] of Object.entries(harms)) {
    await report.run(`the vault's key is ${how}`, async () => {
      stage.reset();
      harmKey();
      const ran = await stage.run();
      const refused = ran.code === 1 ? [] : [{ path: "", what: `it went on: ${ran.code}` }];
      return [
        ...endsInWords(ran),
        ...refused,
        ...lossesIn(treeOf(stage.home), { states: [stage.originals] }),
      ];
    });
  }
  stage.remove();
  other.remove();
}
