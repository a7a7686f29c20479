import { ensureBuilt } from "../../electron/start/build.ts";

/** Before the first spec: what is tested is the build, so it must be today's. */
export async function setup() {
  if (!(await ensureBuilt())) throw new Error("the build failed; its messages stand above");
}
