import { describe, expect, it } from "vitest";
import { projectFiles, type SourceFile } from "./sources.ts";

/** Lines that a file of code or style may have; more than that wants a second file. */
const MAX_LINES = 300;

const tooLong = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => /\.(tsx?|css)$/.test(path))
    .filter(({ text }) => text.split("\n").length - 1 > MAX_LINES)
    .map(({ path }) => path);

describe("the length of files", () => {
  it("is at most 300 lines", () => {
    expect(tooLong(projectFiles())).toEqual([]);
  });

  it("is told when it is more", () => {
    const line = "let x = 1;\n";
    const files = [
      { path: "shared/a.ts", text: line.repeat(300) },
      { path: "shared/b.ts", text: line.repeat(301) },
    ];
    expect(tooLong(files)).toEqual(["shared/b.ts"]);
  });
});

// Put together from pieces, or this file would be the first to be caught.
const FOREIGN: readonly RegExp[] = [
  new RegExp(["registry", "(npmjs|yarnpkg|npmmirror)", "(org|com)"].join("\\."), "i"),
  new RegExp(["(deb|security|ftp)", "debian", "org"].join("\\."), "i"),
  // Folders of one machine: nobody else has them.
  new RegExp(`(^|[\\s"'\`(=:])/${"work"}/`, "m"),
  new RegExp(`(^|[\\s"'\`(=:])/${"root"}/`, "m"),
];

const foreignTo = (files: readonly SourceFile[]): readonly string[] =>
  files.filter(({ text }) => FOREIGN.some((pattern) => pattern.test(text))).map(({ path }) => path);

describe("what belongs to one workplace", () => {
  it("stands in no file", () => {
    expect(foreignTo(projectFiles())).toEqual([]);
  });

  it.each([
    `"resolved": "https://${["registry", "npmjs", "org"].join(".")}/x"`,
    `deb http://${["deb", "debian", "org"].join(".")}/debian stable main`,
    `const path = "${["", "work", "main"].join("/")}/photo.jpg";`,
  ])("is caught: %s", (text) => {
    expect(foreignTo([{ path: "docs/x.md", text }])).toEqual(["docs/x.md"]);
  });
});
