import { ensureBuilt } from "../../electron/start/build.ts";
import { browserSpecs } from "./e2e.ts";
import { type Counts, check, closingLine, sum, vitest } from "./steps.ts";

/* `npm test`: everything that `npm run check` does, then the built program on a real disk and in a real browser. */

const steps: Counts[] = [];
steps.push(await check("types", "typescript/bin/tsc", "-b"));
steps.push(await check("lint", "@biomejs/biome/bin/biome", "check", "."));
steps.push(await check("dead code", "knip/bin/knip.js"));
steps.push({ ...(await built()) });
steps.push(await vitest([]));
steps.push(await vitest(["--config", "e2e/disk.config.ts"]));
steps.push(await browserSpecs());

const counts = sum(steps);
console.log(closingLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

async function built(): Promise<Counts> {
  const isBuilt = await ensureBuilt();
  return { passed: isBuilt ? 1 : 0, failed: isBuilt ? 0 : 1, skipped: 0 };
}
