import { timingSafeEqual } from "node:crypto";

/*
 * Who may talk to the loopback server. Any page in the user's browser can send requests to
 * 127.0.0.1, and any name can be made to resolve to it, so each request proves where it comes from.
 */

/** The headers that tell, as Node gives them. */
export interface Asking {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly "sec-fetch-site"?: string | string[] | undefined;
}

/** Defeats DNS rebinding: a foreign name that resolves to this machine arrives with that name. */
export const isOwnHost = (host: string | undefined, port: number): host is string =>
  host === `127.0.0.1:${port}` || host === `localhost:${port}`;

/** The page's own origin; browsers state it on every POST and on every upgrade, and pages cannot forge it. */
export const isOwnOrigin = ({ origin, host }: Asking, port: number): boolean =>
  isOwnHost(host, port) && origin === `http://${host}`;

/** For plain GETs, which may come without an origin: whatever they do state must be our own. */
export function isAllowedToRead(asking: Asking, port: number): boolean {
  const site = asking["sec-fetch-site"];
  const isOwnSite = site === undefined || site === "same-origin" || site === "none";
  const hasNoForeignOrigin = asking.origin === undefined || isOwnOrigin(asking, port);
  return isOwnHost(asking.host, port) && hasNoForeignOrigin && isOwnSite;
}

/** Compares two secrets in a time that tells nothing of where they differ. */
export function isSameSecret(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The value of the cookie `name`; undefined when it is missing or stands twice with unlike values. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return new Set(values).size === 1 ? values[0] : undefined;
}
