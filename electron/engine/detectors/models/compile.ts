import { FACES } from "./face.ts";
import { PRINT } from "./print.ts";
import { writeModels } from "./recipe.ts";

/** `node compile.ts <folder>`: one of the build's programs; writes all networks and their manifest. */
if (import.meta.main) writeModels(process.argv[2] ?? "dist/models", [...FACES, ...PRINT]);
