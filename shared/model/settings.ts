import { z } from "zod";

export const language = z.enum(["en", "zh-CN"]);
export type Language = z.infer<typeof language>;

/** `system` follows the browser's or the system's language. */
const languageChoice = language.or(z.literal("system"));
const themeChoice = z.enum(["system", "light", "dark"]);

export const settings = z.object({
  language: languageChoice.default("system"),
  theme: themeChoice.default("system"),
});
export type Settings = z.infer<typeof settings>;

/** Some settings, changed. Without defaults: what is absent must stay as it is. */
export const settingsChange = z.object({
  language: languageChoice.exactOptional(),
  theme: themeChoice.exactOptional(),
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
