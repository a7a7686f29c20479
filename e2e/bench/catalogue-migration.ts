import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openCatalogue } from "../../electron/engine/catalogue/catalogue.ts";
import { MIGRATIONS } from "../../electron/engine/catalogue/schema.ts";
import { row } from "./machine.ts";

/** The last version before filters were answered from columns. */
const VERSION = 4;
/** Seconds that a million photos may take. */
const MOST_SECONDS = 30;

/** Writes what a catalogue has as an older version would have, and opens that. */
export function benchMigration(dataDir: string, folder: string): void {
  mkdirSync(folder);
  const file = join(folder, "catalogue.sqlite");
  const old = new Database(file);
  for (const sql of MIGRATIONS.slice(0, VERSION)) old.exec(sql);
  old.pragma(`user_version = ${VERSION}`);
  old.exec(`ATTACH '${join(dataDir, "catalogue.sqlite")}' AS now`);
  for (const table of ["folder", "directory", "photo"]) {
    const columns = old.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
    old.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM now.${table}`);
  }
  old.close();
  const [start, before] = [performance.now(), process.cpuUsage()];
  const opened = openCatalogue(folder);
  const clock = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.close();
  const target = `≤ ${MOST_SECONDS} s`;
  row(
    `opening a file of version ${VERSION}`,
    `${seconds.toFixed(1)} s`,
    target,
    seconds <= MOST_SECONDS,
  );
  row("  by the clock", `${clock.toFixed(1)} s`);
  rmSync(folder, { recursive: true });
}
