import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST, type ModelEntry } from "./manifest.ts";

/** A network to be written: what the manifest says of it, and how its bytes are made. */
export interface Recipe extends Omit<ModelEntry, "file" | "sha256"> {
  readonly compile: () => Uint8Array;
}

/** Writes networks and their manifest, each file whole or not at all. The same packages give the same bytes. */
export function writeModels(folder: string, recipes: readonly Recipe[]): void {
  mkdirSync(folder, { recursive: true });
  const put = (file: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, `${file}.new`), bytes);
    renameSync(join(folder, `${file}.new`), join(folder, file));
  };
  const entries = recipes.map(({ compile, ...entry }): ModelEntry => {
    const bytes = compile();
    const file = `${entry.name}.onnx`;
    put(file, bytes);
    return { ...entry, file, sha256: createHash("sha256").update(bytes).digest("hex") };
  });
  put(MANIFEST, `${JSON.stringify(entries, null, 2)}\n`);
}
