import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../electron/start/build.ts";
import { codeFiles, importsOf, isTest, type SourceFile } from "./sources.ts";

/* Safelight talks to nobody. What can open a socket stands in the files named here, nowhere else. */

const SOCKET_MODULES =
  /^(node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)$|^undici$/;
const SOCKET_WORDS =
  /\b(fetch\(|XMLHttpRequest|new WebSocket\(|EventSource|sendBeacon|RTCPeerConnection|WebTransport)/;

const MAY_OPEN: readonly RegExp[] = [
  /^electron\/loopback\/(server|answers|body)\.ts$/, // the server on 127.0.0.1
  /^renderer\/bridge\/transport\.ts$/, // the page's way to it
];

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");

const socketOpeners = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => !isTest(path) && !MAY_OPEN.some((allowed) => allowed.test(path)))
    .filter(
      (file) =>
        SOCKET_WORDS.test(withoutComments(file.text)) ||
        importsOf(file).some((name) => SOCKET_MODULES.test(name)),
    )
    .map(({ path }) => path);

describe("no network", () => {
  it("holds for every file of the product", () => {
    expect(socketOpeners(codeFiles())).toEqual([]);
  });

  it.each([
    'import { get } from "node:https";',
    'import { connect } from "net";',
    'const x = await import("node:dns/promises");',
    'await fetch("/x");',
    'new WebSocket("wss://x");',
    'navigator.sendBeacon("/x");',
  ])("catches %s", (text) => {
    expect(socketOpeners([{ path: "electron/engine/scan/scan.ts", text }])).toHaveLength(1);
  });
});

describe("ONNX Runtime", () => {
  /** The host that newer releases send telemetry to; its name stands in their library's bytes. */
  const UPLOADER = "events.data.microsoft.com";
  const holdsUploader = (library: Buffer) =>
    library.includes(UPLOADER) || library.includes(Buffer.from(UPLOADER, "utf16le"));
  const libraries = globSync("node_modules/onnxruntime-node/bin/**/*.{so*,dylib,dll,node}", {
    cwd: ROOT,
  });

  it("ships no library that knows where to send telemetry", () => {
    expect(libraries.length).toBeGreaterThan(0);
    const talkers = libraries.filter((path) => holdsUploader(readFileSync(join(ROOT, path))));
    expect(talkers).toEqual([]);
  });

  it("would be caught if it did, in either encoding", () => {
    for (const encoding of ["latin1", "utf16le"] as const) {
      expect(holdsUploader(Buffer.from(`\0mobile.${UPLOADER}\0`, encoding))).toBe(true);
    }
  });
});
