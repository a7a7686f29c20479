import { Command, CommanderError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { stripRequest } from "../../shared/model/action.ts";
import { SEVERITIES, severity } from "../../shared/model/finding.ts";
import { defaultDataDir } from "../base/paths.ts";
import { historyCommand, undoCommand } from "./actions.ts";
import { changeCommand } from "./change.ts";
import { withEngine } from "./engine.ts";
import { findPersonCommand } from "./find-person.ts";
import { addExport, addQuarantine, addRedact, addRestore } from "./program-change.ts";
import {
  batchOrPath,
  command,
  detectorList,
  examples,
  faceNumber,
  jobCount,
  PRESETS,
  type Runner,
  wholeNumber,
} from "./program-parts.ts";
import { addReport } from "./program-report.ts";
import { addPurge, addVault } from "./program-vault.ts";
import { scanCommand } from "./scan.ts";
import { showCommand } from "./show.ts";
import { EXIT, type ExitCode, say } from "./terminal.ts";
import { watchCommand } from "./watch.ts";

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

function buildProgram(ended: (code: ExitCode) => void): Command {
  const program = new Command("safelight")
    .description(say("cli.about"))
    .version(packageJson.version)
    .exitOverride()
    .addHelpText("after", examples(EXAMPLES));
  const run: Runner = (options) => async (command) => {
    const dataDir = options.dataDir ?? defaultDataDir();
    ended(await withEngine({ dataDir, ...(options.jobs && { jobs: options.jobs }) }, command));
  };
  addScan(program, run);
  addWatch(program, run);
  addShow(program, run);
  addFindPerson(program, run);
  addStrip(program, run);
  addQuarantine(program, run);
  addRedact(program, run);
  addExport(program, run);
  addReport(program, run);
  addUndo(program, run);
  addRestore(program, run);
  addVault(program, run);
  addPurge(program, run);
  addHistory(program, run);
  addDoctor(program, run);
  return program;
}

function addScan(program: Command, run: Runner) {
  command(program, "scan", say("cli.scan.about"))
    .argument("<dir...>", say("cli.folders"))
    .option("--json", say("cli.scan.json"), false)
    .option("--ndjson", say("cli.scan.ndjson"), false)
    .option("--detectors <list>", say("cli.scan.detectors"), detectorList)
    .option("--thorough", say("cli.scan.thorough"), false)
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
          thorough: options.thorough,
          failOn: severity.nullable().parse(options.failOn ?? null),
        }),
      ),
    );
}

function addWatch(program: Command, run: Runner) {
  command(program, "watch", say("cli.watch.about"))
    .argument("<dir...>", say("cli.folders"))
    .option("--jobs <n>", say("cli.scan.jobs"), jobCount)
    .action((paths: string[], options) => run(options)((engine) => watchCommand(engine, paths)));
}

function addShow(program: Command, run: Runner) {
  command(program, "show", say("cli.show.about"))
    .argument("<path>", say("cli.show.id"))
    .addOption(new Option("--json", say("cli.scan.json")).default(false).conflicts("reveal"))
    .option("--reveal", say("cli.show.reveal"), false)
    .action((path: string, options) =>
      run(options)((engine) => showCommand(engine, path, options)),
    );
}

function addFindPerson(program: Command, run: Runner) {
  command(program, "find-person", say("findPerson.about"))
    .argument("<file>", say("findPerson.file"))
    .argument("[dir...]", say("findPerson.folders"))
    .option("--face <n>", say("findPerson.face"), faceNumber)
    .option("--json", say("cli.scan.json"), false)
    .option("--jobs <n>", say("cli.scan.jobs"), jobCount)
    .addHelpText("after", examples(["safelight find-person party.jpg --face 2 ~/Pictures"]))
    .action((file: string, folders: string[], options) =>
      run(options)((engine) =>
        findPersonCommand(engine, file, folders, {
          face: options.face ?? null,
          json: options.json,
        }),
      ),
    );
}

function addStrip(program: Command, run: Runner) {
  command(program, "strip", say("cli.strip.about"))
    .argument("<path...>", say("cli.paths"))
    .addOption(
      new Option("--preset <name>", say("cli.strip.preset")).choices(PRESETS).default("identity"),
    )
    .option("--keep-date", say("cli.strip.keepDate"), false)
    .option("--no-copy", say("cli.strip.noCopy"))
    .option("--whole-copy", say("cli.strip.wholeCopy"), false)
    .option("--dry-run", say("cli.strip.dryRun"), false)
    .option("--json", say("cli.scan.json"), false)
    .option("--jobs <n>", say("cli.scan.jobs"), jobCount)
    .addHelpText(
      "after",
      examples(["safelight strip photo.jpg", "safelight strip --preset location ~/Pictures/trip"]),
    )
    .action((paths: string[], options) =>
      run(options)((engine) =>
        changeCommand(engine, paths, {
          wish: () => ({
            kind: "strip",
            ...stripRequest.parse({
              preset: options.preset,
              keepDate: options.keepDate,
              keepCopy: options.copy,
              wholeCopy: options.wholeCopy,
            }),
          }),
          dryRun: options.dryRun,
          json: options.json,
        }),
      ),
    );
}

function addUndo(program: Command, run: Runner) {
  command(program, "undo", say("cli.undo.about"))
    .argument("[batch or path]", say("cli.undo.what"), batchOrPath)
    .option("--last", say("cli.undo.last"), false)
    .option("--batch <n>", say("cli.undo.batch"), wholeNumber)
    .option("--json", say("cli.scan.json"), false)
    .option("--passphrase-file <file>", say("cli.passphrase.file"))
    .action((what: number | string | undefined, options) =>
      run(options)((engine) =>
        undoCommand(engine, {
          what: what ?? options.batch ?? null,
          last: options.last,
          json: options.json,
          passphraseFile: options.passphraseFile,
        }),
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
