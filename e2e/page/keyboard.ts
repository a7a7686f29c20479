import type { Locator, Page } from "playwright";

/** Steps of the Tab key after which something cannot be reached that way. */
const MAX_TABS = 80;

/** Presses Tab until the focus is on `wanted`; what cannot be reached so is a fault of the page. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

export const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => node === document.activeElement);
