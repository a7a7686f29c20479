import { contextBridge, ipcRenderer, webUtils } from "electron";

/*
 * The one file that stands between page and main. It hands the page its port and turns dropped
 * files into paths that only main gets to see.
 */

declare const window: {
  postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void;
};
declare const location: { readonly origin: string };

ipcRenderer.on("safelight:port", ({ ports }) => {
  window.postMessage({ type: "safelight:port" }, location.origin, ports);
});

contextBridge.exposeInMainWorld("safelight", {
  /** Takes a FileList or an array; answers with the folder's id, or null when none of them is a folder. */
  dropFolder: (files: object): Promise<number | null> =>
    ipcRenderer.invoke(
      "safelight:drop-folder",
      Object.values(files).map((file) => webUtils.getPathForFile(file)),
    ),
});
