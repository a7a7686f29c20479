import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { namesIn, type WalkedFile } from "../../base/walk.ts";
import { indexSidecars, maybeSidecar, type Sidecar } from "../formats/sidecars/sidecar.ts";
import type { SidecarFile } from "./examine-sidecars.ts";

/** What stands beside a photo and tells about it. */
export interface Companions {
  readonly sidecars: readonly Sidecar[];
  /** One word for their names and states: equal means unchanged. Empty when there are none. */
  readonly sidecarsWord: string;
}

const NOTHING_BESIDE: Companions = { sidecars: [], sidecarsWord: "" };

/** The sidecars among a folder's files, by the photo they belong to. */
export class Beside {
  readonly #index: ReturnType<typeof indexSidecars>;
  readonly #files: ReadonlyMap<string, WalkedFile>;

  constructor(files: readonly WalkedFile[]) {
    this.#index = indexSidecars(files.map(({ name }) => name));
    this.#files = new Map(files.map((file) => [file.name, file]));
  }

  of(photo: string): Companions {
    const sidecars = this.#index.of(photo);
    if (sidecars.length === 0) return NOTHING_BESIDE;
    const states = sidecars.map(({ name }) => [name, this.#files.get(name)?.fingerprint]);
    // A hash, because a file's name may tell more than the catalogue may know.
    const word = createHash("sha256").update(JSON.stringify(states)).digest("base64url");
    return { sidecars, sidecarsWord: word };
  }
}

/** What stands beside one photo and tells about it at this moment. */
export function sidecarsOf(path: string): readonly SidecarFile[] {
  const folder = dirname(path);
  const names = [basename(path), ...namesIn(folder).filter(maybeSidecar)];
  const beside = indexSidecars(names).of(basename(path));
  return beside.map(({ name, kind }) => ({ kind, path: join(folder, name) }));
}
