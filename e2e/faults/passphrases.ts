import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Loss, lossesIn, treeOf } from "./judge.ts";
import { KINDS } from "./kinds.ts";
import type { Effort, Report } from "./report.ts";
import { Stage } from "./stage.ts";

const RIGHT = "four unlike words here";

/** What somebody may give instead. */
const WRONG: Readonly<Record<string, string>> = {
  nothing: "",
  "one letter less": RIGHT.slice(0, -1),
  "other letters": RIGHT.toUpperCase(),
  "another vault's key":
    "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SNN6F2D",
};

/** A wrong passphrase changes nothing, spoils nothing and is told; the right one takes all back after it. */
export async function wrongPassphrase(report: Report, effort: Effort) {
  const sealing = KINDS.filter(({ name }) => name !== "export");
  for (const kind of effort.some(sealing, 1)) {
    const stage = await Stage.set({ kind, direction: "undo", photos: 3 });
    for (const [how, wrong] of effort.some(Object.entries(WRONG), 2)) {
      await report.run(`undo of ${kind.name}, ${how} instead of the passphrase`, async () => {
        stage.reset();
        const [right, other] = [passphraseFile(stage, RIGHT), passphraseFile(stage, wrong)];
        await stage.mustRun(["vault", "passphrase", "--new-passphrase-file", right]);
        const ran = await stage.run([...stage.words, "--passphrase-file", other]);
        const told =
          ran.code === 1 && ran.stderr !== "" ? [] : [{ path: "", what: `ended ${ran.code}` }];
        const touched = lossesIn(treeOf(stage.home), { states: [stage.before] });
        await stage.mustRun([...stage.words, "--passphrase-file", right]);
        const end = lossesIn(treeOf(stage.home), { states: [stage.originals] });
        return [...told, ...touched, ...end, ...butTheKey(stage.unaccounted())];
      });
    }
    stage.remove();
  }
}

const butTheKey = (left: readonly Loss[]) =>
  left.filter(({ path }) => path !== "vault/identity.age");

function passphraseFile(stage: Stage, words: string): string {
  const path = join(stage.root, `${words.length}-${words === RIGHT}.txt`);
  writeFileSync(path, `${words}\n`);
  return path;
}
