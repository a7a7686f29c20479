import { refusal } from "./errors.ts";
import { createStore, useStore } from "./store.ts";

/** Somebody waits for the vault to be unlocked; null while nobody does. */
const desk = createStore<((isOpen: boolean) => void) | null>(null);

/** Asks the person for the passphrase; false when he would rather not. */
const askForKey = (): Promise<boolean> =>
  new Promise((resolve) => {
    desk.get()?.(false); // who waited before waits in vain
    desk.set((isOpen) => {
      desk.set(null);
      resolve(isOpen);
    });
  });

/** Who is to be told whether the vault was unlocked, while the question stands. */
export const useKeyDesk = () => useStore(desk);

/** Does what may need the vault's key: when it is refused for that, asks for the passphrase and goes on. */
export async function withKey<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (refusal(error)?.code !== "vault-locked" || !(await askForKey())) throw error;
    return work();
  }
}
