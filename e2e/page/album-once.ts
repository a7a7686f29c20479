import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type AlbumTruth, writeAlbum } from "../fixtures/album.ts";

/* Drawing the sample album takes seconds, so that the specs draw it once and each takes a copy. */

declare module "vitest" {
  export interface ProvidedContext {
    readonly album: AlbumTruth & { readonly dir: string };
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), "safelight-album-"));
  project.provide("album", { ...(await writeAlbum(dir)), dir });
  return () => rm(dir, { recursive: true, force: true });
}
