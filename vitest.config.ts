import { defineConfig } from "vitest/config";

/** `npm run check`: what needs neither a build nor a browser. The rest is in e2e/*.config.ts. */
export default defineConfig({
  test: {
    include: ["{shared,electron,renderer}/**/*.test.{ts,tsx}", "e2e/{gates,run}/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
