import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { FolderId, ScanId } from "../../shared/model/ids.ts";
import type { ScanProgress } from "../../shared/model/scan.ts";
import { useConnection, useEngine } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { EVERY_PHOTO, goTo } from "./route.ts";
import { showError } from "./toasts.ts";
import { useRefreshPhotos } from "./use-photos.ts";

type Scans = ReadonlyMap<FolderId, ScanProgress>;

const Context = createContext<Scans>(new Map());

/** While a scan runs, lists are read anew at most this often, in milliseconds. */
const REFRESH_MS = 1_500;

export const isRunning = (scan: ScanProgress): boolean =>
  ["walking", "running", "paused"].includes(scan.state);

/** Listens to all scans for as long as the page is connected. */
export function ScansProvider({ children }: { readonly children: ReactNode }) {
  const [scans, setScans] = useState<Scans>(new Map());
  const engine = useEngine();
  const isOpen = useConnection() === "open";
  const refresh = useRefreshPhotos();
  useEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    let refreshedAt = 0;
    const hear = (scan: ScanProgress) => {
      setScans((all) => new Map(all).set(scan.folderId, scan));
      if (isRunning(scan) && performance.now() - refreshedAt < REFRESH_MS) return;
      refreshedAt = performance.now();
      refresh(isRunning(scan) ? "photos" : "all");
    };
    void follow(() => engine.scan.progress(undefined, { signal: stop.signal }), hear, stop.signal);
    return () => stop.abort();
  }, [engine, isOpen, refresh]);
  return <Context value={scans}>{children}</Context>;
}

async function follow(
  open: () => Promise<AsyncIterable<ScanProgress>>,
  hear: (scan: ScanProgress) => void,
  stop: AbortSignal,
): Promise<void> {
  try {
    for await (const scan of await open()) {
      if (stop.aborted) return;
      hear(scan);
    }
  } catch (error) {
    // A lost connection ends the stream; the next one begins when the connection is back.
    if (!stop.aborted && !(error instanceof Error)) throw error;
  }
}

/** The scans this page has heard of, the latest of each folder. */
export const useScans = (): Scans => useContext(Context);

export function useStartScan() {
  const engine = useEngine();
  return useMutation({
    mutationFn: (folderId: FolderId) => engine.scan.start({ folderId, detectors: null }),
    onError: (error) => showError(asAppError(error)),
  });
}

export function useStopScan() {
  const engine = useEngine();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (scanId: ScanId) => engine.scan.stop({ scanId }),
    onSettled: () => client.invalidateQueries(),
    onError: (error) => showError(asAppError(error)),
  });
}

/**
 * When the program was started with a folder, there is a scan before the person did anything: then
 * its album, in simple mode its look, is what he wants to see. An address without any place in it has just been opened.
 */
export function useShowFirstScan(isSimple: boolean): void {
  const first = [...useScans().keys()][0] ?? null;
  useEffect(() => {
    if (location.hash !== "" || first === null) return;
    if (isSimple) goTo({ page: "simple", step: "look", folderId: first });
    else goTo({ page: "album", filter: { ...EVERY_PHOTO, folderId: first } });
  }, [first, isSimple]);
}
