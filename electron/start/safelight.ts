import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sentence } from "../../shared/text/index.ts";
import { terminalLanguage } from "../base/terminal.ts";
import { ensureBuilt, ROOT } from "./build.ts";

/* `npm run -s safelight -- …`: the command line from sources. Stdout stays the command's own. */

/** No photo failed and nothing was used wrongly, yet nothing ran: the shell's own code for "cannot execute". */
const CANNOT_EXECUTE = 126;

const program = join(ROOT, "dist", "safelight.js");
if (await ensureBuilt()) {
  process.argv[1] = program;
  // npm runs scripts in the project's folder; paths were typed where the person stood.
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  await import(pathToFileURL(program).href);
} else {
  process.stderr.write(`${sentence(terminalLanguage(), "shells.start.buildFailed")}\n`);
  process.exitCode = CANNOT_EXECUTE;
}
