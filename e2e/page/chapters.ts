import { it } from "vitest";

/**
 * `it` for the chapters of one story, each of which begins where the last one ended. Once one has
 * failed the rest are skipped: they would only wait in vain.
 */
export function chapters(): (name: string, tell: () => void | Promise<void>) => void {
  let isBroken = false;
  return (name, tell) =>
    it(name, async ({ skip }) => {
      if (isBroken) skip("an earlier chapter failed");
      isBroken = true;
      await tell();
      isBroken = false;
    });
}
