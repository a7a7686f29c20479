import { CHINESE_TYPES } from "./chinese-types.ts";
import { CIVIL_TYPES } from "./civil-types.ts";
import type { DocumentType } from "./document-type.ts";
import { WORLD_TYPES } from "./world-types.ts";

/** Every type of document, by its word. */
export const DOCUMENT_TYPES: ReadonlyMap<string, DocumentType> = new Map(
  [...CHINESE_TYPES, ...WORLD_TYPES, ...CIVIL_TYPES].map((type) => [type.id, type]),
);
