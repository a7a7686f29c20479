import { fileURLToPath } from "node:url";
import { openModels } from "../detectors/models/store.ts";

/** Written by the build beside the programs; from source, in dist. */
const FOLDER = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../../dist/models" : "./models", import.meta.url),
);

/** An analyst's networks: what was opened for the photos before serves the next ones. */
export const models = openModels(FOLDER);
