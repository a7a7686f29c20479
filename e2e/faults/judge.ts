import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { errnoOf } from "../../electron/base/errno.ts";

/** What can be told apart of a file: its bytes, its mode and when it was last written. */
export interface FileState {
  readonly sha256: string;
  readonly mode: number;
  /** Null: the file was new, any time will do. */
  readonly mtimeNs: bigint | null;
}

/** All files below a folder, by their path from there. */
export type Tree = ReadonlyMap<string, FileState>;

export function treeOf(folder: string): Tree {
  const tree = new Map<string, FileState>();
  for (const path of filesBelow(folder)) {
    const state = stateOf(path);
    if (state) tree.set(relative(folder, path), state);
  }
  return tree;
}

/** An analyst that outlived its engine may take its own file away while the tree is looked at. */
function stateOf(path: string): FileState | undefined {
  try {
    const { mode, mtimeNs } = lstatSync(path, { bigint: true });
    const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
    return { sha256, mode: Number(mode), mtimeNs };
  } catch (error) {
    if (errnoOf(error) === "ENOENT" && isTemporary(path)) return undefined;
    throw error;
  }
}

export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Files that `originals` lack were made, and may be made at any time. */
export const withAnyTime = (tree: Tree, originals: Tree): Tree =>
  new Map(
    [...tree].map(([path, state]) => [
      path,
      originals.has(path) ? state : { ...state, mtimeNs: null },
    ]),
  );

/** One file that is not what it must be, or one thing that nobody accounts for. */
export interface Loss {
  readonly path: string;
  readonly what: string;
}

export interface Allowance {
  /** States that each file may be in; a path that a tree lacks may be absent. */
  readonly states: readonly Tree[];
  /** Files of ours that are still being written: allowed until the next start, never after it. */
  readonly temporaries?: boolean;
  /** After a simulated power cut only the bytes are known, not mode and time. */
  readonly bytesOnly?: boolean;
}

/** Nanoseconds by which a time may differ: what a double of seconds cannot tell apart until 2106. */
const TIME_GRAIN_NS = 478n;

/** Every file of `now` that is in none of the allowed states, and every one that is gone or came from nowhere. */
export function lossesIn(now: Tree, allowed: Allowance): Loss[] {
  const known = new Set(allowed.states.flatMap((tree) => [...tree.keys()]));
  const strangers = [...now.keys()].filter((path) => !known.has(path));
  return [
    ...strangers
      .filter((path) => !(allowed.temporaries && isTemporary(path)))
      .map((path) => ({ path, what: "nobody knows this file" })),
    ...[...known].flatMap((path) => lossOf(path, now.get(path), allowed)),
  ];
}

export const isTemporary = (path: string): boolean => basename(path).startsWith(".safelight-");

function lossOf(path: string, now: FileState | undefined, allowed: Allowance): Loss[] {
  const states = allowed.states.map((tree) => tree.get(path));
  if (now === undefined) return states.includes(undefined) ? [] : [{ path, what: "gone" }];
  const alike = states.filter((state) => state?.sha256 === now.sha256);
  if (alike.length === 0) return [{ path, what: "other bytes" }];
  if (allowed.bytesOnly || alike.some((state) => state && looksLike(now, state))) return [];
  const [was] = alike;
  return [{ path, what: `mode or time: ${look(now)} instead of ${was ? look(was) : "none"}` }];
}

const SECOND = 1_000_000_000n;

function looksLike(a: FileState, b: FileState): boolean {
  if (a.mtimeNs === null || b.mtimeNs === null) return a.mode === b.mode;
  const apart = a.mtimeNs > b.mtimeNs ? a.mtimeNs - b.mtimeNs : b.mtimeNs - a.mtimeNs;
  const isSameSecond = a.mtimeNs / SECOND === b.mtimeNs / SECOND;
  return a.mode === b.mode && isSameSecond && apart < TIME_GRAIN_NS;
}

const look = ({ mode, mtimeNs }: FileState) => `${mode.toString(8)} ${mtimeNs}`;
