import { runProgram } from "./program.ts";
import { dieQuietlyOnClosedPipe } from "./terminal.ts";

/* The command line's program. Its contract stands in README, "Command line". */

dieQuietlyOnClosedPipe();
process.exitCode = await runProgram(process.argv.slice(2));
