import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { openCatalogue } from "../../electron/engine/catalogue/catalogue.ts";
import type { Finding } from "../../shared/model/finding.ts";
import type { UnitBox } from "../../shared/model/geometry.ts";
import { documents } from "../fixtures/documents/catalogue.ts";
import { missingFonts } from "../fixtures/documents/fonts.ts";
import { grid } from "./album-page.ts";
import { chapters } from "./chapters.ts";
import { go, type Visit, visitScanned } from "./visit.ts";
import { takeWay } from "./ways.ts";
import { digests, sha256 } from "./witness.ts";

/* What was found on several photos, faces and papers, is covered at once and taken back at once. In Chinese. */

const PEOPLE = ["IMG_2041.jpg", "IMG_2043.jpg"] as const;
const CARD = "card.png";
const SKY = "sky.jpg";
const missing = missingFonts();
if (missing.length > 0) console.warn(`NOT RUN, fonts are missing: ${missing.join(", ")}`);

const album = inject("album");
const dir = mkdtempSync(join(tmpdir(), "safelight-cover-many-"));

describe.skipIf(missing.length > 0)("covering several photos", () => {
  const chapter = chapters();
  let visit: Visit;
  let originals: ReadonlyMap<string, string>;
  let boxes: ReadonlyMap<string, readonly UnitBox[]>;

  beforeAll(async () => {
    for (const name of PEOPLE) copyFileSync(join(album.dir, "Party", name), join(dir, name));
    const card = documents(3).find(({ name }) => name.startsWith("residentFront."));
    if (!card) throw new Error("no identity card is drawn");
    writeFileSync(join(dir, CARD), (await card.make()).png);
    const sky = { width: 800, height: 600, channels: 3 as const, background: "#88aaee" };
    await sharp({ create: sky }).jpeg().toFile(join(dir, SKY));
    visit = await visitScanned({ language: "zh-CN", album: dir, looks: true });
    originals = await digests(visit.pictures);
    boxes = new Map([...PEOPLE, CARD].map((name) => [name, boxesOf(visit, name)]));
  });
  afterAll(async () => {
    await visit.leave();
    rmSync(dir, { recursive: true });
  });

  chapter("offers what was found on them, and tells which photo has nothing to cover", async () => {
    const { page, say } = visit;
    for (const name of PEOPLE) expect(boxes.get(name)?.length, name).toBeGreaterThan(2);
    await grid(visit).waitFor();
    await takeWay(visit, "redact");
    const dialog = page.getByRole("dialog");
    for (const kind of ["face", "document", "personal-text"] as const)
      await expect
        .poll(() =>
          dialog.getByRole("checkbox", { name: say(`kind.${kind}.name`), exact: true }).isChecked(),
        )
        .toBe(true);
    await dialog.locator(".lines-refused").getByText(SKY).waitFor();
    await dialog.locator(".lines-refused").getByText(say("errorShort.nothing-to-cover")).waitFor();
  });

  chapter("covers all of them at once: no face and no printed name is left", async () => {
    const { page, button, say } = visit;
    await button("redact.apply", { count: 3 }).click();
    await page.getByText(say("redact.done", { count: 3 }), { exact: true }).waitFor();
    await button("action.finish").click();
    for (const [name, found] of boxes)
      for (const box of found)
        expect(await colourIn(join(visit.pictures, name), box), `${name} ${box}`).toEqual(BLACK);
    expect(await sha256(join(visit.pictures, SKY))).toBe(originals.get(SKY));
  });

  chapter("finds nothing of it any more in the covered pictures", async () => {
    for (const name of PEOPLE)
      await expect.poll(() => boxesOf(visit, name), { timeout: 60_000 }).toEqual([]);
  });

  chapter("takes the whole batch back from the history, byte for byte", async () => {
    const { page, say } = visit;
    await go(visit, say("nav.history"));
    const newest = page.getByRole("main").getByRole("listitem").first();
    await newest.getByText(say("history.kind.redact")).waitFor();
    await newest.getByRole("button", { name: new RegExp(`^${say("history.undo")}`) }).click();
    await page.getByText(say("undo.done", { count: 3 })).waitFor();
    expect(await digests(visit.pictures)).toEqual(originals);
  });

  chapter("broke no rule of its own and asked nobody else", () => {
    expect(visit.complaints()).toEqual([]);
  });
});

const BLACK = [0, 0, 0] as const;

/** Where faces, papers and what is printed on them lie, as the catalogue has it. */
function boxesOf(visit: Visit, name: string): UnitBox[] {
  const opened = openCatalogue(visit.dataDir);
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    const { photos, questions } = opened.value;
    const photo = photos.at(join(visit.pictures, name));
    const findings: readonly Finding[] = photo === undefined ? [] : questions.findings(photo);
    if (findings.some(({ type }) => type === "picture-unseen"))
      throw new Error(`${basename(name)} was not looked at`);
    return findings.flatMap(({ box }) => (box === null ? [] : [box]));
  } finally {
    opened.value.close();
  }
}

/** Red, green and blue in the middle of a box. */
async function colourIn(file: string, [x, y, w, h]: UnitBox): Promise<readonly number[]> {
  const { data, info } = await sharp(file)
    .autoOrient()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [column, row] = [(x + w / 2) * info.width, (y + h / 2) * info.height].map(Math.floor);
  const at = ((row ?? 0) * info.width + (column ?? 0)) * info.channels;
  return [...data.subarray(at, at + 3)];
}
