/** What the window's preload offers to the page; absent in the loopback shell. */
interface WindowBridge {
  /** Takes the dropped folder's path itself and answers with the folder's id; null when it was no folder. */
  readonly dropFolder?: (files: FileList) => Promise<number | null>;
}

declare global {
  interface Window {
    readonly safelight?: WindowBridge;
  }
}

/** True inside the Electron window, whose page comes from the program's own protocol. */
export const isWindowShell = (): boolean => location.protocol === "safelight:";

export const windowBridge = (): WindowBridge | null => window.safelight ?? null;
