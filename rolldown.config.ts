import { defineConfig } from "rolldown";

/** Native or LGPL packages, and those that read files of their own, stay as they are; Electron is the runtime. All else is bundled. */
const external = [
  "electron",
  "better-sqlite3",
  "sharp",
  "onnxruntime-node",
  /^libheif-js/,
  /^zxing-wasm/,
  // Speed-ups that ws looks for and can do without
  "bufferutil",
  "utf-8-validate",
];

/** The programs of the Node side by the names they have in dist. */
const PROGRAMS = {
  main: "electron/window/main.ts",
  "engine-child": "electron/window/engine-child.ts",
  analyst: "electron/engine/analyst.ts",
  loopback: "electron/loopback/main.ts",
  safelight: "electron/cli/main.ts",
};

export default defineConfig([
  {
    input: PROGRAMS,
    platform: "node",
    external,
    output: {
      dir: "dist",
      format: "esm",
      entryFileNames: "[name].js",
      // Beside the programs, so that "./analyst.js" means the same from every part.
      chunkFileNames: "part-[name].js",
      banner: (chunk) => (chunk.name === "safelight" ? "#!/usr/bin/env node" : ""),
    },
  },
  {
    // A sandboxed preload must be one CommonJS file.
    input: { preload: "electron/window/preload.ts" },
    platform: "node",
    external,
    output: { dir: "dist", format: "cjs", entryFileNames: "[name].cjs" },
  },
]);
