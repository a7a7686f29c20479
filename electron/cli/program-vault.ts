import type { Command } from "commander";
import { command, dayCount, type Runner, withPassphrase } from "./program-parts.ts";
import { say } from "./terminal.ts";
import {
  deleteCommand,
  dropOlderCommand,
  exportKeyCommand,
  listCommand,
  passphraseCommand,
  purgeCommand,
  verifyCommand,
} from "./vault.ts";

export function addVault(program: Command, run: Runner) {
  const vault = program.command("vault").description(say("cli.vault.about")).exitOverride();
  const sub = (name: string, about: string) => withPassphrase(command(vault, name, about));
  sub("list", say("cli.vault.list")).action((options) =>
    run(options)((engine) => listCommand(engine, options)),
  );
  sub("verify", say("cli.vault.verify")).action((options) =>
    run(options)((engine) => verifyCommand(engine, options)),
  );
  sub("export-key", say("cli.vault.exportKey"))
    .option("--svg <file>", say("cli.vault.svg"))
    .action((options) => run(options)((engine) => exportKeyCommand(engine, options)));
  sub("passphrase", say("cli.passphrase.about"))
    .option("--new-passphrase-file <file>", say("cli.passphrase.newFile"))
    .option("--remove", say("cli.passphrase.remove"), false)
    .action(({ newPassphraseFile: newFile, ...options }) =>
      run(options)((engine) => passphraseCommand(engine, { ...options, newFile })),
    );
  sub("delete", say("cli.vault.delete"))
    .argument("[entry...]", say("cli.vault.entry"))
    .option("--all", say("cli.vault.deleteAll"), false)
    .option("--for-good", say("cli.vault.forGood"), false)
    .action((asked: string[], options) =>
      run(options)((engine) => deleteCommand(engine, asked, options)),
    );
  sub("drop-older", say("cli.vault.dropOlder"))
    .option("--days <n>", say("cli.vault.days"), dayCount)
    .option("--for-good", say("cli.vault.forGood"), false)
    .action((options) => run(options)((engine) => dropOlderCommand(engine, options)));
}

export function addPurge(program: Command, run: Runner) {
  command(program, "purge", say("cli.purge.about"))
    .option("--yes", say("cli.purge.yes"), false)
    .option("--even-quarantined", say("cli.purge.even"), false)
    .option("--json", say("cli.scan.json"), false)
    .action((options) => run(options)((engine) => purgeCommand(engine, options)));
}
