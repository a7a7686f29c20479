import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "rolldown/utils";
import { ROOT } from "../../electron/start/build.ts";

/** A file of the project as a gate sees it; planted faults are made of the same two fields. */
export interface SourceFile {
  /** From the project's folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

const BINARY = /\.(png|jpe?g|webp|ico|node|wasm|woff2)$/;

/** Every text file that is, or is about to be, in version control. */
export function projectFiles(): readonly SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "-coz", "--exclude-standard"], { cwd: ROOT });
  return listed
    .toString()
    .split("\0")
    .filter((path) => path !== "" && !BINARY.test(path) && existsSync(join(ROOT, path)))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

const CODE = /^(shared|electron|renderer|e2e)\/.*\.tsx?$/;
export const codeFiles = (): readonly SourceFile[] =>
  projectFiles().filter(({ path }) => CODE.test(path));

/** Files that ship nowhere: tests and what only tests use. */
export const isTest = (path: string): boolean =>
  path.startsWith("e2e/") || path.includes("/testing/") || /\.(test|spec)\.tsx?$/.test(path);

/** Everything that a file names in an import or a re-export, types included, as it is written. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const { module } = parseSync(path, text);
  const named = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    ),
  ];
  // import("…") as a value and as a type
  const called = [...text.matchAll(/\bimport\(\s*["'`]([^"'`]+)["'`]/g)].flatMap(
    ([, name]) => name ?? [],
  );
  return [...named, ...called];
}
