import { type Command, InvalidArgumentError } from "commander";
import {
  type DetectorId,
  detectorId,
  type FindingKind,
  findingKind,
} from "../../shared/model/finding.ts";
import { MAX_ANALYSTS, settingsChange } from "../../shared/model/settings.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { type ExitCode, say } from "./terminal.ts";

/* What the commands' words are made of. */

type Run = (command: (engine: OpenEngine) => Promise<ExitCode>) => Promise<void>;
export type Runner = (options: { dataDir?: string; jobs?: number }) => Run;

export const PRESETS = ["location", "identity", "everything"];

/** Options of every command. */
export function command(program: Command, name: string, about: string): Command {
  return program
    .command(name)
    .description(about)
    .option("--data-dir <dir>", say("cli.dataDir"))
    .exitOverride();
}

/** Options of every command that opens what was sealed. */
export const withPassphrase = (made: Command): Command =>
  made
    .option("--json", say("cli.scan.json"), false)
    .option("--passphrase-file <file>", say("cli.passphrase.file"));

export const examples = (lines: readonly string[]): string =>
  `\n${say("cli.examples")}\n${lines.map((line) => `  ${line}`).join("\n")}`;

export function detectorList(list: string): DetectorId[] {
  return list.split(",").map((word) => {
    const parsed = detectorId.safeParse(word.trim());
    if (parsed.success) return parsed.data;
    const allowed = detectorId.options.join(", ");
    throw new InvalidArgumentError(say("cli.wrongValue", { value: word, allowed }));
  });
}

export function jobCount(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MAX_ANALYSTS) return jobs;
  throw new InvalidArgumentError(say("cli.wrongJobs", { most: MAX_ANALYSTS }));
}

const NUMBER = /^#?\d{1,9}$/;

export function wholeNumber(text: string): number {
  if (NUMBER.test(text)) return Number(text.replace("#", ""));
  throw new InvalidArgumentError(say("cli.undo.which"));
}

/** A batch by its number, or one photo by its path. */
export const batchOrPath = (text: string): number | string =>
  NUMBER.test(text) ? wholeNumber(text) : text;

export function dayCount(text: string): number {
  const days = settingsChange.shape.keepDays.safeParse(Number(text));
  if (days.success && days.data !== null) return days.data;
  throw new InvalidArgumentError(say("cli.vault.wrongDays"));
}

export function faceNumber(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(say("findPerson.wrongFace"));
}

export function kindList(list: string): FindingKind[] {
  return list.split(",").map((word) => {
    const parsed = findingKind.safeParse(word.trim());
    if (parsed.success) return parsed.data;
    const allowed = findingKind.options.join(", ");
    throw new InvalidArgumentError(say("cli.wrongValue", { value: word, allowed }));
  });
}

/** A box as `scan --json` prints it: x,y,width,height in upright pixels. */
export type GivenBox = readonly [x: number, y: number, width: number, height: number];

/** Commander hands over what it had before: the option may be given many times. */
export function addBox(text: string, before: readonly GivenBox[] = []): GivenBox[] {
  const [x, y, width, height, ...more] = text.split(",").map(Number);
  const isBox = x !== undefined && y !== undefined && width !== undefined && height !== undefined;
  if (!isBox || more.length > 0 || !(x >= 0 && y >= 0 && width > 0 && height > 0))
    throw new InvalidArgumentError(say("cli.redact.wrongBox"));
  return [...before, [x, y, width, height]];
}

export function pixelCount(text: string): number {
  const px = Number(text);
  if (Number.isInteger(px) && px >= 16 && px <= 30_000) return px;
  throw new InvalidArgumentError(say("cli.export.wrongSize"));
}
