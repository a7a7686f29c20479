import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { ageOpens, hasAge } from "./age.ts";
import { Scratch, safelight, scanJson } from "./cli.ts";

/* Photos go into the vault and come back, through the real command line, on a real disk. */

let scratch: Scratch;
let folder: string;
beforeEach(() => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
});
afterEach(() => scratch.remove());

const file = (name: string) => join(folder, name);
const vault = (...parts: string[]) => join(scratch.dataDir, "vault", ...parts);
const shot = (owner: string) => drawnJpeg({ gps: [-33.8568, 151.2153], owner });
const json = async (...args: string[]) => {
  const ran = await safelight([...args, "--json"], scratch);
  return { code: ran.code, stderr: ran.stderr, document: JSON.parse(ran.stdout || "null") };
};

it("takes a photo and its sidecar away and gives both back, bytes, mode and times", async () => {
  const [photo, sidecar] = [await shot("Test Person"), Buffer.from("<x:xmpmeta/>")];
  writeFileSync(file("a.jpg"), photo);
  writeFileSync(file("a.jpg.xmp"), sidecar);
  writeFileSync(file("b.jpg"), await shot("Other Person"));
  chmodSync(file("a.jpg"), 0o640);
  utimesSync(file("a.jpg"), 1_600_000_000.25, 1_500_000_000.5);
  const done = await json("quarantine", file("a.jpg"));
  expect(done.code).toBe(0);
  expect(done.document).toMatchObject({
    action: "quarantine",
    photos: [{ path: file("a.jpg"), result: "done", bytesRemoved: photo.length }],
    summary: { photos: 1, done: 1, failed: 0 },
  });
  expect(readdirSync(folder)).toEqual(["b.jpg"]);
  expect((await scanJson([folder], scratch)).document.photos).toHaveLength(1);
  const { document } = await json("vault", "list");
  expect(document.items).toMatchObject([{ name: "a.jpg", kind: "quarantine", sidecars: 1 }]);
  const undone = await json("undo", "--last");
  expect(undone.document.summary).toEqual({ done: 1, failed: 0 });
  expect(readdirSync(folder).sort()).toEqual(["a.jpg", "a.jpg.xmp", "b.jpg"]);
  expect(readFileSync(file("a.jpg")).equals(photo)).toBe(true);
  expect(readFileSync(file("a.jpg.xmp")).equals(sidecar)).toBe(true);
  expect(statSync(file("a.jpg"))).toMatchObject({ mode: 0o100640, mtimeMs: 1_500_000_000_500 });
  expect([readdirSync(vault("objects")), readdirSync(vault("entries"))]).toEqual([[], []]);
});

it("leaves a sidecar where it is while another photo uses it", async () => {
  for (const name of ["a.jpg", "a.png"]) writeFileSync(file(name), await shot(name));
  writeFileSync(file("a.xmp"), "<x:xmpmeta/>");
  await safelight(["scan", folder], scratch);
  await json("quarantine", file("a.jpg"));
  expect(readdirSync(folder)).toEqual(["a.png", "a.xmp"]);
});

it("shows nothing of names, places or contents in the vault's own names", async () => {
  writeFileSync(file("holiday.jpg"), await shot("Test Person"));
  await json("quarantine", folder);
  const names = ["objects", "entries"].flatMap((part) => readdirSync(vault(part)));
  expect(names).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}\.age$/),
    expect.stringMatching(/^[0-9a-f-]{36}\.json\.age$/),
  ]);
  for (const name of names) {
    const bytes = readFileSync(vault(name.includes("json") ? "entries" : "objects", name));
    expect(bytes.includes("holiday")).toBe(false);
  }
});

it("keeps the same bytes once, and drops them only with the last photo that had them", async () => {
  const same = await shot("Test Person");
  for (const name of ["a.jpg", "b.jpg"]) writeFileSync(file(name), same);
  await json("quarantine", folder);
  expect(readdirSync(vault("objects"))).toHaveLength(1);
  expect(readdirSync(vault("entries"))).toHaveLength(2);
  await json("restore", file("a.jpg"));
  expect(readdirSync(vault("objects"))).toHaveLength(1);
  await json("restore", file("b.jpg"));
  expect(readdirSync(vault("objects"))).toHaveLength(0);
  for (const name of ["a.jpg", "b.jpg"]) expect(readFileSync(file(name)).equals(same)).toBe(true);
});

it("puts a photo beside when its name was taken, and into a folder when told so", async () => {
  const [first, second] = [await shot("First"), await shot("Second")];
  writeFileSync(file("a.jpg"), first);
  await json("quarantine", folder);
  writeFileSync(file("a.jpg"), second);
  const back = await json("restore", "--all");
  expect(back.document.photos).toEqual([
    { name: "a.jpg", newName: "a (restored).jpg", result: "done", error: null },
  ]);
  expect(readFileSync(file("a.jpg")).equals(second)).toBe(true);
  expect(readFileSync(file("a (restored).jpg")).equals(first)).toBe(true);
  await json("quarantine", file("a.jpg"));
  rmSync(folder, { recursive: true });
  await json("restore", "--all", "--to", scratch.join("elsewhere", "deep"));
  expect(readFileSync(scratch.join("elsewhere", "deep", "a.jpg")).equals(second)).toBe(true);
});

it("brings the folder back with the photo when it was removed meanwhile", async () => {
  const photo = await shot("Test Person");
  writeFileSync(file("a.jpg"), photo);
  await json("quarantine", folder);
  rmSync(folder, { recursive: true });
  expect((await json("undo", "--last")).code).toBe(0);
  expect(readFileSync(file("a.jpg")).equals(photo)).toBe(true);
});

it("keeps a damaged or unknown file as well as any other", async () => {
  writeFileSync(file("broken.jpg"), Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 3, 1]));
  const done = await json("quarantine", folder);
  expect(done.document.summary).toMatchObject({ done: 1 });
  await json("undo", "--last");
  expect(readFileSync(file("broken.jpg"))).toHaveLength(7);
});

it("finds a flipped byte, restores nothing from it and keeps the rest", async () => {
  const photos = [await shot("First"), await shot("Second")];
  writeFileSync(file("a.jpg"), photos[0] ?? "");
  writeFileSync(file("b.jpg"), photos[1] ?? "");
  await json("quarantine", file("a.jpg"));
  const [object = ""] = readdirSync(vault("objects"));
  const bytes = readFileSync(vault("objects", object));
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  writeFileSync(vault("objects", object), bytes);
  await json("quarantine", file("b.jpg"));
  const checked = await json("vault", "verify");
  expect(checked.code).toBe(1);
  expect(checked.document.problems).toEqual([{ name: "a.jpg", error: "copy-damaged" }]);
  const back = await json("restore", "--all");
  expect(back.document.summary).toEqual({ done: 1, failed: 1 });
  expect(readdirSync(folder)).toEqual(["b.jpg"]);
  expect(readdirSync(vault("objects"))).toEqual([object]);
});

it("gives everything back from the vault alone when the catalogue is lost", async () => {
  const [photo, sidecar] = [await shot("Test Person"), Buffer.from("<x:xmpmeta/>")];
  writeFileSync(file("a.jpg"), photo);
  writeFileSync(file("a.xmp"), sidecar);
  chmodSync(file("a.jpg"), 0o600);
  await json("quarantine", folder);
  for (const name of readdirSync(scratch.dataDir).filter((one) => one.startsWith("catalogue")))
    rmSync(join(scratch.dataDir, name));
  const { document } = await json("vault", "list");
  expect(document.items).toMatchObject([{ name: "a.jpg", folder, sidecars: 1 }]);
  await json("restore", "--all");
  expect(readFileSync(file("a.jpg")).equals(photo)).toBe(true);
  expect(statSync(file("a.jpg")).mode).toBe(0o100600);
  expect(readFileSync(file("a.xmp")).equals(sidecar)).toBe(true);
});

it("deletes for good only what it was told twice", async () => {
  writeFileSync(file("a.jpg"), await shot("Test Person"));
  await json("quarantine", folder);
  expect((await safelight(["vault", "delete", "--all"], scratch)).code).toBe(2);
  expect(readdirSync(vault("objects"))).toHaveLength(1);
  expect((await json("vault", "delete", "--all", "--for-good")).document.summary.done).toBe(1);
  expect([readdirSync(vault("objects")), readdirSync(vault("entries"))]).toEqual([[], []]);
  const history = (await json("history")).document.batches;
  expect(
    history.map(({ kind, canUndo }: { kind: string; canUndo: boolean }) => [kind, canUndo]),
  ).toEqual([
    ["delete", false],
    ["quarantine", false],
  ]);
  expect((await json("undo", "--last")).code).toBe(1);
});

it("takes a strip back after the photo has been in the vault in between", async () => {
  const photo = await shot("Test Person");
  writeFileSync(file("a.jpg"), photo);
  await json("strip", folder);
  await json("quarantine", folder);
  expect((await json("undo", "1")).document.photos).toMatchObject([{ error: "file-vanished" }]);
  await json("undo", "--last");
  expect((await json("undo", "--last")).code).toBe(0);
  expect(readFileSync(file("a.jpg")).equals(photo)).toBe(true);
});

it("refuses to purge while the vault has a photo's only copy, and then says what it removed", async () => {
  writeFileSync(file("a.jpg"), await shot("Test Person"));
  await json("quarantine", folder);
  expect((await safelight(["purge"], scratch)).code).toBe(2);
  const refused = await safelight(["purge", "--yes"], scratch);
  expect([refused.code, existsSync(vault("identity.txt"))]).toEqual([1, true]);
  await json("undo", "--last");
  writeFileSync(join(scratch.dataDir, "mine.txt"), "not Safelight's");
  const { document } = await json("purge", "--yes");
  const names = document.removed.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["catalogue.sqlite", "vault/identity.txt"]));
  expect(readdirSync(scratch.dataDir)).toEqual(["mine.txt"]);
  expect(existsSync(file("a.jpg"))).toBe(true);
});

it.skipIf(!hasAge)("can be opened by age, entry first", async () => {
  const photo = await shot("Test Person");
  writeFileSync(file("a.jpg"), photo);
  await json("quarantine", folder);
  const [name = ""] = readdirSync(vault("entries"));
  const entry = JSON.parse(ageOpens(vault("identity.txt"), vault("entries", name)).toString());
  expect(entry).toMatchObject({ path: file("a.jpg"), size: photo.length, kind: "quarantine" });
  expect(ageOpens(vault("identity.txt"), vault("objects", entry.object)).equals(photo)).toBe(true);
});

it("streams a long file into the vault and back", async () => {
  writeFileSync(file("long.jpg"), await shot("Test Person"));
  truncateSync(file("long.jpg"), 96 * 1024 * 1024);
  expect((await json("quarantine", folder)).document.summary).toMatchObject({ done: 1 });
  expect((await json("undo", "--last")).code).toBe(0);
  expect(statSync(file("long.jpg")).size).toBe(96 * 1024 * 1024);
}, 240_000);

it("takes away at the next start what an analyst that outlived its engine left in the vault", async () => {
  writeFileSync(file("a.jpg"), await shot("Test Person"));
  await safelight(["quarantine", folder], scratch);
  const kept = readdirSync(vault("objects"));
  writeFileSync(vault("objects", ".safelight-aBcDeFgHiJkL.tmp"), "half");
  expect((await safelight(["history"], scratch)).code).toBe(0);
  expect(readdirSync(vault("objects"))).toEqual(kept);
});
