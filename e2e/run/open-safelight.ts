import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type BrowserContextOptions, chromium, type Page } from "playwright";
import { ROOT } from "../../electron/start/build.ts";
import { findElectron } from "../../electron/start/electron-binary.ts";
import { findBrowser } from "./browser.ts";

/** Against background traffic and first-run windows; every spec also runs where there is no network. */
const BROWSER_FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** Milliseconds that Safelight may take to stop; it has a photo to finish at most. */
const STOP_LIMIT_MS = 15_000;

export interface OpenOptions
  extends Pick<BrowserContextOptions, "locale" | "viewport" | "colorScheme" | "reducedMotion"> {
  /** A folder to scan at once. */
  readonly folder?: string;
  /** The home folder as the program sees it; the page's own folder picker begins there. */
  readonly home?: string;
  /** Kept after the close, for a spec that opens the same catalogue again. */
  readonly dataDir?: string;
}

/** A running Safelight and the page that shows it. */
export interface OpenSafelight {
  readonly page: Page;
  /** The opening address; empty in the window, which has none. */
  readonly address: string;
  /** What the page complained about so far: console errors, refused policies, uncaught errors. */
  readonly problems: readonly string[];
  /** Every address that the page asked for outside its own origin. */
  readonly strangers: readonly string[];
  close(): Promise<void>;
}

/** Starts the built Safelight: in a browser, or in Electron's window under `npm run e2e:window`. */
export async function openSafelight(options: OpenOptions = {}): Promise<OpenSafelight> {
  const scratch = mkdtempSync(join(tmpdir(), "safelight-e2e-"));
  const args = ["--data-dir", options.dataDir ?? join(scratch, "data"), "--no-open"];
  if (options.folder !== undefined) args.push(options.folder);
  const isWindow = process.env.SAFELIGHT_E2E_SHELL === "window";
  const tidy = () => rmSync(scratch, { recursive: true, force: true });
  try {
    const opened = await (isWindow ? openWindow(args, options) : openInBrowser(args, options));
    return { ...opened, close: () => opened.close().finally(tidy) };
  } catch (error) {
    tidy();
    throw error;
  }
}

async function openInBrowser(
  args: readonly string[],
  options: OpenOptions,
): Promise<OpenSafelight> {
  const program = spawn(process.execPath, [join(ROOT, "dist", "loopback.js"), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: environment(options),
  });
  // A run that is cut short leaves nothing behind.
  const killed = () => program.kill("SIGKILL");
  process.once("exit", killed);
  program.once("close", () => process.off("exit", killed));
  try {
    return await showInBrowser(program, options);
  } catch (error) {
    await stop(program);
    throw error;
  }
}

async function showInBrowser(program: ChildProcess, options: OpenOptions): Promise<OpenSafelight> {
  const address = await printedAddress(program);
  const browser = await launchBrowser();
  const { locale, viewport, colorScheme, reducedMotion } = { locale: "en-GB", ...options };
  const page = await browser.newPage({
    locale,
    viewport: viewport ?? { width: 1280, height: 800 },
    colorScheme: colorScheme ?? "light",
    reducedMotion: reducedMotion ?? "reduce",
  });
  const problems = collectProblems(page);
  const strangers = collectStrangers(page, new URL(address).host);
  const close = () => browser.close().finally(() => stop(program));
  try {
    await page.goto(address);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return { page, address, problems, strangers, close };
}

/** A browser of its own, as another person or another program on the machine would have. */
export function launchBrowser() {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("no browser; run `npm run e2e` once");
  return chromium.launch({
    executablePath,
    args: BROWSER_FLAGS,
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

async function openWindow(args: readonly string[], options: OpenOptions): Promise<OpenSafelight> {
  const executablePath = findElectron();
  if (executablePath === null) throw new Error("Electron's binary is not here");
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const app = await _electron.launch({
    executablePath,
    args: [...sandbox, `--lang=${options.locale ?? "en-GB"}`, ROOT, ...args],
    env: { ...definedOnly(environment(options)), SAFELIGHT_NODE: process.execPath },
  });
  const page = await app.firstWindow();
  const problems = collectProblems(page);
  const strangers = collectStrangers(page, new URL(page.url()).host);
  return { page, address: "", problems, strangers, close: () => app.close() };
}

const environment = ({ home }: OpenOptions): NodeJS.ProcessEnv =>
  home === undefined ? process.env : { ...process.env, HOME: home, USERPROFILE: home };

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

function collectProblems(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  return problems;
}

function collectStrangers(page: Page, host: string): readonly string[] {
  const strangers: string[] = [];
  const note = (address: string) => {
    const { protocol, host: asked } = new URL(address);
    const isInPage = protocol === "data:" || protocol === "blob:";
    if (!isInPage && asked !== host) strangers.push(address);
  };
  page.on("request", (request) => note(request.url()));
  page.on("websocket", (socket) => note(socket.url()));
  return strangers;
}

function printedAddress(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    program.stdout?.on("data", (part: Buffer) => {
      printed += part.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    program.once("close", () => reject(new Error(`ended before it told its address: ${printed}`)));
  });
}

/** As Ctrl+C would, and waits until it is gone; one that does not go is a fault of its own. */
function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      program.kill("SIGKILL");
      reject(new Error("Safelight was asked to stop and did not"));
    }, STOP_LIMIT_MS);
    program.once("close", () => {
      clearTimeout(late);
      resolve();
    });
    program.kill("SIGINT");
  });
}
