import type { Locator } from "playwright";
import type { TextKey } from "../../shared/text/index.ts";
import type { Visit } from "./visit.ts";

/* The menu with the other ways to protect photos, and what comes of them. */

type Way = "quarantine" | "redact" | "export";

export const wayItem = ({ page, say }: Visit, way: Way): Locator =>
  page.getByRole("menuitem", { name: say(`ways.${way}`) });

/** Opens the menu of the album's or the photo's head and takes one way. */
export async function takeWay(visit: Visit, way: Way): Promise<void> {
  await visit.page
    .getByRole("main")
    .getByRole("button", { name: visit.say("ways.menu") })
    .last()
    .click();
  await wayItem(visit, way).click();
  await visit.page.getByRole("dialog").waitFor();
}

/** Applies what the dialog shows and waits until it says that all went well. */
export async function applyAll(
  visit: Visit,
  words: "quarantine" | "redact" | "copies",
  count: number,
): Promise<void> {
  const { page, button, say } = visit;
  await button(`${words}.apply` satisfies TextKey, { count }).click();
  await page.getByText(say(`${words}.done`, { count }), { exact: true }).waitFor();
  await button("action.finish").click();
}
