import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { stripRequest } from "../../shared/model/action.ts";
import { type DetectorId, detectorId, SEVERITIES, severity } from "../../shared/model/finding.ts";
import { MAX_ANALYSTS } from "../base/limits.ts";
import { defaultDataDir } from "../base/paths.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { historyCommand, stripCommand, undoCommand } from "./actions.ts";
import { withEngine } from "./engine.ts";
import { scanCommand } from "./scan.ts";
import { showCommand } from "./show.ts";
import { EXIT, type ExitCode, say } from "./terminal.ts";

/** Runs one command line and says how the process should end. */
export async function runProgram(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const program = buildProgram((result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    // Commander has printed the help or what was wrong with the words.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.wrongUse;
    throw error;
  }
}

type Run = (command: (engine: OpenEngine) => Promise<ExitCode>) => Promise<void>;

function buildProgram(ended: (code: ExitCode) => void): Command {
  const program = new Command("safelight")
    .description(say("cli.about"))
    .version(packageJson.version)
    .exitOverride()
    .addHelpText("after", examples(EXAMPLES));
  const run =
    (options: { dataDir?: string; jobs?: number }): Run =>
    async (command) => {
      const dataDir = options.dataDir ?? defaultDataDir();
      ended(await withEngine({ dataDir, ...(options.jobs && { jobs: options.jobs }) }, command));
    };
  addScan(program, run);
  addShow(program, run);
  addStrip(program, run);
  addUndo(program, run);
  addHistory(program, run);
  addDoctor(program, run);
  return program;
}

type Runner = (options: { dataDir?: string; jobs?: number }) => Run;

/** Options of every command. */
function command(program: Command, name: string, about: string): Command {
  return program
    .command(name)
    .description(about)
    .option("--data-dir <dir>", say("cli.dataDir"))
    .exitOverride();
}

function addScan(program: Command, run: Runner) {
  command(program, "scan", say("cli.scan.about"))
    .argument("<dir...>", say("cli.folders"))
    .option("--json", say("cli.scan.json"), false)
    .option("--ndjson", say("cli.scan.ndjson"), false)
    .option("--detectors <list>", say("cli.scan.detectors"), detectorList)
    .option("--metadata-only", say("cli.scan.metadataOnly"), false)
    .option("--jobs <n>", say("cli.scan.jobs"), jobCount)
    .addOption(
      new Option("--fail-on <severity>", say("cli.scan.failOn")).choices(SEVERITIES.slice(1)),
    )
    .addHelpText(
      "after",
      examples(["safelight scan ~/Pictures", "safelight scan --json --fail-on high ./upload"]),
    )
    .action((paths: string[], options) =>
      run(options)((engine) =>
        scanCommand(engine, paths, {
          json: options.json,
          ndjson: options.ndjson,
          metadataOnly: options.metadataOnly,
          detectors: options.detectors ?? null,
          failOn: severity.nullable().parse(options.failOn ?? null),
        }),
      ),
    );
}

function addShow(program: Command, run: Runner) {
  command(program, "show", say("cli.show.about"))
    .argument("<path>", say("cli.show.id"))
    .option("--json", say("cli.scan.json"), false)
    .action((path: string, options) =>
      run(options)((engine) => showCommand(engine, path, options.json)),
    );
}

function addStrip(program: Command, run: Runner) {
  const presets = ["location", "identity", "everything"];
  command(program, "strip", say("cli.strip.about"))
    .argument("<path...>", say("cli.paths"))
    .addOption(
      new Option("--preset <name>", say("cli.strip.preset")).choices(presets).default("identity"),
    )
    .option("--keep-date", say("cli.strip.keepDate"), false)
    .option("--no-copy", say("cli.strip.noCopy"))
    .option("--dry-run", say("cli.strip.dryRun"), false)
    .option("--json", say("cli.scan.json"), false)
    .option("--jobs <n>", say("cli.scan.jobs"), jobCount)
    .addHelpText(
      "after",
      examples(["safelight strip photo.jpg", "safelight strip --preset location ~/Pictures/trip"]),
    )
    .action((paths: string[], options) =>
      run(options)((engine) =>
        stripCommand(engine, paths, {
          request: stripRequest.parse({
            preset: options.preset,
            keepDate: options.keepDate,
            keepCopy: options.copy,
          }),
          dryRun: options.dryRun,
          json: options.json,
        }),
      ),
    );
}

function addUndo(program: Command, run: Runner) {
  command(program, "undo", say("cli.undo.about"))
    .argument("[batch]", say("cli.undo.about"), wholeNumber)
    .option("--last", say("cli.undo.last"), false)
    .option("--json", say("cli.scan.json"), false)
    .action((batch: number | undefined, options) =>
      run(options)((engine) =>
        undoCommand(engine, { batch: batch ?? null, last: options.last, json: options.json }),
      ),
    );
}

function addHistory(program: Command, run: Runner) {
  command(program, "history", say("cli.history.about"))
    .option("--json", say("cli.scan.json"), false)
    .action((options) => run(options)((engine) => historyCommand(engine, options.json)));
}

function addDoctor(program: Command, run: Runner) {
  command(program, "doctor", say("cli.doctor.about")).action((options) =>
    // Loads the picture library, which no other command needs.
    run(options)(async (engine) => (await import("./doctor.ts")).doctorCommand(engine)),
  );
}

const EXAMPLES = [
  "safelight scan ~/Pictures",
  "safelight scan --json ./upload > report.json",
  "safelight strip --dry-run photo.jpg",
  "safelight undo --last",
];

const examples = (lines: readonly string[]): string =>
  `\n${say("cli.examples")}\n${lines.map((line) => `  ${line}`).join("\n")}`;

function detectorList(list: string): DetectorId[] {
  return list.split(",").map((word) => {
    const parsed = detectorId.safeParse(word.trim());
    if (parsed.success) return parsed.data;
    const allowed = detectorId.options.join(", ");
    throw new InvalidArgumentError(say("cli.wrongValue", { value: word, allowed }));
  });
}

function jobCount(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MAX_ANALYSTS) return jobs;
  throw new InvalidArgumentError(say("cli.wrongJobs", { most: MAX_ANALYSTS }));
}

function wholeNumber(text: string): number {
  if (/^#?\d{1,9}$/.test(text)) return Number(text.replace("#", ""));
  throw new InvalidArgumentError(say("cli.undo.which"));
}
