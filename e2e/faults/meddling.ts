import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, chmodSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Ran } from "../engine/cli.ts";
import { stepsIn } from "./catalogue-peek.ts";
import { type Loss, lossesIn, type Tree, treeOf } from "./judge.ts";
import { endsInWords } from "./kills.ts";
import { KINDS } from "./kinds.ts";
import type { Effort, Report } from "./report.ts";
import { Stage } from "./stage.ts";

/* Other programs and people at work on the same files at the same time. */

const SAVED = Buffer.from("\xff\xd8 somebody's later work, whatever it is", "latin1");
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Ways in which an editor saves. */
const SAVES: Readonly<Record<string, (path: string) => void>> = {
  "written over": (path) => writeFileSync(path, SAVED),
  "put in its place": (path) => {
    writeFileSync(`${path}.new`, SAVED);
    renameSync(`${path}.new`, path);
  },
};

/** Somebody saves over a photo at some instant of the batch: that work must be there at the end. */
export async function savedMeanwhile(report: Report, effort: Effort) {
  for (const kind of effort.some(KINDS, 1)) {
    const stage = await Stage.set({ kind, direction: "change", photos: effort.times(40, 34) });
    for (const [how, save] of Object.entries(SAVES)) {
      for (let n = 0; n < effort.times(10, 1); n += 1) {
        const ms = effort.random() * 250;
        await report.run(`${kind.name}, a photo ${how} ${ms.toFixed(0)} ms into it`, async () => {
          stage.reset();
          const name = await saveDuring(stage, save, ms);
          return judgeSaved(stage, name);
        });
      }
    }
    stage.remove();
  }
}

async function saveDuring(stage: Stage, save: (path: string) => void, ms: number) {
  const before = stepsIn(stage.dataDir);
  const { ended } = stage.start();
  const giveUp = performance.now() + 20_000;
  while (stepsIn(stage.dataDir) === before && performance.now() < giveUp) await sleep(2);
  await sleep(ms);
  // One of the later photos: the earlier ones are done by now.
  const name = "photos/p0030.jpg";
  save(join(stage.home, name));
  await ended;
  return name;
}

/** All but the saved photo as ever; that one holds what was saved, now and after everything was taken back. */
async function judgeSaved(stage: Stage, name: string): Promise<Loss[]> {
  const without = (tree: Tree) => new Map([...tree].filter(([path]) => path !== name));
  const states = [without(stage.before), without(stage.after)];
  const isThere = () => {
    const tree = treeOf(stage.home);
    // Quarantined after it was saved: then the vault has the saved work.
    const now = [...tree].filter(([, { sha256: hash }]) => hash === sha256(SAVED));
    return now.length > 0 || !tree.has(name);
  };
  const first = lossesIn(without(treeOf(stage.home)), { states });
  const lost = isThere() ? [] : [{ path: name, what: "what somebody saved is gone" }];
  await stage.undoAll();
  const end = lossesIn(without(ours(treeOf(stage.home))), { states: [without(stage.originals)] });
  const saved = [...treeOf(stage.home).values()].some(({ sha256: hash }) => hash === sha256(SAVED));
  const gone = saved ? [] : [{ path: name, what: "what somebody saved is gone after the undo" }];
  return [...first, ...lost, ...end, ...gone];
}

/** Without what is put beside a taken name, and without copies of the saved photo. */
const ours = (tree: Tree): Tree =>
  new Map([...tree].filter(([path]) => !/restored/.test(path) && !path.startsWith("copies/")));

/** Somebody saves over the result: an undo leaves that alone, says so and takes the others back. */
export async function savedBeforeUndo(report: Report, effort: Effort) {
  for (const kind of effort.some(KINDS, 1)) {
    const stage = await Stage.set({ kind, direction: "undo", photos: 6 });
    for (const [how, save] of Object.entries({ ...SAVES, "added to": grown })) {
      await report.run(`undo of ${kind.name}, a result ${how}`, async () => {
        stage.reset();
        const [name] = [...stage.before.keys()].filter((path) => isMade(stage, path));
        const victim = name ?? "photos/p0000.jpg";
        save(join(stage.home, victim));
        const saved = treeOf(stage.home).get(victim);
        const ran = await stage.run();
        return [
          ...endsInWords(ran),
          ...(saved?.sha256 === treeOf(stage.home).get(victim)?.sha256
            ? []
            : [{ path: victim, what: "an undo wrote over somebody's work" }]),
          ...othersBack(stage, victim, ran),
        ];
      });
    }
    stage.remove();
  }
}

/** The undo tells of what it left alone, all others are what they were, and no original is lost on the way. */
function othersBack(stage: Stage, victim: string, ran: Ran): Loss[] {
  const isOurs = stage.before.has(victim);
  const [tree, original] = [treeOf(stage.home), stage.originals.get(victim)];
  const others = (all: Tree) =>
    new Map([...all].filter(([path]) => path !== victim && !/restored/.test(path)));
  const back = lossesIn(others(tree), { states: [others(stage.originals)] });
  const said = ran.code === (isOurs ? 1 : 0) ? [] : [{ path: victim, what: `ended ${ran.code}` }];
  const isBeside = [...tree.values()].some(({ sha256: hash }) => hash === original?.sha256);
  const gone = isOurs || isBeside ? [] : [{ path: victim, what: "was not put beside" }];
  return [...back, ...said, ...gone];
}

const grown = (path: string) => appendFileSync(path, "more");

/** A file that the change wrote: other bytes than the original, or none before. */
const isMade = (stage: Stage, path: string) =>
  stage.before.get(path)?.sha256 !== stage.originals.get(path)?.sha256;

/** The right to write in the photos' folder goes in the middle; the next starts find it closed, then open. */
export async function closedFolder(report: Report, effort: Effort) {
  if (process.getuid?.() !== 0)
    return report.skip("closed folder", "needs root to be somebody else");
  const nobody = 65534;
  for (const kind of effort.some(KINDS, 1)) {
    for (const direction of effort.some(["change", "undo"] as const, 1)) {
      const stage = await Stage.set({ kind, direction, photos: effort.times(40, 34) });
      for (let n = 0; n < effort.times(6, 1); n += 1) {
        await report.run(`${direction} ${kind.name}, folder closed in the middle`, async () => {
          stage.reset();
          const own = () => execFileSync("chown", ["-R", `${nobody}:${nobody}`, stage.root]);
          own();
          const before = stepsIn(stage.dataDir);
          const { ended } = stage.start({ uid: nobody });
          const giveUp = performance.now() + 20_000;
          while (stepsIn(stage.dataDir) === before && performance.now() < giveUp) await sleep(2);
          await sleep(effort.random() * 150);
          chmodSync(stage.photos, 0o555);
          const ran = await ended;
          const closed = await stage.run(["history"], { uid: nobody });
          chmodSync(stage.photos, 0o755);
          const start = closed.code === 0 ? [] : [{ path: "", what: `no start: ${closed.stderr}` }];
          return [...endsInWords(ran), ...start, ...(await stage.judge({ told: closed }))];
        });
      }
      stage.remove();
    }
  }
}

/** Two command lines do the same at once, or one undoes what the other is in the middle of. */
export async function twins(report: Report, effort: Effort) {
  for (const kind of effort.some(KINDS, 1)) {
    const change = await Stage.set({ kind, direction: "change", photos: 24 });
    const undo = await Stage.set({ kind, direction: "undo", photos: 24 });
    const pairs = [
      { name: `two at once: ${kind.name}`, stage: change, other: change.words },
      { name: `two at once: undo of ${kind.name}`, stage: undo, other: undo.words },
      { name: `${kind.name} and an undo at once`, stage: change, other: undo.words },
    ];
    for (const { name, stage, other } of pairs) {
      for (let n = 0; n < effort.times(4, 1); n += 1) {
        await report.run(name, async () => {
          stage.reset();
          const first = stage.run();
          await sleep(effort.random() * 400);
          const ran = await Promise.all([first, stage.run(other)]);
          return [...ran.flatMap(endsInWords), ...(await judgeTwins(stage, kind.name))];
        });
      }
    }
    change.remove();
    undo.remove();
  }
}

/** Both may have made copies or sealed the same photo: nothing may be lost, a copy too many is told of. */
async function judgeTwins(stage: Stage, kind: string): Promise<Loss[]> {
  const known = (tree: Tree) =>
    new Map([...tree].filter(([path]) => kind !== "export" || !path.startsWith("copies/")));
  const states = [known(stage.before), known(stage.after)];
  // A photo that is covered twice, one program after the other, is encoded twice: bytes nobody foresees.
  const first = kind === "redact" ? [] : lossesIn(known(treeOf(stage.home)), { states });
  await stage.undoAll();
  const end = lossesIn(known(treeOf(stage.home)), { states: [known(stage.originals)] });
  return [...first, ...end];
}
