import { expect, it } from "vitest";
import { wrongImports } from "./floors.ts";
import { codeFiles, importsOf } from "./sources.ts";

it("holds for every file: imports go down, and each package has its home", () => {
  expect(wrongImports(codeFiles())).toEqual([]);
});

it("looks at every floor, so that an empty answer means something", () => {
  const folders = new Set(codeFiles().map(({ path }) => path.split("/").slice(0, 2).join("/")));
  const wanted = [
    "shared/model",
    "electron/base",
    "electron/engine",
    "electron/window",
    "renderer/ui",
  ];
  expect(wanted.filter((folder) => !folders.has(folder))).toEqual([]);
});

it.each([
  ["shared/model/photo.ts", "../../electron/base/paths.ts"],
  ["electron/base/files.ts", "../engine/formats/jpeg.ts"],
  ["electron/engine/formats/jpeg.ts", "../catalogue/photos.ts"],
  ["electron/engine/formats/jpeg.ts", "better-sqlite3"],
  ["electron/engine/catalogue/photos.ts", "../formats/jpeg.ts"],
  ["electron/engine/detectors/faces.ts", "../formats/jpeg.ts"],
  ["electron/engine/scan/scan.ts", "../actions/strip.ts"],
  ["electron/engine/engine.ts", "../bridge/router.ts"],
  ["electron/bridge/router.ts", "../loopback/server.ts"],
  ["electron/bridge/router.ts", "./testing/fake-engine.ts"],
  ["electron/loopback/server.ts", "../window/guards.ts"],
  ["electron/loopback/server.ts", "electron"],
  ["electron/cli/main.ts", "../../e2e/fixtures/album.ts"],
  ["electron/window/main.ts", "../../e2e/run/steps.ts"],
  ["renderer/bridge/transport.ts", "../ui/Button.tsx"],
  ["renderer/ui/Button.tsx", "../features/home/Home.tsx"],
  ["renderer/features/home/Home.tsx", "../album/Album.tsx"],
  ["renderer/features/home/Home.tsx", "../../../electron/bridge/router.ts"],
  ["renderer/App.tsx", "../electron/engine/engine-api.ts"],
])("catches %s importing %s", (path, target) => {
  for (const text of [
    `import { x } from "${target}";`,
    `import type { X } from "${target}";`,
    `export * from "${target}";`,
    `const x = await import("${target}");`,
    `let x: import("${target}").X;`,
  ]) {
    expect(wrongImports([{ path, text }])).toHaveLength(1);
  }
});

it.each([
  ["electron/engine/actions/strip.ts", "../formats/jpeg.ts"],
  ["electron/engine/formats/jpeg.test.ts", "../../../e2e/fixtures/exif.ts"],
  ["electron/bridge/router.test.ts", "./testing/fake-engine.ts"],
  ["electron/window/main.ts", "electron"],
  ["renderer/features/home/Home.tsx", "../../ui/Button.tsx"],
  ["renderer/App.tsx", "./features/home/Home.tsx"],
])("lets %s import %s", (path, target) => {
  expect(wrongImports([{ path, text: `import { x } from "${target}";` }])).toEqual([]);
});

it("reads no import out of a comment or a string", () => {
  const text = `// import { x } from "./a.ts";\nconst s = 'import { x } from "./b.ts"';`;
  expect(importsOf({ path: "shared/x.ts", text })).toEqual([]);
});
