import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../../electron/start/build.ts";
import { traditionalTexts } from "./traditional.ts";

/* npm run traditional: writes the Traditional Chinese texts anew after the Simplified ones were changed. */
rmSync(join(ROOT, "shared", "text", "zh-TW"), { recursive: true, force: true });
for (const [path, text] of traditionalTexts()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
