import type { Translation } from "../shape.ts";

type English = typeof import("../en/cli.ts");

export const cli: Translation<English["cli"]> = {};
