import { isUtf8 } from "node:buffer";
import { homedir } from "node:os";
import { join } from "node:path";

/*
 * File names are bytes; on Linux not always UTF-8. Inside the program a path is a string in which
 * each byte that is not UTF-8 stands as a lone surrogate U+DC80–U+DCFF (Python's PEP 383 does the
 * same), so that string functions work and no file is unreachable. Only this module turns such a
 * string back into bytes, and only `displayPath` may be shown.
 */
const ESCAPE_BASE = 0xdc00;
const ESCAPED = /[\udc80-\udcff]/;

/** The internal string of a path's or a name's bytes. */
export function pathFromBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at);
    text +=
      length > 0
        ? bytes.toString("utf8", at, at + length)
        : String.fromCharCode(ESCAPE_BASE + (bytes[at] ?? 0));
    at += Math.max(1, length);
  }
  return text;
}

/** The bytes that the system calls the file by. */
export function pathBytes(path: string): Buffer {
  if (!ESCAPED.test(path)) return Buffer.from(path, "utf8");
  const parts: Buffer[] = [];
  for (const char of path) {
    const code = char.charCodeAt(0);
    const isEscaped = char.length === 1 && ESCAPED.test(char);
    parts.push(isEscaped ? Buffer.from([code - ESCAPE_BASE]) : Buffer.from(char, "utf8"));
  }
  return Buffer.concat(parts);
}

/** What to hand to `node:fs`. */
export const fsPath = (path: string): string | Buffer =>
  ESCAPED.test(path) ? pathBytes(path) : path;

// Control characters and the marks that turn text around could make a name read as another one.
const UNPRINTABLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\udc80-\udcff]/gu;

/** A path as text for people: what cannot be shown safely becomes U+FFFD. */
export const displayPath = (path: string): string => path.replace(UNPRINTABLE, "\ufffd");

/** Where the catalogue and the vault live when nobody says otherwise (XDG, AppData, Library). */
export function defaultDataDir(env: NodeJS.ProcessEnv = process.env): string {
  if (env.SAFELIGHT_DATA_DIR) return env.SAFELIGHT_DATA_DIR;
  if (process.platform === "win32" && env.APPDATA) return join(env.APPDATA, "Safelight");
  if (process.platform === "darwin")
    return join(homedir(), "Library", "Application Support", "Safelight");
  return join(env.XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "safelight");
}

/** Length in bytes of the well-formed UTF-8 character at `at`, or 0. */
function utf8Length(bytes: Buffer, at: number): number {
  for (const length of [1, 2, 3, 4]) {
    if (at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}
