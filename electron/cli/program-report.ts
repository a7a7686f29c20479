import type { Command } from "commander";
import { command, examples, jobCount, type Runner } from "./program-parts.ts";
import { reportCommand } from "./report.ts";
import { say } from "./terminal.ts";

export function addReport(program: Command, run: Runner) {
  command(program, "report", say("cli.report.about"))
    .argument("<dir>", say("cli.report.folder"))
    .option("--html <file>", say("cli.report.file"))
    .option("--csv <file>", say("cli.report.file"))
    .option("--json <file>", say("cli.report.file"))
    .option("--by <name>", say("cli.report.by"))
    .option("--as-is", say("cli.report.asIs"), false)
    .option("--jobs <n>", say("cli.scan.jobs"), jobCount)
    .addHelpText(
      "after",
      examples(["safelight report ~/Pictures --html summary.html --csv summary.csv"]),
    )
    .action((path: string, { html, csv, json, by, asIs, ...options }) =>
      run(options)((engine) =>
        reportCommand(engine, path, { files: { html, csv, json }, by: by ?? null, asIs }),
      ),
    );
}
