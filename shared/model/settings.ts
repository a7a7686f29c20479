import { z } from "zod";
import { detectorId } from "./finding.ts";
import { effort } from "./scan.ts";

export const language = z.enum(["en", "zh-CN", "zh-TW"]);
export type Language = z.infer<typeof language>;

/** `system` follows the browser's or the system's language. */
const languageChoice = language.or(z.literal("system"));
const themeChoice = z.enum(["system", "light", "dark"]);

/** Days after which the vault page asks about what it keeps; null never asks. Nothing goes by itself. */
const keepDays = z.int().min(1).max(36_500).nullable();

/** What a scan looks for in pictures; what stands in the files it always reads. */
const detectors = z.array(detectorId).readonly();

/** How large the page's letters are, in percent of what the browser would take. */
export const TEXT_SIZES = [100, 125, 150, 175, 200] as const;
const textSize = z.literal(TEXT_SIZES);

/** Processes that read photos side by side; null: one for each core. Counts from the next start on. */
export const MAX_ANALYSTS = 8;
const analysts = z.int().min(1).max(MAX_ANALYSTS).nullable();

export const settings = z.object({
  language: languageChoice.default("system"),
  theme: themeChoice.default("system"),
  textSize: textSize.default(100),
  analysts: analysts.default(null),
  keepDays: keepDays.default(null),
  detectors: detectors.default([...detectorId.options]),
  /** How hard a scan looks at pictures. */
  effort: effort.default("usual"),
  /** Whether the introduction was read or closed: it comes by itself only once. */
  tourSeen: z.boolean().default(false),
  /** Three steps in large type in place of all pages. */
  isSimple: z.boolean().default(false),
});
export type Settings = z.infer<typeof settings>;

/** Some settings, changed. Without defaults: what is absent must stay as it is. */
export const settingsChange = z.object({
  language: languageChoice.exactOptional(),
  theme: themeChoice.exactOptional(),
  textSize: textSize.exactOptional(),
  analysts: analysts.exactOptional(),
  keepDays: keepDays.exactOptional(),
  detectors: detectors.exactOptional(),
  effort: effort.exactOptional(),
  tourSeen: z.boolean().exactOptional(),
  isSimple: z.boolean().exactOptional(),
});

export const appInfo = z.object({
  version: z.string(),
  shell: z.enum(["window", "loopback"]),
  /** `system`: the shell has the system's folder dialog; `built-in`: use the page's own picker. */
  folderDialog: z.enum(["system", "built-in"]),
  /** What the start found half done and brought to an end. */
  recovered: z.object({ finished: z.int().nonnegative(), reverted: z.int().nonnegative() }),
});
export type AppInfo = z.infer<typeof appInfo>;

/** One thing that a purge removed, by its name in the data folder; looked for again and not found. */
export const purged = z.object({ name: z.string(), bytes: z.int().nonnegative() });
export type Purged = z.infer<typeof purged>;
