import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

export interface PageFile {
  readonly bytes: Uint8Array;
  /** Media type, with its charset. */
  readonly type: string;
  /** The build puts a hash into the names of what never changes. */
  readonly isImmutable: boolean;
}

/** The built page by its addresses ("/", "/assets/x.js"): nothing else can be asked for, whatever is sent. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

const HASHED = /-[\w-]{8}\.\w+$/;

/**
 * Reads the whole built page into memory (a megabyte or two). A list made once needs no check of
 * paths later, and a rebuild under a running shell cannot mix old and new files.
 * @throws when the page has not been built.
 */
export function readPage(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = MEDIA_TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    const file = { bytes: readFileSync(path), type, isImmutable: HASHED.test(entry.name) };
    files.set(address, file);
    if (address === "/index.html") files.set("/", file);
  }
  return files;
}

/** Seconds in a year, the longest that caches honour. */
const YEAR_S = 31_536_000;

export const cacheRule = (file: PageFile): string =>
  file.isImmutable ? `public, max-age=${YEAR_S}, immutable` : "no-cache";
