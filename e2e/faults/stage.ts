import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { errnoOf } from "../../electron/base/errno.ts";
import { type Ran, type RunOptions, startSafelight } from "../engine/cli.ts";
import { writePhotos } from "./album.ts";
import { unfinishedIn } from "./catalogue-peek.ts";
import { filesBelow, type Loss, lossesIn, type Tree, treeOf, withAnyTime } from "./judge.ts";
import type { Kind } from "./kinds.ts";

export interface StageOptions {
  readonly kind: Kind;
  /** What is broken: the change itself or its undoing. */
  readonly direction: "change" | "undo";
  readonly photos: number;
  /** No data folder at all before the run: the very first start is broken too. */
  readonly firstStart?: boolean;
  /** Another place than memory, where one is needed. */
  readonly at?: string;
}

/** No run of these few small photos takes a tenth of this. */
const HANGS_AFTER_MS = 90_000;

/** Files that a vault has before anything was kept in it. */
const EMPTY_VAULT = new Set(["identity.txt", "vault.json"]);

/** A folder of photos and a data folder that are broken and set up anew, again and again. */
export class Stage {
  readonly root: string;
  readonly home: string;
  readonly dataDir: string;
  readonly options: StageOptions;
  /** The photos before anything happened, before the run, and after a run that nothing disturbs. */
  originals: Tree = new Map();
  before: Tree = new Map();
  after: Tree = new Map();

  private constructor(options: StageOptions) {
    this.options = options;
    this.root = mkdtempSync(join(options.at ?? memoryFolder(), "safelight-faults-"));
    this.home = join(this.root, "home");
    this.dataDir = join(this.root, "data");
  }

  static async set(options: StageOptions): Promise<Stage> {
    const stage = new Stage(options);
    await writePhotos(stage.photos, options.photos);
    stage.originals = treeOf(stage.home);
    if (!options.firstStart) await stage.mustRun(["history"]);
    if (options.direction === "undo") await stage.mustRun(options.kind.change(stage.home));
    stage.before = stage.#tree();
    stage.#saveMaster();
    await stage.mustRun(stage.words);
    stage.after = stage.#tree();
    stage.reset();
    return stage;
  }

  #tree(): Tree {
    return withAnyTime(treeOf(this.home), this.originals);
  }

  get photos(): string {
    return join(this.home, "photos");
  }

  /** The command line that is broken. */
  get words(): readonly string[] {
    const { kind, direction } = this.options;
    return direction === "change" ? kind.change(this.home) : ["undo", "--last"];
  }

  /** @throws when it does not come to an end. */
  async run(words: readonly string[] = this.words, options: Partial<RunOptions> = {}) {
    const how = { dataDir: this.dataDir, detached: true, ...options };
    const { child, ended } = startSafelight(words, how);
    let isHanging = false;
    const timer = setTimeout(() => {
      isHanging = true;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, HANGS_AFTER_MS);
    const ran = await ended.finally(() => clearTimeout(timer));
    if (isHanging) throw new Error(`safelight ${words.join(" ")} hangs`);
    return ran;
  }

  start(options: Partial<RunOptions> = {}) {
    return startSafelight(this.words, { dataDir: this.dataDir, ...options });
  }

  async mustRun(words: readonly string[], options: Partial<RunOptions> = {}) {
    const ran = await this.run(words, options);
    if (ran.code !== 0) throw new Error(`safelight ${words.join(" ")}: ${ran.code} ${ran.stderr}`);
    return ran;
  }

  /** Everything as it was before the run, to the nanosecond. */
  reset() {
    for (const folder of [this.home, this.dataDir]) emptied(folder);
    const master = this.#master;
    execFileSync("cp", ["-a", `${master}/home/.`, this.home]);
    if (existsSync(`${master}/data`)) execFileSync("cp", ["-a", `${master}/data/.`, this.dataDir]);
    else rmSync(this.dataDir, { recursive: true });
  }

  #saveMaster() {
    mkdirSync(this.#master);
    execFileSync("cp", ["-a", this.home, `${this.#master}/home`]);
    if (existsSync(this.dataDir)) execFileSync("cp", ["-a", this.dataDir, `${this.#master}/data`]);
  }

  get #master(): string {
    return join(this.root, "master");
  }

  /**
   * The invariant, after whatever happened: each file is as before the run or as after it; the next
   * start says what it brought to an end and leaves nothing behind; undoing all gives the originals
   * back and empties the vault.
   */
  async judge(given: Given = {}): Promise<Loss[]> {
    const { told, group, ...options } = given;
    const states = [this.before, this.after];
    const first = lossesIn(treeOf(this.home), { states, temporaries: true, ...options });
    const halfDone = unfinishedIn(this.dataDir);
    const start = await this.run(["history", "--json"]);
    const next = startLosses(start, told === undefined ? halfDone : undefined);
    const then = lossesIn(treeOf(this.home), { states, ...options });
    const failures = await this.undoAll(start);
    if (group !== undefined) {
      await emptyGroup(group);
      await this.run(["history"]);
    }
    const end = lossesIn(treeOf(this.home), { states: [this.originals], ...options });
    return [...first, ...next, ...then, ...failures, ...end, ...this.unaccounted()];
  }

  /** Takes every batch back, the last one first, and says which refused. */
  async undoAll(start?: Ran): Promise<Loss[]> {
    const { stdout } = start ?? (await this.run(["history", "--json"]));
    const parsed = history.safeParse(stdout === "" ? undefined : JSON.parse(stdout));
    if (!parsed.success) return [{ path: "", what: "no history" }];
    const losses: Loss[] = [];
    for (const { batchId } of parsed.data.batches.filter(({ canUndo }) => canUndo)) {
      const { code, stderr } = await this.run(["undo", `${batchId}`]);
      if (code !== 0) losses.push({ path: "", what: `undo ${batchId} failed: ${stderr}` });
    }
    return losses;
  }

  /** What still lies in the vault, or says that somebody is at work, when everything was taken back. */
  unaccounted(): Loss[] {
    const left = filesBelow(this.dataDir).map((path) => relative(this.dataDir, path));
    return left
      .filter((path) => /^(vault|running)\//.test(path))
      .filter((path) => !EMPTY_VAULT.has(path.replace("vault/", "")))
      .map((path) => ({ path, what: "left in the data folder" }));
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }
}

interface Given {
  readonly bytesOnly?: boolean;
  /** An earlier start, which may have said what the next one needn't. */
  readonly told?: Ran;
  /**
   * Processes of the broken run that may have outlived all of this on a busy machine. What they leave
   * in the vault, sealed, goes with the start after their end.
   */
  readonly group?: number | undefined;
}

/** Resolves when no process of the group is left. */
async function emptyGroup(group: number) {
  const giveUp = performance.now() + HANGS_AFTER_MS;
  while (isThere(group) && performance.now() < giveUp) await sleep(20);
}

function isThere(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch (error) {
    if (errnoOf(error) === "ESRCH") return false;
    throw error;
  }
}

/** Did a start go well, and did it tell of each action that it found half done? */
function startLosses({ code, stderr }: Ran, halfDone: number | undefined): Loss[] {
  const losses = code === 0 ? [] : [{ path: "", what: `the next start failed: ${stderr}` }];
  const [, ...told] = /interrupted last time\D*(\d+)\D*(\d+)/.exec(stderr) ?? [];
  if (halfDone === undefined || sum(told) === halfDone) return losses;
  return [...losses, { path: "", what: `${halfDone} half done, the start told of ${sum(told)}` }];
}

const history = z.object({
  batches: z.array(z.object({ batchId: z.int(), canUndo: z.boolean() })),
});

const sum = (words: readonly string[]): number =>
  words.reduce((all, word) => all + Number(word), 0);

/** Keeps the folder itself: a disk may be mounted there. */
export function emptied(folder: string) {
  mkdirSync(folder, { recursive: true });
  execFileSync("find", [folder, "-mindepth", "1", "-delete"]);
}

/** Memory where the system offers it: kills and errors there are the same, and nothing waits for a disk. */
function memoryFolder(): string {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return "/dev/shm";
  } catch {
    return tmpdir();
  }
}
