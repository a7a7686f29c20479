/**
 * What a shape and a check digit alone prove. `sure`: by itself. `label`: one in ten random numbers
 * passes, so a label, a document or its printed grouping must stand beside it.
 */
export type Trust = "sure" | "label";

/** One kind of number: its printed shape and the test that it must pass. */
export interface NumberRule {
  /** A word of the finding vocabulary: `cn-resident-id`, `bank-card`. */
  readonly type: string;
  /** On folded text; flags `gu`. Look-arounds instead of `\b`, because Chinese characters are letters. */
  readonly shape: RegExp;
  /** @param compact the match without spaces, dots and hyphens; @param today YYYYMMDD */
  readonly isValid: (compact: string, today: string) => boolean;
  /** @param printed the match as it is printed, groups and all */
  readonly trust: (printed: string, compact: string) => Trust;
}

export const sure = (): Trust => "sure";
export const label = (): Trust => "label";

/** Is it a day that has been? Nobody alive was born before 1875. @param date YYYYMMDD */
export function isBirthDay(date: string, today: string): boolean {
  return date >= "18750101" && date <= today && isDay(date);
}

/** Is it a day of the calendar? @param date YYYYMMDD */
export function isDay(date: string): boolean {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)].map(Number);
  if (!year || !month || !day || month > 12) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
