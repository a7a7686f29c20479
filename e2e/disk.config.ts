import { defineConfig } from "vitest/config";

/** The built program on real disks and real files: command line, engine, corpus, faults, fixtures. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["{engine,corpus,faults,fixtures}/**/*.test.ts"],
    globalSetup: ["run/built.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
