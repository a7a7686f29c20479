import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ROOT } from "./build.ts";

/* `npm run build`: builds whether or not anything changed. */
rmSync(join(ROOT, "dist"), { recursive: true, force: true });
process.exitCode = (await ensureBuilt()) ? 0 : 1;
