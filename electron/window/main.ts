import { fileURLToPath } from "node:url";
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Notification,
  powerMonitor,
  protocol,
  type Session,
  safeStorage,
  session,
} from "electron";
import { z } from "zod";
import type { FolderId } from "../../shared/model/ids.ts";
import { sentence } from "../../shared/text/index.ts";
import { languageOf } from "../../shared/text/language.ts";
import { readPage } from "../bridge/page-files.ts";
import { shellOptions } from "../bridge/shell-options.ts";
import { engineClient } from "./engine-client.ts";
import { EngineProcess } from "./engine-process.ts";
import { isOwnAddress, SCHEME } from "./guards.ts";
import { setMenu } from "./menu.ts";
import { engineNode, unpacked } from "./node-binary.ts";
import { answerPage } from "./page-protocol.ts";
import { openPageWindow } from "./page-window.ts";
import { restrictNavigation, restrictSession } from "./session-rules.ts";
import { CHROMIUM_SWITCHES } from "./switches.ts";
import { systemKeyChain } from "./system-key-chain.ts";

/* Electron's main process: window, dialogs and protocol. It never opens a photo. */

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** Without the program, and in development the project's folder; Chromium may have put its own switches anywhere. */
const ownArguments = (argv: readonly string[]) =>
  argv.slice(1).filter((argument) => argument !== app.getAppPath());

for (const [name, value] of CHROMIUM_SWITCHES) app.commandLine.appendSwitch(name, value);
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
restrictNavigation(app);

const args = ownArguments(process.argv);
app.setPath("userData", `${shellOptions(args).dataDir}/window`);
if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

async function run(): Promise<void> {
  let window: BrowserWindow | undefined;
  const engine = new EngineProcess({
    node: engineNode(app.isPackaged, process.resourcesPath),
    args: [unpacked(beside("./engine-child.js")), ...args],
    chooseFolder: () => chooseFolder(window),
    keyChain: systemKeyChain(safeStorage, process.platform),
    tellNews: ({ photos, dangerous }) => showNews(photos, dangerous, () => window?.focus()),
  });
  tellPower(engine);
  endTogether(engine);
  setMenu();
  const opened = await engine.ready;
  if (!opened.ok) {
    if (opened.error !== null)
      dialog.showErrorBox("Safelight", words(`error.${opened.error.code}`));
    app.quit();
    return;
  }
  const pages = pageSession(engine);
  listenForDrops(engine);
  const { folder } = shellOptions(args);
  if (folder !== undefined) void engine.addFolder(folder, true);
  window = openPageWindow(pages, engine, beside("./preload.cjs"));
  app.on("second-instance", (_event, argv, directory) => {
    const asked = shellOptions(ownArguments(argv), directory).folder;
    if (asked !== undefined) void engine.addFolder(asked, true);
    window?.focus();
  });
}

/** Says how many, and nothing of what is in them: a notification shows on locked screens too. */
function showNews(photos: number, dangerous: number, open: () => void): void {
  const body = words("shells.news.body", { count: photos, dangerous });
  new Notification({ title: words("shells.news.title"), body }).on("click", open).show();
}

function tellPower(engine: EngineProcess): void {
  const tell = () => engine.tellPower(powerMonitor.isOnBatteryPower());
  powerMonitor.on("on-battery", tell).on("on-ac", tell);
  void engine.ready.then(tell);
}

/** In memory only: Chromium keeps no cache, cookie or picture of this window on the disk. */
function pageSession(engine: EngineProcess): Session {
  const pages = session.fromPartition("safelight");
  restrictSession(pages);
  const { photo } = engineClient(engine.openLine());
  pages.protocol.handle(SCHEME, answerPage(readPage(beside("./page")), photo));
  return pages;
}

async function chooseFolder(window: BrowserWindow | undefined): Promise<string | null> {
  const options = { properties: ["openDirectory" as const] };
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}

const droppedPaths = z.array(z.string().min(1)).max(1_000);

function listenForDrops(engine: EngineProcess): void {
  ipcMain.handle("safelight:drop-folder", async (event, sent): Promise<FolderId | null> => {
    if (!isOwnAddress(event.senderFrame?.url)) return null;
    for (const path of droppedPaths.parse(sent)) {
      const added = await engine.addFolder(path, false);
      if (added.ok) return added.value;
    }
    return null;
  });
}

/** Window and engine live and end together; an engine that ends by itself is told to the person. */
function endTogether(engine: EngineProcess): void {
  let isQuitting = false;
  app.on("window-all-closed", () => app.quit());
  app.on("before-quit", (event) => {
    if (isQuitting) return;
    isQuitting = true;
    event.preventDefault();
    void engine.stop().finally(() => app.quit());
  });
  void Promise.all([engine.ready, engine.ended]).then(([opened]) => {
    if (isQuitting || !opened.ok) return;
    tellEngineStopped();
    app.exit(1);
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => app.quit());
  }
}

const tellEngineStopped = () =>
  dialog.showErrorBox(words("shells.engineStopped.title"), words("shells.engineStopped.body"));

function words(...[key, facts]: Words): string {
  return sentence(languageOf(app.getLocale()) ?? "en", key, facts);
}
type Words = [key: Parameters<typeof sentence>[1], facts?: Parameters<typeof sentence>[2]];
