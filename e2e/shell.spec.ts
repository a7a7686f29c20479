import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, type OpenSafelight, openSafelight } from "./run/open-safelight.ts";

/* The shell itself: who gets in, and what the page may do. */

const isWindow = process.env.SAFELIGHT_E2E_SHELL === "window";
let safelight: OpenSafelight;
beforeAll(async () => {
  safelight = await openSafelight();
});
afterAll(() => safelight.close());

it("opens on a page that breaks none of its own rules", async () => {
  await safelight.page.getByRole("heading").first().waitFor();
  expect(safelight.problems).toEqual([]);
});

it("forgets the token as soon as it was used", () => {
  expect(safelight.page.url()).not.toContain("token");
});

it("opens again in the same browser after a reload", async () => {
  await safelight.page.reload();
  await safelight.page.getByRole("heading").first().waitFor();
  expect(safelight.problems).toEqual([]);
});

describe.skipIf(isWindow)("in the browser", () => {
  it("lets no second browser in, and tells it what to do", async () => {
    const other = await launchBrowser();
    try {
      const page = await other.newPage({ locale: "zh-CN" });
      await page.goto(safelight.address);
      expect(await page.getByRole("heading").textContent()).toBe("请重新启动 Safelight");
    } finally {
      await other.close();
    }
  });
});

it("never turns text into a program", async () => {
  // In a task of the page's own: what the test tool evaluates itself is exempt from the policy.
  const outcome = await safelight.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(new Function("return 1")()));
          } catch (error) {
            resolve(error instanceof Error ? error.name : "");
          }
        });
      }),
  );
  expect(outcome).toBe("EvalError");
});

it("never turns text into markup", async () => {
  const attempt = safelight.page.evaluate(() => {
    document.body.innerHTML = "<b>x</b>";
  });
  await expect(attempt).rejects.toThrow(/TrustedHTML/);
});

it("never talks to anyone but its own engine", async () => {
  // An address that belongs to nobody (RFC 5737); the policy refuses before anything is sent.
  const refused = await safelight.page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) =>
        resolve(event.effectiveDirective),
      );
    });
    await fetch("http://192.0.2.1/").catch(() => {});
    return violation;
  });
  expect(refused).toBe("connect-src");
});
