import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { reveal } from "../reveal/reveal.ts";
import { box, bytesOf, uuidBox, zeros } from "../testing/bmff-builder.ts";
import { buildFilm, FILMED, type TrackSpec } from "../testing/bmff-film.ts";
import { ascii, xmpText } from "../testing/content-builder.ts";
import { GPS_TAGS, PLACE } from "../testing/content-cases.ts";
import {
  bytesAt,
  cuts,
  extremes,
  flips,
  inspected,
  isUntouched,
  type PlanName,
  stripped,
  wrongWith,
} from "../testing/harness.ts";
import { buildTiff } from "../testing/tiff-builder.ts";
import { staysIn } from "../tiff/raw-tags.ts";
import { cr3 } from "./cr3.ts";

const IMAGE = buildTiff([
  [
    { tag: 0x010f, text: "Canon" },
    { tag: 0x0110, text: "Example R5" },
    { tag: 0x0112, type: 3, values: [6] },
    { tag: 0x013b, text: "Jane Doe" },
  ],
]);
const EXIF = buildTiff([
  [
    { tag: 0x829a, type: 5, values: [1, 125] },
    { tag: 0x9003, text: "2021:07:14 09:30:00" },
    { tag: 0xa430, text: "Jane Doe" },
    { tag: 0xa431, text: "012345678901" },
  ],
]);
const NOTE = buildTiff([
  [
    { tag: 0x0009, text: "Jane Doe" },
    { tag: 0x000c, type: 4, values: [987_654_321] },
    { tag: 0x4001, bytes: ascii("white balance") },
  ],
]);
const GPS = buildTiff([GPS_TAGS]);

const u32le = (value: number) => Uint8Array.of(value & 255, value >> 8, value >> 16, value >> 24);
const record = (type: number, content: Uint8Array) =>
  bytesOf(u32le(12 + content.length), Uint8Array.of(type, 0), zeros(6), content);
const inRecord = (tag: number, tiff: Uint8Array) =>
  bytesOf(u32le(8 + tiff.length), u32le(tag), tiff);

const RAW: TrackSpec = { handler: "vide", coding: "CRAW", samples: [ascii("sensor data")] };
const RECORDS: TrackSpec = {
  handler: "meta",
  coding: "CTMD",
  samples: [
    bytesOf(
      record(1, ascii("date and time")),
      record(5, ascii("exposure")),
      record(7, bytesOf(inRecord(0x8769, EXIF), inRecord(0x927c, NOTE))),
    ),
  ],
};
const CANON = uuidBox(
  "85c0b687820f11e08111f4ce462b6a48",
  box("CNCV", "CanonCR3_001"),
  box("CTBO", "places"),
  box("CMT1", IMAGE),
  box("CMT2", EXIF),
  box("CMT3", NOTE),
  box("CMT4", GPS),
  box("THMB", "small picture"),
);
const XMP = uuidBox("be7acfcb97a942e89c71999491e3afac", xmpText('photoshop:City="Greenwich"'));
const PREVIEW = uuidBox("eaf42b5e1c984b88b9fbb7dc406e4d16", zeros(8), box("PRVW", "preview"));
const FILE = buildFilm({
  brand: "crx ",
  tracks: [RAW, RECORDS],
  time: FILMED,
  inMoov: CANON,
  after: [XMP, PREVIEW],
});

const factsIn = (bytes: Uint8Array) =>
  reveal(new MemorySource(bytes), inspected(cr3, bytes)).map(({ kind, type }) => `${kind}/${type}`);
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

/** What any strip must leave as it was. */
function strippedSafely(plan: PlanName): Uint8Array {
  const clean = stripped(cr3, FILE, plan);
  expect(clean.length).toBe(FILE.length);
  expect(bytesAt(clean, inspected(cr3, clean).pixels)).toEqual(
    bytesAt(FILE, inspected(cr3, FILE).pixels),
  );
  expect(isUntouched(cr3, clean, plan)).toBe(true);
  return clean;
}

describe("a CR3 file's inspection", () => {
  it("names each of Canon's parts, and the orientation", () => {
    const { blocks, orientation } = inspected(cr3, FILE);
    expect(orientation).toBe(6);
    const names = blocks.map(({ kind, name }) => `${kind}: ${name}`);
    expect(names.filter((name) => !name.startsWith("times"))).toEqual([
      "unknown: moov/trak[2] CTMD timestamp",
      "exif: moov/trak[2] CTMD record 7/0x8769",
      "exif: moov/trak[2] CTMD record 7/0x927c",
      "exif: moov/uuid Canon/CMT1",
      "exif: moov/uuid Canon/CMT2",
      "exif: moov/uuid Canon/CMT3",
      "exif: moov/uuid Canon/CMT4",
      "thumbnail: moov/uuid Canon/THMB",
      "xmp: uuid XMP",
      "thumbnail: uuid preview/PRVW",
    ]);
  });

  it("finds the place, the owner and the serial numbers, each in its own part", () => {
    const facts = reveal(new MemorySource(FILE), inspected(cr3, FILE));
    expect(facts.find(({ location }) => location)?.location).toEqual(PLACE);
    const values = facts.map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining(["Jane Doe", "012345678901", "987654321"]));
  });

  it("knows such files by their brand", () => {
    expect(cr3.recognises(FILE.subarray(0, 64))).toBe(true);
  });
});

describe("a stripped CR3 file", () => {
  it("tells nothing of people, places and the one camera, and keeps what converters need", () => {
    const clean = strippedSafely("everything");
    const stays: ReadonlySet<string> = staysIn("cr3");
    expect(factsIn(clean).filter((fact) => !stays.has(fact.split("/")[1] ?? ""))).toEqual([]);
    expect(latin1(clean)).not.toMatch(/Jane|012345678901|Greenwich|2021:07|date and time/);
    expect(latin1(clean)).toMatch(/Example R5/);
    for (const kept of ["white balance", "exposure", "small picture", "preview", "sensor data"]) {
      expect(latin1(clean)).toContain(kept);
    }
    expect(inspected(cr3, clean).orientation).toBe(6);
  });

  it("keeps the day and time where the plan says so", () => {
    const dated = latin1(strippedSafely("identity"));
    expect(dated).toContain("2021:07:14 09:30:00");
    expect(dated).not.toMatch(/Jane|012345678901/);
  });

  it("loses its place alone where only that is asked", () => {
    const clean = strippedSafely("location");
    expect(factsIn(clean).filter((fact) => fact.startsWith("location"))).toEqual([]);
    expect(latin1(clean)).toContain("Jane Doe");
    expect(latin1(clean)).not.toContain("Greenwich");
  });
});

describe("a damaged CR3 file", () => {
  /** The answer, or the typed refusal, is right for every one of these files. */
  const expectAnswers = (files: readonly Uint8Array[]) => {
    for (const file of files) expect(wrongWith(cr3, file)).toBeUndefined();
  };

  it("is answered for when cut anywhere", () => {
    expectAnswers(cuts(FILE).filter((_, length) => length % 3 === 0));
  });

  it("is answered for when bytes are changed", () => {
    expectAnswers(flips(FILE));
  });

  it("is answered for when numbers are nothing or far too much", () => {
    const offsets = Array.from(FILE, (_, at) => at).filter((at) => at % 5 === 0);
    expectAnswers(extremes(FILE, offsets));
  });
});
