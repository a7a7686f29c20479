import type { Facts, TextKey } from "./index.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Below this many milliseconds a number would only flicker. */
const SOON_MS = 5_000;

/** The sentence for a remaining time in milliseconds, rounded as a person would say it. */
export function timeLeft(ms: number): { readonly key: TextKey; readonly facts: Facts } {
  if (ms < SOON_MS) return { key: "left.soon", facts: {} };
  if (ms < MINUTE_MS) return { key: "left.seconds", facts: {} };
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 60) return { key: "left.minutes", facts: { count: minutes } };
  const hours = Math.round(ms / HOUR_MS);
  if (hours < 48) return { key: "left.hours", facts: { count: hours } };
  return { key: "left.days", facts: { count: Math.round(ms / DAY_MS) } };
}
