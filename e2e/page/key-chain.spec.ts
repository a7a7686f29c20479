import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page, WebSocketRoute } from "playwright";
import { afterAll, beforeAll, expect } from "vitest";
import type { KeyChain } from "../../electron/base/key-chain.ts";
import { readPage } from "../../electron/bridge/page-files.ts";
import { type OpenEngine, openEngine } from "../../electron/engine/engine.ts";
import { type Loopback, startLoopback } from "../../electron/loopback/server.ts";
import { ROOT } from "../../electron/start/build.ts";
import { failure } from "../../shared/model/errors.ts";
import { err, ok } from "../../shared/result.ts";
import { type Facts, sentence, type TextKey } from "../../shared/text/index.ts";
import { launchBrowser } from "../run/open-safelight.ts";
import { chapters } from "./chapters.ts";

/*
 * The system's key chain keeps the key. Page, calls, engine and vault are real; two things are played:
 * the key chain (it turns the bytes round), and the answer that says which shell this is, because
 * only Electron's window has a key chain and this is a browser. No window is run here.
 */

const chapter = chapters();
const scratch = mkdtempSync(join(tmpdir(), "safelight-key-chain-"));
const vault = (name: string) => existsSync(join(scratch, "vault", name));
const say = (key: TextKey, facts: Facts = {}) => sentence("en", key, facts);
const chain = { isSafe: false, isOpen: true };
const played: KeyChain = {
  seal: async (text) =>
    chain.isSafe ? ok(Buffer.from(text).reverse()) : err(failure("keychain-unavailable")),
  open: async (sealed) =>
    chain.isOpen
      ? ok({ text: Buffer.from(sealed).reverse().toString(), renewed: null })
      : err(failure("keychain-refused")),
};
let engine: OpenEngine;
let server: Loopback;
let browser: Browser;
let page: Page;
const button = (key: TextKey) => page.getByRole("button", { name: say(key), exact: true });

beforeAll(async () => {
  const opened = await openEngine({ dataDir: scratch, jobs: 1, keyChain: played });
  if (!opened.ok) throw new Error(opened.error.code);
  engine = opened.value;
  const files = readPage(join(ROOT, "dist", "page"));
  server = await startLoopback(engine, { page: files, reportBug: (error) => console.error(error) });
  browser = await launchBrowser();
  page = await browser.newPage({ locale: "en-GB" });
  await page.routeWebSocket("**/rpc", asInTheWindow);
  await page.goto(server.address);
  await page
    .getByRole("navigation", { name: say("nav.main") })
    .getByRole("link", { name: say("nav.vault") })
    .click();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await engine.close();
  rmSync(scratch, { recursive: true });
});

function asInTheWindow(route: WebSocketRoute): void {
  const way = route.connectToServer();
  way.onMessage((message) =>
    route.send(
      typeof message === "string"
        ? message.replace('"shell":"loopback"', '"shell":"window"')
        : message,
    ),
  );
}

chapter("says in plain words why the key chain cannot be used, and changes nothing", async () => {
  await button("vault.useKeychain").click();
  await page.getByText(say("keyChain.lost")).waitFor();
  await button("keyChain.yes").click();
  await page.getByText(say("error.keychain-unavailable")).waitFor();
  expect([vault("identity.txt"), vault("identity.keychain")]).toEqual([true, false]);
});

chapter("gives it the key, leaves none open, and asks to print the recovery sheet", async () => {
  chain.isSafe = true;
  await button("keyChain.yes").click();
  await page.getByText(say("recovery.afterKeyChain")).waitFor();
  expect([vault("identity.txt"), vault("identity.keychain")]).toEqual([false, true]);
  await button("recovery.show").click();
  await page.getByText(/AGE-SECRET-KEY-1/).waitFor();
  await page.getByRole("dialog").locator("footer").getByRole("button").first().click();
  await page.getByText(say("vault.keychainOpen")).waitFor();
  expect(await button("vault.useKeychain").count()).toBe(0);
});

chapter("locks, says so when the key chain refuses, and opens through it", async () => {
  chain.isOpen = false;
  await button("vault.lockNow").click();
  await page.getByText(say("vault.keychainLocked")).waitFor();
  await button("vault.unlock").click();
  await button("unlock.keyChain").click();
  await page.getByText(say("error.keychain-refused")).waitFor();
  expect(engine.parts.vault.identity).toBeNull();
  chain.isOpen = true;
  await button("unlock.keyChain").click();
  await page.getByText(say("vault.keychainOpen")).waitFor();
  expect(engine.parts.vault.identity).toMatch(/^AGE-SECRET-KEY-1/);
});
