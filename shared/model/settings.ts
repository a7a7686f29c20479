import { z } from "zod";

export const language = z.enum(["en", "zh-CN"]);
export type Language = z.infer<typeof language>;

export const settings = z.object({
  /** `system` follows the browser's or the system's language. */
  language: language.or(z.literal("system")).default("system"),
  theme: z.enum(["system", "light", "dark"]).default("system"),
});
export type Settings = z.infer<typeof settings>;

export const appInfo = z.object({
  version: z.string(),
  shell: z.enum(["window", "loopback"]),
  /** `system`: the shell has the system's folder dialog; `built-in`: use the page's own picker. */
  folderDialog: z.enum(["system", "built-in"]),
  /** What the start found half done and brought to an end. */
  recovered: z.object({ finished: z.int().nonnegative(), reverted: z.int().nonnegative() }),
});
export type AppInfo = z.infer<typeof appInfo>;
