import { BrowserWindow, MessageChannelMain, type MessageEvent, type Session } from "electron";
import type { EngineProcess } from "./engine-process.ts";
import { PAGE_ORIGIN } from "./guards.ts";

/** Opens the window and keeps its page connected to the engine. */
export function openPageWindow(session: Session, engine: EngineProcess, preload: string) {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    show: false,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once("ready-to-show", () => window.show());
  connectPage(window, engine);
  void window.loadURL(`${PAGE_ORIGIN}/`);
  return window;
}

/** Every load of the page gets a line of its own; the one before is hung up, streams and all. */
function connectPage(window: BrowserWindow, engine: EngineProcess): void {
  window.webContents.on("did-finish-load", () => {
    const { port1, port2 } = new MessageChannelMain();
    const line = engine.openLine();
    line.onData((data) => port1.postMessage(data));
    port1.on("message", ({ data }: MessageEvent) => line.send(data));
    port1.on("close", () => line.hangUp());
    port1.start();
    window.webContents.postMessage("safelight:port", null, [port2]);
  });
}
