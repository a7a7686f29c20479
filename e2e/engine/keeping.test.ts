import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { Scratch, safelight } from "./cli.ts";

/* What is kept, how much of it and for how long, through the real command line, on a real disk. */

let scratch: Scratch;
let folder: string;
beforeEach(() => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
});
afterEach(() => scratch.remove());

const DAY_MS = 86_400_000;
const file = (name: string) => join(folder, name);
const inVault = (part: string) => readdirSync(join(scratch.dataDir, "vault", part));
const shot = (owner: string) => drawnJpeg({ gps: [-33.8568, 151.2153], owner });
const json = async (...args: string[]) => {
  const ran = await safelight([...args, "--json"], scratch);
  return { code: ran.code, stderr: ran.stderr, document: JSON.parse(ran.stdout || "null") };
};

/** As if everything so far had been done so many days ago. */
function age(days: number) {
  const db = new Database(join(scratch.dataDir, "catalogue.sqlite"), { fileMustExist: true });
  db.prepare("UPDATE batch SET started_at = started_at - ?").run(days * DAY_MS);
  db.close();
}

it("deletes what is older than some days only after it was told twice, and nothing younger", async () => {
  for (const name of ["old.jpg", "away.jpg", "new.jpg"])
    writeFileSync(file(name), await shot(name));
  await json("strip", file("old.jpg"));
  await json("quarantine", file("away.jpg"));
  age(40);
  await json("strip", file("new.jpg"));
  const asked = await safelight(["vault", "drop-older", "--days", "30"], scratch);
  expect(asked.code).toBe(2);
  expect(asked.stderr).toContain("2 changes made more than 30 days ago");
  expect(asked.stderr).toContain("exist nowhere else: 1.");
  expect([inVault("patches").length, inVault("objects").length]).toEqual([2, 1]);
  const done = await json("vault", "drop-older", "--days", "30", "--for-good");
  expect([done.code, done.document]).toEqual([0, { version: 1, days: 30, summary: { done: 2 } }]);
  expect([inVault("patches").length, inVault("objects"), inVault("entries")]).toEqual([1, [], []]);
  expect((await json("undo", "--last")).document.photos).toMatchObject([{ name: "new.jpg" }]);
  const tooLate = await json("undo", "1");
  expect(tooLate.document.photos).toMatchObject([{ name: "old.jpg", error: "copy-missing" }]);
});

it("says so when nothing is old, and asks how many days where nobody said it", async () => {
  writeFileSync(file("a.jpg"), await shot("Test Person"));
  await json("strip", folder);
  const none = await json("vault", "drop-older", "--days", "1", "--for-good");
  expect([none.code, none.document.summary]).toEqual([0, { done: 0 }]);
  expect((await safelight(["vault", "drop-older", "--for-good"], scratch)).code).toBe(2);
  expect((await safelight(["vault", "drop-older", "--days", "0"], scratch)).code).toBe(2);
  expect(inVault("patches")).toHaveLength(1);
});

it("keeps the whole original of a cleaned photo where the person asks for it, sidecar and all", async () => {
  const [photo, sidecar] = [await shot("Test Person"), Buffer.from(XMP)];
  writeFileSync(file("a.jpg"), photo);
  writeFileSync(file("a.xmp"), sidecar);
  expect((await json("strip", "--whole-copy", folder)).document.summary).toMatchObject({ done: 1 });
  expect([inVault("patches"), inVault("objects").length]).toEqual([[], 2]);
  const { document } = await json("vault", "list");
  expect(document.items).toMatchObject([{ name: "a.jpg", kind: "strip", sidecars: 1 }]);
  expect(document).toMatchObject({ quarantined: 0, originals: 1, patches: 0 });
  expect((await json("vault", "verify")).document).toMatchObject({ problems: [] });
  expect((await json("undo", "--last")).code).toBe(0);
  expect(readFileSync(file("a.jpg")).equals(photo)).toBe(true);
  expect(readFileSync(file("a.xmp")).equals(sidecar)).toBe(true);
  expect([inVault("objects"), inVault("entries")]).toEqual([[], []]);
});

it("puts a whole original beside the cleaned photo when that was changed by somebody else", async () => {
  const photo = await shot("Test Person");
  writeFileSync(file("a.jpg"), photo);
  await json("strip", "--whole-copy", folder);
  writeFileSync(file("a.jpg"), "edited meanwhile");
  expect((await json("undo", "--last")).document.photos).toMatchObject([{ error: "file-changed" }]);
  expect((await json("restore", "--all")).document.photos).toMatchObject([
    { newName: "a (restored).jpg", result: "done" },
  ]);
  expect(readFileSync(file("a.jpg"), "utf8")).toBe("edited meanwhile");
  expect(readFileSync(file("a (restored).jpg")).equals(photo)).toBe(true);
});

it("takes back the last change of one photo of a batch, named by its path", async () => {
  const photos = [await shot("First"), await shot("Second")] as const;
  writeFileSync(file("a.jpg"), photos[0]);
  writeFileSync(file("b.jpg"), photos[1]);
  await json("strip", folder);
  const undone = await json("undo", file("b.jpg"));
  expect([undone.code, undone.document.summary]).toEqual([0, { done: 1, failed: 0 }]);
  expect(readFileSync(file("b.jpg")).equals(photos[1])).toBe(true);
  expect(readFileSync(file("a.jpg")).equals(photos[0])).toBe(false);
  expect((await safelight(["undo", file("c.jpg")], scratch)).code).toBe(1);
});

it("numbers copies on where names are taken, and never writes over one", async () => {
  writeFileSync(file("a.jpg"), await shot("Test Person"));
  for (const n of [1, 2, 3]) {
    const done = await json("export", file("a.jpg"), "--to", scratch.join("copies"));
    expect(done.document.photos).toMatchObject([
      { result: "done", newName: n === 1 ? "a.jpg" : `a (${n}).jpg` },
    ]);
  }
  await json("export", file("a.jpg"), "--to", scratch.join("copies"), "--rename");
  expect(readdirSync(scratch.join("copies")).sort()).toEqual([
    "a (2).jpg",
    "a (3).jpg",
    "a.jpg",
    "photo-0001.jpg",
  ]);
  await json("undo", "--batch", "2");
  expect(readdirSync(scratch.join("copies"))).not.toContain("a (2).jpg");
});

it("brings a photo back under a shorter name where its own has no room for a mark", async () => {
  const name = `${"x".repeat(251)}.jpg`;
  const [first, second] = [await shot("First"), await shot("Second")];
  writeFileSync(file(name), first);
  await json("quarantine", folder);
  writeFileSync(file(name), second);
  const shorter = `${"x".repeat(231)}.jpg`;
  expect((await json("restore", "--all")).document.photos).toMatchObject([
    { newName: shorter, result: "done" },
  ]);
  expect(readFileSync(file(shorter)).equals(first)).toBe(true);
  expect(readFileSync(file(name)).equals(second)).toBe(true);
});

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Test Person</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
