import { parseArgs } from "node:util";
import { ensureBuilt } from "../../electron/start/build.ts";
import { INTERRUPTIONS, TROUBLES } from "./faults.ts";
import { Effort, Report } from "./report.ts";

/*
 * `npm run faults`: breaks the built program in every way the harness knows and counts what was lost.
 * `-- --slice` tries a few of each, `-- --only kills` some groups, `-- --seed 7` other random instants.
 */

const { values } = parseArgs({
  options: {
    slice: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    seed: { type: "string", default: "1" },
  },
});
if (!(await ensureBuilt())) process.exit(1);
const report = new Report((line) => console.log(line));
for (const [name, fault] of Object.entries({ ...INTERRUPTIONS, ...TROUBLES })) {
  if (!name.includes(values.only)) continue;
  const effort = new Effort(!values.slice, Number(values.seed));
  await report.group(name, () => fault(report, effort));
}
console.log(report.line);
process.exitCode = report.losses.length > 0 ? 1 : 0;
