import { beforeAll, describe, expect, it } from "vitest";
import { MemorySource } from "../../electron/base/bytes.ts";
import type { Inspection } from "../../electron/engine/formats/format.ts";
import { formatOf } from "../../electron/engine/formats/registry.ts";
import { reveal } from "../../electron/engine/formats/reveal/reveal.ts";
import type { Revelation } from "../../shared/policy/metadata-risk.ts";
import { claimsOf, isReported } from "./claims.ts";
import {
  type OracleRow,
  oracleRows,
  PHOTOS,
  photoBytes,
  photoNames,
  sha256,
  tellWhatIsMissing,
} from "./corpus.ts";
import { DIFFERENCES } from "./differences.ts";
import { exiftool, isExifToolThere, type Tags } from "./exiftool.ts";

/* What ExifTool sees in public sample photos, we see. */

interface Seen {
  readonly inspection: Inspection;
  readonly facts: readonly Revelation[];
}

function seen(name: string): Seen {
  const file = new MemorySource(photoBytes(name));
  const read = formatOf(file)?.inspect(file, "full");
  if (!read?.ok) throw new Error(`${name}: ${JSON.stringify(read?.error ?? "no format")}`);
  return { inspection: read.value, facts: reveal(file, read.value) };
}

const has = ({ facts }: Seen, kind: string) => facts.some((fact) => fact.kind === kind);
const word = ({ kind, type }: Revelation) => `${kind}/${type}`;

tellWhatIsMissing(isExifToolThere);

describe.runIf(photoNames.length > 0)("what sample photos give away", () => {
  const all = new Map<string, Seen>();
  beforeAll(() => {
    for (const name of photoNames) all.set(name, seen(name));
  });

  it("is all that the oracle kept with them names", () => {
    const rows = oracleRows();
    expect([...rows.keys()].sort()).toEqual(photoNames);
    const wrong = [...rows].flatMap(([name, row]) => {
      const ours = all.get(name);
      return ours ? lacking(name, row, ours).map((what) => `${name}: ${what}`) : [name];
    });
    expect(wrong).toEqual([]);
  });

  it.runIf(isExifToolThere)(
    "is all that today's ExifTool names, or the difference is explained",
    async () => {
      const oracle = await exiftool(PHOTOS);
      expect([...oracle.keys()].sort()).toEqual(photoNames);
      const table = [...oracle].flatMap(([name, tags]) =>
        differences(name, tags, all.get(name)?.facts),
      );
      console.log(`ExifTool and Safelight name things differently in ${table.length} places:`);
      for (const { row, because } of table)
        console.log(`  ${row}\n    ${because ?? "UNEXPLAINED"}`);
      expect(table.filter(({ because }) => because === undefined)).toEqual([]);
      const explained = new Set(table.map(({ because }) => because));
      expect(DIFFERENCES.filter(({ because }) => !explained.has(because))).toEqual([]);
    },
  );
});

/** The tags that no fact of ours answers to, and why. */
function differences(name: string, tags: Tags, facts: readonly Revelation[] = []) {
  return claimsOf(tags)
    .filter((claim) => !isReported(claim, facts))
    .map(({ tag, value }) => {
      const known = DIFFERENCES.find((one) => one.tag === tag && one.file.test(name));
      const isTrue = known && (known.told === null || facts.map(word).includes(known.told));
      return { row: `${name}  ${tag}  ${value}`, because: isTrue ? known.because : undefined };
    });
}

/** Canon's old CIFF counts as a MakerNote there. */
const MAKERS: ReadonlySet<string> = new Set(["maker-note", "vendor-block"]);

/** What the kept answers say and we do not. */
function lacking(name: string, row: OracleRow, ours: Seen): readonly string[] {
  const { inspection, facts } = ours;
  const blocks = new Set(inspection.blocks.map(({ kind }) => kind));
  const [lat, lon] = row.exifGps ?? [Number.NaN, Number.NaN];
  const isNear = ({ location }: Revelation) =>
    location !== null && Math.abs(location.lat - lat) < 1e-5 && Math.abs(location.lon - lon) < 1e-5;
  const checks: readonly (readonly [string, boolean, boolean])[] = [
    ["is another file", true, sha256(photoBytes(name)) === row.sha256],
    ["coordinates", row.exifGps !== null, facts.some(isNear)],
    ["location", row.hasLocation, has(ours, "location")],
    ["serial number", row.serialTags.length > 0, has(ours, "device")],
    ["owner", row.ownerTags.length > 0, has(ours, "identity") || has(ours, "device")],
    ["thumbnail", row.hasThumbnail, has(ours, "thumbnail")],
    ["MakerNote", row.hasMakerNote, facts.some(({ type }) => MAKERS.has(type))],
    ["XMP", row.hasXMP, blocks.has("xmp") || blocks.has("exif")],
    ["IPTC", row.hasIPTC, blocks.has("photoshop") || blocks.has("iptc") || blocks.has("exif")],
    ["colour profile", row.hasICC, blocks.has("icc") || inspection.format === "tiff"],
    ["trailer", (row.jpegTrailing ?? 0) > 0, blocks.has("trailer") || blocks.has("padding")],
    [
      "orientation",
      row.orientation !== null && inspection.format !== "heif",
      inspection.orientation === row.orientation,
    ],
  ];
  return checks.filter(([, isAsked, isSo]) => isAsked && !isSo).map(([what]) => what);
}
