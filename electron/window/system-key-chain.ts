import type { SafeStorage } from "electron";
import { failure } from "../../shared/model/errors.ts";
import { err, ok } from "../../shared/result.ts";
import type { KeyChain } from "../base/key-chain.ts";

/** Of Electron's safeStorage only the asynchronous calls: the others hold the window up while the system asks. */
export type SafeStore = Pick<
  SafeStorage,
  | "isAsyncEncryptionAvailable"
  | "encryptStringAsync"
  | "decryptStringAsync"
  | "getSelectedStorageBackend"
>;

/** Chromium's names of Linux stores that are none: the key to them is written in its source. */
const NO_STORE = new Set(["basic_text", "unknown"]);

/** What Chromium on Linux writes before bytes that it sealed with that key (os_crypt: "peanuts"). */
const SEALED_BY_NOBODY = Buffer.from("v10");

/** The system's key chain as Electron offers it. Only after `app` is ready; the system may ask the person. */
export function systemKeyChain(store: SafeStore, platform: NodeJS.Platform): KeyChain {
  const isLinux = platform === "linux";
  const isSafe = async () => {
    if (isLinux && NO_STORE.has(store.getSelectedStorageBackend())) return false;
    return store.isAsyncEncryptionAvailable();
  };
  const isByNobody = (sealed: Uint8Array) =>
    isLinux && SEALED_BY_NOBODY.equals(sealed.subarray(0, SEALED_BY_NOBODY.length));

  const seal = async (text: string) => {
    if (!(await isSafe())) return err(failure("keychain-unavailable"));
    const sealed = await store.encryptStringAsync(text);
    return isByNobody(sealed) ? err(failure("keychain-unavailable")) : ok(new Uint8Array(sealed));
  };
  const open = async (sealed: Uint8Array) => {
    if (!(await isSafe())) return err(failure("keychain-unavailable"));
    const { result: text, shouldReEncrypt } = await store.decryptStringAsync(Buffer.from(sealed));
    const again = shouldReEncrypt ? await seal(text) : null;
    return ok({ text, renewed: again?.ok ? again.value : null });
  };
  return {
    seal: (text) => seal(text).catch(refused),
    open: (sealed) => open(sealed).catch(refused),
  };
}

/** Electron rejects alike when the person said no, the key chain is locked, or another account sealed it. */
const refused = () => err(failure("keychain-refused"));
