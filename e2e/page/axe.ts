import axe from "axe-core";
import type { Page } from "playwright";

/* What axe-core finds wrong on a page, by the rules of WCAG 2.2 A and AA and by good practice. */

/** One line for each fault: the rule, and where. Empty is what we want. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // What the test tool evaluates is exempt from the page's policy; a script tag would be refused.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const axe: unknown = Reflect.get(globalThis, "axe");
    const run: unknown = axe instanceof Object ? Reflect.get(axe, "run") : undefined;
    if (typeof run !== "function") throw new Error("axe-core did not come");
    const { violations } = await run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { target: string[] }[] }) =>
      nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
    );
  });
}
