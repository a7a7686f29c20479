import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { readPayload } from "../content.ts";
import { reveal } from "../reveal/reveal.ts";
import { box, bytesOf, ftyp, fullBox, u32, uuidBox, zeros } from "../testing/bmff-builder.ts";
import { buildFilm, LOCI } from "../testing/bmff-film.ts";
import {
  auxC,
  buildHeif,
  exifContent,
  type HeifSpec,
  hvcC,
  type ItemSpec,
  iccColour,
  irot,
  ispe,
  PIXELS,
  PLAIN_PROPERTIES,
  picture,
} from "../testing/bmff-heif.ts";
import { ascii, xmpText } from "../testing/content-builder.ts";
import { exifPointer, gpsPointer, PLACE } from "../testing/content-cases.ts";
import { bytesAt, inspected, isUntouched, PLANS, stripped } from "../testing/harness.ts";
import { buildTiff } from "../testing/tiff-builder.ts";
import { avif, heif } from "./heif.ts";

const TIFF = buildTiff([
  [
    { tag: 0x010f, text: "Example" },
    exifPointer([{ tag: 0x9003, text: "2021:07:14 09:30:00" }]),
    gpsPointer(),
  ],
]);
const EXIF: ItemSpec = { id: 2, type: "Exif", content: exifContent(TIFF) };
const XMP: ItemSpec = {
  id: 3,
  type: "mime",
  contentType: "application/rdf+xml",
  content: ascii(xmpText('photoshop:City="Greenwich" tiff:Make="Example"')),
};
const DESCRIBES = [
  ["cdsc", 2, 1],
  ["cdsc", 3, 1],
] as const;
const FULL: HeifSpec = { items: [picture(), EXIF, XMP], references: DESCRIBES };
const full = (change: Partial<HeifSpec> = {}) => buildHeif({ ...FULL, ...change });

const namesIn = (bytes: Uint8Array) =>
  inspected(heif, bytes).blocks.map(({ kind, name }) => `${kind}: ${name}`);
const contentOf = (bytes: Uint8Array, index: number) => {
  const block = inspected(heif, bytes).blocks[index];
  return block && readPayload(new MemorySource(bytes), block);
};
const factsIn = (bytes: Uint8Array) =>
  reveal(new MemorySource(bytes), inspected(heif, bytes)).map(
    ({ kind, type }) => `${kind}/${type}`,
  );
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const refusal = (bytes: Uint8Array) => {
  const result = heif.strip(new MemorySource(bytes), PLANS.everything);
  return result.ok ? undefined : result.error;
};

describe("a HEIF file's inspection", () => {
  it("finds Exif and XMP items, each without what stands before its content", () => {
    const bytes = full();
    expect(namesIn(bytes)).toEqual(["exif: Exif item 2", "xmp: XMP item 3"]);
    expect([contentOf(bytes, 0), contentOf(bytes, 1)]).toEqual([TIFF, XMP.content]);
  });

  it.each([
    ["in version 0 of the location table", { ilocVersion: 0 }],
    ["in version 2 of the location table", { ilocVersion: 2 }],
    ["with 32-bit item numbers", { infeVersion: 3 }],
    ["in the data box of the item table", { items: [picture(), { ...EXIF, place: "idat" }, XMP] }],
    ["in two extents", { items: [picture(), { ...EXIF, extents: 2 }, { ...XMP, extents: 3 }] }],
    [
      "without Exif's own header",
      { items: [picture(), { ...EXIF, content: exifContent(TIFF, "") }, XMP] },
    ],
    [
      "with an offset that forgets it",
      { items: [picture(), { ...EXIF, content: bytesOf(u32(0), "Exif\0\0", TIFF) }, XMP] },
    ],
    [
      "behind 52 bytes of brands",
      { brands: ["heic", ..."mif1 MiHE MiPr miaf MiHB heic tmap AAAA BBBB".split(" ")] },
    ],
  ] satisfies [string, Partial<HeifSpec>][])("reads the place %s", (_, change) => {
    const bytes = full(change);
    const place = reveal(new MemorySource(bytes), inspected(heif, bytes)).find(
      (fact) => fact.location,
    );
    expect(place?.location?.lat).toBe(PLACE.lat);
    expect(contentOf(bytes, 0)).toEqual(TIFF);
  });

  it("tells the size that is shown: of the primary item, turned as the file says", () => {
    const sideways = [ispe(64, 48), hvcC(), irot(1), ispe(8, 8)];
    const small: ItemSpec = { ...picture([4]), id: 9 };
    const bytes = full({
      items: [small, picture([1, 2, 3])],
      references: [],
      properties: sideways,
    });
    expect(inspected(heif, bytes)).toMatchObject({
      size: { width: 48, height: 64 },
      orientation: 1,
    });
  });

  it("names all that draws nothing, wherever it stands", () => {
    const bytes = full({
      items: [picture(), { id: 4, type: "uri ", content: ascii("model output") }],
      references: [],
      properties: [
        ...PLAIN_PROPERTIES,
        iccColour("profile"),
        fullBox("udes", 0, 0, "en\0Our garden\0\0\0"),
      ],
      inMeta: [uuidBox("0123456789abcdef0123456789abcdef", "maker"), box("free", "remains")],
      before: box("jumb", "claims"),
      after: [box("mpvd", "film"), ftyp("isom"), box("moov")],
    });
    expect(namesIn(bytes)).toEqual([
      "icc: ipco/colr",
      "text: ipco/udes",
      "unknown: meta/uuid 0123456789abcdef0123456789abcdef",
      "padding: meta/free",
      "c2pa: jumb",
      "unknown: uri  item 4",
      "video: mpvd",
      "video: appended file",
    ]);
  });

  it("tells the place that an appended film names", () => {
    const film = buildFilm({ tracks: [], inMoov: box("udta", LOCI) });
    const bytes = full({ items: [picture()], references: [], after: film });
    const facts = reveal(new MemorySource(bytes), inspected(heif, bytes));
    expect(facts.find(({ location }) => location)?.location).toEqual(PLACE);
  });

  it("is silent about free space of zeros", () => {
    expect(namesIn(buildHeif({ items: [picture()], after: box("free", zeros(50)) }))).toEqual([]);
  });

  it("finds remains between the items' bytes", () => {
    const bytes = buildHeif({ items: [picture(), { ...EXIF, id: 2 }], references: [] });
    // The item's entry is forgotten, as careless editors do: its bytes are still there.
    const forgotten = Buffer.from(bytes);
    forgotten.write("free", forgotten.indexOf("infe", forgotten.indexOf("infe") + 4), "latin1");
    expect(namesIn(forgotten)).toEqual(["padding: mdat unreferenced"]);
    expect(factsIn(forgotten)).toContain("location/gps");
    expect(latin1(stripped(heif, forgotten))).not.toContain("Example");
  });
});

describe("a stripped HEIF file", () => {
  it("keeps its length and its pixels and says nothing more", () => {
    const bytes = full();
    const clean = stripped(heif, bytes);
    expect(clean.length).toBe(bytes.length);
    expect(bytesAt(clean, inspected(heif, clean).pixels)).toEqual(
      bytesAt(bytes, inspected(heif, bytes).pixels),
    );
    expect(namesIn(clean)).toEqual([]);
    expect(latin1(clean)).not.toMatch(/Greenwich|Example|xmpmeta|Exif\0\0(II|MM)/);
    expect(isUntouched(heif, clean)).toBe(true);
  });

  it.each([0, 1, 2] as const)("is clean with location tables of version %i", (ilocVersion) => {
    expect(namesIn(stripped(heif, full({ ilocVersion })))).toEqual([]);
  });

  it("leaves a valid, empty TIFF structure in the Exif item", () => {
    const clean = stripped(heif, buildHeif({ items: [picture(), { ...EXIF, extents: 2 }] }));
    expect(latin1(clean)).toContain("II*\0\x08\0\0\0\0\0");
  });

  it("keeps day and time where the plan says so, and is done after one strip", () => {
    const dated = stripped(heif, full(), "identity");
    expect(factsIn(dated)).toEqual(["time/capture-time"]);
    expect(isUntouched(heif, dated, "identity")).toBe(true);
  });

  it("loses the place alone where only that is asked", () => {
    const bytes = full();
    const placeless = stripped(heif, bytes, "location");
    expect(latin1(placeless)).not.toContain("Greenwich");
    expect(factsIn(placeless).filter((fact) => fact.startsWith("location"))).toEqual([]);
    expect(factsIn(placeless)).toContain("device/device-model");
  });

  it("loses its thumbnail, and no reference leads to it any more", () => {
    const thumbnail: ItemSpec = {
      ...picture(),
      id: 4,
      content: ascii("earlier, uncropped picture"),
    };
    const bytes = full({ items: [picture(), thumbnail], references: [["thmb", 4, 1]] });
    expect(namesIn(bytes)).toEqual(["thumbnail: thumbnail item 4"]);
    const clean = stripped(heif, bytes);
    expect(namesIn(clean)).toEqual([]);
    expect(latin1(clean)).not.toMatch(/thmb|uncropped/);
  });

  it("keeps a thumbnail with its own alpha plane, which decoders would miss", () => {
    const parts = [4, 5].map((id) => ({ ...picture(), id, content: ascii(`part ${id}`) }));
    const references = [
      ["thmb", 4, 1],
      ["auxl", 5, 4],
    ] as const;
    const bytes = full({ items: [picture(), ...parts], references });
    expect(isUntouched(heif, bytes)).toBe(true);
  });

  it("keeps the gain map, and of its XMP what it needs", () => {
    const tone = `<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:m="http://ns.apple.com/HDRGainMap/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" m:HDRGainMapVersion="65536" photoshop:City="Greenwich"/></rdf:RDF></x:xmpmeta>`;
    const bytes = full({
      items: [picture(), { ...picture([1, 2, 3]), id: 4 }, { ...XMP, content: ascii(tone) }],
      properties: [...PLAIN_PROPERTIES, auxC("urn:com:apple:photo:2020:aux:hdrgainmap")],
      references: [
        ["auxl", 4, 1],
        ["cdsc", 3, 4],
      ],
    });
    expect(namesIn(bytes)).toEqual(["gain-map: gain map item 4", "xmp: XMP item 3"]);
    const clean = latin1(stripped(heif, bytes));
    expect(clean).toContain('HDRGainMapVersion="65536"');
    expect(clean).not.toMatch(/Greenwich|XMP Core/);
  });

  it("ends where the appended film began", () => {
    const still = full();
    const moving = full({ after: [box("mpvd", "film"), ftyp("isom"), box("moov")] });
    expect(stripped(heif, moving)).toEqual(stripped(heif, still));
  });

  it("keeps its colour profile", () => {
    const bytes = buildHeif({
      items: [picture()],
      properties: [...PLAIN_PROPERTIES, iccColour("P3")],
    });
    expect(isUntouched(heif, bytes)).toBe(true);
  });
});

describe("a HEIF file that cannot be changed safely", () => {
  it("is refused where metadata shares bytes with the picture", () => {
    const content = PIXELS.slice(4, 24);
    const shared: ItemSpec = { id: 2, type: "Exif", content, at: { item: 1, offset: 4 } };
    const bytes = buildHeif({ items: [picture(), shared] });
    expect(refusal(bytes)).toEqual({ code: "format-read-only", subject: "shared item bytes" });
  });

  it("is refused where an extent leaves the file", () => {
    const bytes = full();
    expect(heif.inspect(new MemorySource(bytes.slice(0, -1)), "full")).toMatchObject({ ok: false });
  });
});

describe("HEIF and AVIF", () => {
  it("are told apart by their brands", () => {
    const heads: [string[], string | undefined][] = [
      [["heic", "mif1"], "heif"],
      [["mif1", "heic", "avif"], "avif"],
      [["avif"], "avif"],
      [["isom", "mp41"], undefined],
      [["crx "], undefined],
    ];
    for (const [[major = "", ...rest], id] of heads) {
      const head = ftyp(major, ...rest);
      expect([heif, avif].find((format) => format.recognises(head))?.id).toBe(id);
    }
  });
});
