import { defineConfig } from "vitest/config";

/** The specs that drive a real page; one at a time, since each has a browser and an engine. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["**/*.spec.ts"],
    globalSetup: ["page/album-once.ts"],
    pool: "forks",
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
