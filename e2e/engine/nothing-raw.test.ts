import { appendFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revealPhoto } from "../../electron/engine/scan/reveal-task.ts";
import { writeAlbum } from "../fixtures/album.ts";
import { LAYOUTS } from "../fixtures/documents/catalogue.ts";
import { missingFonts } from "../fixtures/documents/fonts.ts";
import { person } from "../fixtures/documents/people.ts";
import { photograph, SHOTS } from "../fixtures/documents/variants.ts";
import { Scratch, safelight, startSafelight } from "./cli.ts";
import { filesBelow, traces } from "./every-byte.ts";

/*
 * A person's papers and an album go through everything the program does. Whatever it wrote and
 * printed meanwhile is searched for every value that was planted in a picture or in a file.
 */

const missing = missingFonts();
if (missing.length > 0) console.warn(`NOT RUN, fonts are missing: ${missing.join(", ")}`);

/** Papers that are drawn: one of each sort of number, and a screen with a code and a password. */
const PAPERS = Object.entries(LAYOUTS).filter((_, at) => at % 4 === 0);
/** In the files of the sample album (e2e/fixtures/album-home.ts, album-travel.ts). */
const IN_FILES = ["Test Person", "测试用户"];
/** Milliseconds into a scan at which its process is killed: some papers are read by then. */
const KILLED_AFTER_MS = 4_000;

describe.skipIf(missing.length > 0)("nothing that was read", () => {
  const scratch = new Scratch();
  const [photos, copies, reports, temporary] = ["photos", "copies", "reports", "tmp"].map((name) =>
    scratch.join(name),
  ) as [string, string, string, string];
  const values = [...IN_FILES];
  const printed = new Map<string, Buffer>();
  let idNumber = "";

  const options = { dataDir: scratch.dataDir, env: { TMPDIR: temporary } };
  async function run(...words: readonly string[]) {
    const ran = await safelight(words, options);
    printed.set(words.join(" "), Buffer.from(`${ran.stdout}\n${ran.stderr}`));
    return ran;
  }
  const card = join(photos, "residentFront.jpg");
  const covered = join(photos, "covered.jpg");
  const written = () =>
    new Map([
      ...printed,
      ...[scratch.dataDir, copies, reports, temporary].flatMap((folder) => [...filesBelow(folder)]),
    ]);

  beforeAll(async () => {
    for (const folder of [photos, copies, reports, temporary]) mkdirSync(folder);
    await writeAlbum(join(photos, "album"));
    const [scan] = SHOTS;
    if (!scan) throw new Error("no shot to take");
    const layouts = new Map([...PAPERS, ["residentFront", LAYOUTS.residentFront] as const]);
    for (const [name, draw] of layouts) {
      const drawing = draw?.(person(name.length));
      if (!drawing) throw new Error(`${name} is not drawn`);
      values.push(...drawing.values.map(({ value }) => value));
      const { png } = await photograph(drawing, scan, name.length);
      writeFileSync(join(photos, `${name}.jpg`), png);
      if (name !== "residentFront") continue;
      idNumber = drawing.values.find(({ type }) => type === "cn-resident-id")?.value ?? "";
    }
    cpSync(card, covered);
    await crash();
    await run("scan", photos, "--json");
    await run("show", card);
    await run("show", card, "--json");
    await run(
      "export",
      "--to",
      copies,
      "--preset",
      "everything",
      "--redact",
      "personal-text",
      card,
    );
    await run("redact", "--kinds", "personal-text,document", covered);
    await run("strip", "--preset", "everything", join(photos, "album"));
    await run("quarantine", join(photos, `${PAPERS[0]?.[0]}.jpg`));
    await run("undo", "--last");
    await run("history", "--json");
    await run("vault", "list", "--json");
    const file = (ending: string) => join(reports, `a.${ending}`);
    const files = ["--html", file("html"), "--csv", file("csv"), "--json", file("json")];
    await run("report", photos, ...files);
  }, 600_000);
  afterAll(() => scratch.remove());

  /** A scan whose process and analysts die in the middle of their work. */
  async function crash() {
    const { child, ended } = startSafelight(["scan", photos], { ...options, detached: true });
    await new Promise((later) => setTimeout(later, KILLED_AFTER_MS));
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    const { stdout, stderr } = await ended;
    printed.set("a scan that was killed", Buffer.from(stdout + stderr));
  }

  it("was written or printed by any command", () => {
    expect(values.length).toBeGreaterThan(40);
    expect(idNumber).toMatch(/^\d{17}[\dX]$/);
    expect([...printed.keys()].length).toBe(12);
    expect(traces(values, written())).toEqual([]);
  });

  it("is kept when it was asked for: the real number is printed, and only printed", async () => {
    const { code, stdout } = await safelight(["show", "--reveal", card], options);
    expect(code).toBe(0);
    expect(traces([idNumber], new Map([["terminal", Buffer.from(stdout)]]))).toEqual([
      `terminal: ${idNumber}`,
    ]);
    expect(traces(values, written())).toEqual([]);
  });

  it("is told of another file than the one that was looked at", async () => {
    const other = join(photos, "other.jpg");
    cpSync(card, other);
    appendFileSync(other, "more");
    const asked = { path: other, fingerprint: "of the file before", sights: [], sidecars: [] };
    expect(await revealPhoto(asked)).toEqual({ ok: false, error: "file-changed" });
  });
});

describe("the search", () => {
  it("finds a value in any encoding, with its groups apart or together", () => {
    const value = "6228 4800 1234 5678 903";
    const together = value.replaceAll(" ", "");
    const hidden = new Map([
      ["utf-8", Buffer.from(`x${value}y`)],
      ["together", Buffer.from(`x${together}y`)],
      ["utf-16", Buffer.from(`x${together}y`, "utf16le")],
      ["utf-16, the other way", Buffer.from(`x${value}y`, "utf16le").swap16()],
      ["nowhere", Buffer.from("6228480012345678")],
    ]);
    expect(traces([value], hidden)).toEqual([
      `utf-8: ${value}`,
      `together: ${value}`,
      `utf-16: ${value}`,
      `utf-16, the other way: ${value}`,
    ]);
  });
});
