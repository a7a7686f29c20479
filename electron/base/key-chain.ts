import type { AppError } from "../../shared/model/errors.ts";
import type { Result } from "../../shared/result.ts";

/**
 * The system's key chain, as a shell may offer it: seals a short text so that only this person's
 * account on this machine opens it again. Each call may make the system ask the person.
 * Fails with `keychain-unavailable` or `keychain-refused`.
 */
export interface KeyChain {
  seal(text: string): Promise<Result<Uint8Array, AppError>>;
  open(sealed: Uint8Array): Promise<Result<Opened, AppError>>;
}

interface Opened {
  readonly text: string;
  /** The same text sealed anew, to be kept instead, where the system has changed its own key. */
  readonly renewed: Uint8Array | null;
}
