import { randomBytes } from "node:crypto";
import { cookieValue, isSameSecret } from "./guard.ts";

const SECRET_BYTES = 32;
const secret = () => randomBytes(SECRET_BYTES).toString("base64url");

/**
 * One browser, let in once. The token stands in the opening address's fragment, which browsers
 * never send; the page exchanges it for a cookie that scripts cannot read. A token that was used
 * is gone, so an address that leaks later (history, shell log) opens nothing.
 */
export class Session {
  /** Shown in the opening address. */
  readonly token = secret();
  /** Cookies ignore ports, so two Safelights need two names. */
  readonly #cookieName: string;
  #cookie: string | null = null;

  constructor(port: number) {
    this.#cookieName = `safelight-${port}`;
  }

  get isTaken(): boolean {
    return this.#cookie !== null;
  }

  /** The `Set-Cookie` value for the right token, once; null for a wrong one and ever after. */
  exchange(token: string): string | null {
    if (this.#cookie !== null || !isSameSecret(token, this.token)) return null;
    this.#cookie = secret();
    return `${this.#cookieName}=${this.#cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** Whether a request's `Cookie` header is the one that was given out. */
  holds(header: string | undefined): boolean {
    const given = cookieValue(header, this.#cookieName);
    return this.#cookie !== null && given !== undefined && isSameSecret(given, this.#cookie);
  }
}
