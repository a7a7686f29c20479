import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page: one script, one style sheet, no inline code, names that change with their content. */
export default defineConfig({
  root: join(import.meta.dirname, "renderer"),
  base: "./",
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, "dist", "page"),
    emptyOutDir: true,
    target: "chrome156",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500, // kB before compression; the page is read from this computer's disk
  },
});
