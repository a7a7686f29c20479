import { z } from "zod";

// The page knows things by these ids only; it never holds or sends a path (HOUSE.md, law 3).
export const folderId = z.int().positive().brand("FolderId");
export type FolderId = z.infer<typeof folderId>;

/** A folder inside a chosen one, or the chosen one itself; kept for as long as it has been seen. */
export const directoryId = z.int().positive().brand("DirectoryId");
export type DirectoryId = z.infer<typeof directoryId>;

export const photoId = z.int().positive().brand("PhotoId");
export type PhotoId = z.infer<typeof photoId>;

export const actionId = z.int().positive().brand("ActionId");
export type ActionId = z.infer<typeof actionId>;

/** One "apply": all the actions that one click or one command made, undone together. */
export const batchId = z.int().positive().brand("BatchId");
export type BatchId = z.infer<typeof batchId>;

export const scanId = z.int().positive().brand("ScanId");
export type ScanId = z.infer<typeof scanId>;

/** Somebody whose photos are looked for; known only for as long as the search is open. */
export const personId = z.int().positive().brand("PersonId");
export type PersonId = z.infer<typeof personId>;

/** What a preview showed, kept by the engine until it is applied; a page can apply nothing that was not shown. */
export const previewId = z.uuid().brand("PreviewId");
export type PreviewId = z.infer<typeof previewId>;

/** A place in the shell's own folder picker; valid in one picker only. */
export const placeId = z.int().nonnegative().brand("PlaceId");
export type PlaceId = z.infer<typeof placeId>;

/** A whole original in the vault: the name of its entry without the ending. */
export const entryId = z.uuid().brand("EntryId");
export type EntryId = z.infer<typeof entryId>;
