import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryBeside } from "../../electron/base/files.ts";
import { fingerprintOf } from "../../electron/base/fingerprint.ts";
import { packLook } from "../../electron/engine/actions/change-run.ts";
import { prepareSidecar } from "../../electron/engine/actions/prepare-sidecar.ts";
import { openCatalogue } from "../../electron/engine/catalogue/catalogue.ts";
import { Vault } from "../../electron/engine/vault/vault.ts";
import type { AppError } from "../../shared/model/errors.ts";
import { stripPlan } from "../../shared/policy/strip-plan.ts";
import type { Result } from "../../shared/result.ts";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { xmpPacket } from "../fixtures/embed.ts";
import { Scratch, safelight, scanJson } from "./cli.ts";

/* Files beside photos that tell about them: shown, cleaned and brought back with the photo. */

let scratch: Scratch;
let folder: string;
beforeEach(() => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
});
afterEach(() => scratch.remove());

const file = (name: string) => join(folder, name);
const write = (name: string, bytes: string | Uint8Array) => writeFileSync(file(name), bytes);
const read = (name: string) => readFileSync(file(name));
const patches = () => readdirSync(join(scratch.dataDir, "vault", "patches"));
const SHOT = { gps: [-33.8568, 151.2153], owner: "Test Person" } as const;

const TAKEOUT = JSON.stringify({
  title: "a.jpg",
  description: "With Test Person",
  geoData: { latitude: 38.6431, longitude: 34.8289, altitude: 1200 },
  people: [{ name: "Test Person" }],
});
const XMP = xmpPacket({
  "photoshop:City": "Lisse",
  "dc:creator": ["Test Person"],
  "exif:GPSLatitude": "52,15.5N",
  "exif:GPSLongitude": "4,33.1E",
});
const HARMLESS = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="1"/></rdf:RDF></x:xmpmeta>`;

async function findings(name = "a.jpg") {
  const { document } = await scanJson([folder], scratch);
  const photo = document.photos.find(({ path }) => path === file(name));
  return photo?.findings.map(({ kind, type, source }) => `${kind}/${type} in ${source}`) ?? [];
}
async function strip(...args: readonly string[]) {
  const { code, stdout, stderr } = await safelight(["strip", folder, "--json", ...args], scratch);
  return { code, stderr, document: JSON.parse(stdout || "null") };
}
const undo = () => safelight(["undo", "--last", "--json"], scratch);

describe("a scan", () => {
  it("tells with the photo what its sidecars give away, and not how they are called", async () => {
    write("a.jpg", await drawnJpeg());
    write("a.jpg.supplemental-metadata.json", TAKEOUT);
    write("a.xmp", XMP);
    const { document } = await scanJson([folder], scratch);
    expect(document.photos).toHaveLength(1);
    expect(document.photos[0]?.severity).toBe("high");
    expect(await findings()).toEqual(
      expect.arrayContaining([
        "location/gps in Google Takeout sidecar geoData",
        "identity/person-name in Google Takeout sidecar name",
        "location/place-name in XMP sidecar",
        "location/gps in XMP sidecar",
      ]),
    );
    expect(JSON.stringify(document)).not.toMatch(/supplemental|Test Person|Lisse/);
  });

  it("reads a photo again when a sidecar comes, changes or goes, and only then", async () => {
    write("a.jpg", await drawnJpeg());
    expect(await findings()).toEqual([]);
    write("a.xmp", XMP);
    expect(await findings()).toContain("location/place-name in XMP sidecar");
    write("a.xmp", HARMLESS);
    expect(await findings()).toEqual([]);
    write("a.jpg.json", TAKEOUT);
    expect(await findings()).toContain("location/gps in Google Takeout sidecar geoData");
    const { document } = await scanJson([folder], scratch);
    expect(document.photos).toHaveLength(1);
  });

  it("says of a sidecar that it cannot read that nobody knows", async () => {
    write("a.jpg", await drawnJpeg());
    write("a.jpg.json", "{ no JSON");
    expect(await findings()).toEqual(["hidden-data/unreadable-block in Google Takeout sidecar"]);
  });

  it("leaves files that belong to no photo alone", async () => {
    write("a.jpg", await drawnJpeg());
    write("b.xmp", XMP);
    expect(await findings()).toEqual([]);
    await strip();
    expect(read("b.xmp").toString()).toBe(XMP);
  });
});

describe("a strip", () => {
  it("takes the sidecars away with the photo's own metadata, and an undo brings all of it back", async () => {
    const photo = await drawnJpeg(SHOT);
    write("a.jpg", photo);
    write("a.jpg.supplemental-metadata.json", TAKEOUT);
    write("a.xmp", XMP);
    chmodSync(file("a.xmp"), 0o640);
    utimesSync(file("a.xmp"), 1_600_000_000.25, 1_500_000_000.5);
    const { code, document } = await strip();
    expect(code).toBe(0);
    expect(document.photos).toMatchObject([{ path: file("a.jpg"), result: "done" }]);
    expect(readdirSync(folder)).toEqual(["a.jpg"]);
    expect(await findings()).toEqual([]);
    expect(patches()).toHaveLength(3);
    expect((await undo()).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([
      "a.jpg",
      "a.jpg.supplemental-metadata.json",
      "a.xmp",
    ]);
    expect(read("a.jpg").equals(photo)).toBe(true);
    expect(read("a.jpg.supplemental-metadata.json").toString()).toBe(TAKEOUT);
    expect(read("a.xmp").toString()).toBe(XMP);
    expect(statSync(file("a.xmp"))).toMatchObject({ mode: 0o100640, mtimeMs: 1_500_000_000_500 });
    expect(patches()).toEqual([]);
    expect(await findings()).toContain("location/gps in XMP sidecar");
  });

  it("takes the sidecars of a photo that is clean itself, and calls that one cleaned photo", async () => {
    const photo = await drawnJpeg();
    await strip();
    write("a.jpg", photo);
    await strip();
    const clean = read("a.jpg");
    write("a.jpg.json", TAKEOUT);
    write("a.xmp", XMP);
    const { code, document } = await strip();
    expect(code).toBe(0);
    expect(document.photos).toMatchObject([
      { path: file("a.jpg"), result: "done", bytesRemoved: Buffer.byteLength(TAKEOUT + XMP) },
    ]);
    expect(readdirSync(folder)).toEqual(["a.jpg"]);
    expect((await undo()).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["a.jpg", "a.jpg.json", "a.xmp"]);
    expect(read("a.jpg.json").toString()).toBe(TAKEOUT);
    expect(read("a.jpg").equals(clean)).toBe(true);
  });

  it("of the place alone edits XMP and keeps the rest of it", async () => {
    write("a.jpg", await drawnJpeg(SHOT));
    write("a.xmp", XMP);
    await strip("--preset", "location");
    const left = read("a.xmp").toString();
    expect(read("a.xmp")).toHaveLength(Buffer.byteLength(XMP));
    expect(left).toContain("Test Person");
    expect(left).not.toMatch(/Lisse|52,15/);
    expect((await findings()).filter((one) => one.startsWith("location/"))).toEqual([]);
    expect((await undo()).code).toBe(0);
    expect(read("a.xmp").toString()).toBe(XMP);
  });

  it("of the place alone leaves sidecars that name none", async () => {
    const harmless = JSON.stringify({ title: "a.jpg", people: [{ name: "Test Person" }] });
    write("a.jpg", await drawnJpeg(SHOT));
    write("a.jpg.json", harmless);
    await strip("--preset", "location");
    expect(read("a.jpg.json").toString()).toBe(harmless);
    expect(await findings()).toContain("identity/person-name in Google Takeout sidecar name");
  });

  it("leaves a sidecar that tells nothing, and one that another photo uses too", async () => {
    write("a.jpg", await drawnJpeg(SHOT));
    write("a.xmp", HARMLESS);
    write("b.jpg", await drawnJpeg(SHOT));
    write("b.png", await drawnJpeg());
    write("b.xmp", XMP);
    await scanJson([folder], scratch);
    const { stdout } = await safelight(
      ["strip", file("a.jpg"), file("b.jpg"), "--dry-run", "--json"],
      scratch,
    );
    const preview = JSON.parse(stdout);
    expect(preview.goes).not.toContainEqual(expect.objectContaining({ type: "sidecar" }));
    expect(preview.stays).toContainEqual({ kind: "location", type: "gps", photos: 1 });
    await safelight(["strip", file("a.jpg"), file("b.jpg")], scratch);
    expect([read("a.xmp").toString(), read("b.xmp").toString()]).toEqual([HARMLESS, XMP]);
  });

  it("says before it begins that a sidecar goes", async () => {
    write("a.jpg", await drawnJpeg());
    write("a.jpg.json", TAKEOUT);
    const { document } = await strip("--dry-run");
    expect(document.goes).toContainEqual({ kind: "hidden-data", type: "sidecar", photos: 1 });
    expect(document.goes).toContainEqual({ kind: "location", type: "gps", photos: 1 });
    expect(read("a.jpg.json").toString()).toBe(TAKEOUT);
  });

  it("keeps nothing of it with --no-copy", async () => {
    write("a.jpg", await drawnJpeg(SHOT));
    write("a.jpg.json", TAKEOUT);
    await strip("--no-copy");
    expect([readdirSync(folder), patches()]).toEqual([["a.jpg"], []]);
  });

  it("puts a sidecar beside when somebody made a new one of its name", async () => {
    write("a.jpg", await drawnJpeg(SHOT));
    write("a.xmp", XMP);
    await strip();
    write("a.xmp", HARMLESS);
    expect((await undo()).code).toBe(0);
    expect(read("a.xmp").toString()).toBe(HARMLESS);
    expect(read("a (restored).xmp").toString()).toBe(XMP);
  });
});

describe("a program that is killed in the middle", () => {
  /** Takes a sidecar as far as a strip does before the one step, then is gone. */
  async function killedBeforeTheEnd(isRemoved: boolean) {
    const catalogue = orThrow(openCatalogue(scratch.dataDir));
    const vault = orThrow(
      await Vault.open(scratch.dataDir, { nameKey: catalogue.settings.hashKey(), chain: null }),
    );
    const { journal } = catalogue;
    const path = file("a.xmp");
    const [temporary, copy] = [temporaryBeside(path), vault.newPatch()];
    const { drops, ...plan } = stripPlan({ preset: "identity", kinds: [], keepDate: false });
    const batch = journal.openBatch("strip", {});
    const [id] = journal.plan(batch, [{ photoId: null, path, temporary, copy, alongWith: null }]);
    const ready = await prepareSidecar({
      path,
      fingerprint: fingerprintOf(lstatSync(path, { bigint: true })),
      kind: "xmp",
      temporary,
      keep: { path: vault.pathOf(copy), recipient: vault.recipient },
      plan: { ...plan, drops: [...drops] },
    });
    if (ready.status !== "prepared" || id === undefined) throw new Error("not ready");
    // What the step needs is sealed before the file is touched.
    expect([patches(), read("a.xmp").toString()]).toEqual([[copy], XMP]);
    const { status: _, stamp: __, look, ...facts } = ready;
    journal.step([{ id, state: "kept", ...facts, look: packLook(look) }]);
    if (isRemoved) rmSync(path);
    catalogue.close();
    return batch;
  }

  it("has not touched the sidecar, and the next start says so", async () => {
    write("a.xmp", XMP);
    const batch = await killedBeforeTheEnd(false);
    const { stdout } = await safelight(["undo", String(batch), "--json"], scratch);
    expect(JSON.parse(stdout || "null")?.photos ?? []).toEqual([]);
    expect([read("a.xmp").toString(), patches()]).toEqual([XMP, []]);
  });

  it("has removed it, and an undo brings it back", async () => {
    write("a.xmp", XMP);
    const batch = await killedBeforeTheEnd(true);
    expect(readdirSync(folder)).toEqual([]);
    expect((await safelight(["undo", String(batch), "--json"], scratch)).code).toBe(0);
    expect([read("a.xmp").toString(), patches()]).toEqual([XMP, []]);
  });
});

function orThrow<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
