import { describe, expect, it } from "vitest";
import {
  buildJpeg,
  buildVideo,
  bytesOf,
  comment,
  concat,
  exif,
  icc,
  indexedJpeg,
  jfif,
  mpf,
  segment,
  xmp,
} from "../testing/jpeg-builder.ts";
import { inspected, LOCATION, only, pixelsOf, stripped } from "../testing/stripping.ts";
import { jpeg } from "./jpeg.ts";
import { announcesGainMap, gainMapXmp, mainSegment, mapSegment } from "./jpeg-hdr-xmp.ts";
import { mpfSegment } from "./jpeg-mpf.ts";

const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const HDRGM = 'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/"';
const packet = (attributes: string, elements = "") =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${RDF}><rdf:Description ${attributes}>${elements}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const MAIN_PACKET = (mapBytes: number) =>
  packet(
    `${HDRGM} xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" hdrgm:Version="1.0" photoshop:City="Anytown"`,
    `<Container:Directory><rdf:Seq><rdf:li><Container:Item Item:Semantic="Primary"/></rdf:li><rdf:li><Container:Item Item:Semantic="GainMap" Item:Length="${mapBytes}"/></rdf:li></rdf:Seq></Container:Directory>`,
  );
const MAP_VALUES = 'hdrgm:Version="1.0" hdrgm:GainMapMax="2.3" hdrgm:HDRCapacityMax="2.3"';
const MAP_PACKET = packet(`${HDRGM} ${MAP_VALUES}`, "<dc:creator>J. Doe</dc:creator>");
const MAP_SAYS = gainMapXmp(MAP_PACKET);
const ISO = "urn:iso:std:iso:ts:21496:-1\0";
const ISO_MAIN = segment(0xe2, concat(ISO, [0, 0, 0, 0]));
const ISO_MAP = segment(0xe2, concat(ISO, [0, 0, 0, 0], new Uint8Array(57).fill(1)));

/** The index as a strip writes it. */
const ownMpf: typeof mpf = ([main, map]) =>
  mpfSegment([
    { attribute: 0x030000, size: main?.size ?? 0, offset: 0 },
    { attribute: 0, size: map?.size ?? 0, offset: map?.offset ?? 0 },
  ]);

const cleanMap = (...also: readonly Uint8Array[]) =>
  buildJpeg(MAP_SAYS ? [mapSegment(MAP_SAYS), ...also] : []);
const CLEAN = indexedJpeg([jfif(), mainSegment(cleanMap().length)], cleanMap(), ownMpf);

describe("an Ultra HDR photo", () => {
  const map = buildJpeg([exif("II*\0GPS"), xmp(MAP_PACKET), comment("mine")]);
  const photo = indexedJpeg([jfif(), exif("II*\0GPS"), xmp(MAIN_PACKET(map.length))], map);

  it("keeps its gain map, and of all metadata only what that needs", () => {
    expect(stripped(jpeg, photo)).toEqual(CLEAN);
  });

  it("is clean after that: the index, both packets and both pictures are one gain map", () => {
    expect(inspected(jpeg, CLEAN).blocks.map(({ kind, name }) => [kind, name])).toEqual([
      ["jfif", "APP0 JFIF"],
      ["gain-map", "HDR gain map"],
    ]);
    expect(stripped(jpeg, CLEAN)).toEqual(CLEAN);
    expect(pixelsOf(jpeg, CLEAN)).toBe(pixelsOf(jpeg, photo));
  });

  it("lists what its gain map holds beside the picture", () => {
    expect(inspected(jpeg, photo).blocks.map(({ kind, name }) => [kind, name])).toEqual([
      ["jfif", "APP0 JFIF"],
      ["exif", "APP1 Exif"],
      ["xmp", "APP1 XMP"],
      ["mpf", "APP2 MPF"],
      ["gain-map", "HDR gain map"],
      ["exif", "MPF picture/APP1 Exif"],
      ["xmp", "MPF picture/APP1 XMP"],
      ["comment", "MPF picture/COM"],
    ]);
  });

  it("keeps both profiles, and ISO 21496-1 where both pictures have it", () => {
    const isoMap = buildJpeg([ISO_MAP, icc(1, 1, "map's"), comment("mine")]);
    const isoPhoto = indexedJpeg([icc(1, 1, "photo's"), ISO_MAIN, comment("mine")], isoMap);
    expect(stripped(jpeg, isoPhoto)).toEqual(
      indexedJpeg(
        [icc(1, 1, "photo's"), ISO_MAIN],
        buildJpeg([ISO_MAP, icc(1, 1, "map's")]),
        ownMpf,
      ),
    );
  });

  it("loses a video and further pictures appended to it", () => {
    const more = indexedJpeg([jfif(), xmp(MAIN_PACKET(map.length))], map, mpf, [
      buildVideo(),
      buildJpeg(),
    ]);
    expect(stripped(jpeg, more)).toEqual(CLEAN);
  });

  it("keeps every byte but the place when only the location goes", () => {
    const result = bytesOf(stripped(jpeg, photo, LOCATION));
    expect(result).toHaveLength(photo.length);
    expect(Buffer.from(result).toString("latin1")).not.toContain("Anytown");
    expect(Buffer.from(result).toString("latin1")).toContain("J. Doe");
    expect(pixelsOf(jpeg, result)).toBe(pixelsOf(jpeg, photo));
  });

  it("tells its index the truth when a segment before it goes", () => {
    const vendor = indexedJpeg([segment(0xec, "Ducky\0\x01"), xmp(MAIN_PACKET(map.length))], map);
    const result = bytesOf(stripped(jpeg, vendor, only("device")));
    expect(result.length).toBeLessThan(vendor.length);
    expect(inspected(jpeg, result).blocks.some(({ kind }) => kind === "gain-map")).toBe(true);
    expect(stripped(jpeg, result, only("device"))).toEqual(result);
  });
});

describe("a gain map that is not understood", () => {
  const bare = buildJpeg([jfif()]);
  const map = buildJpeg([xmp(MAP_PACKET)]);

  it("goes with all its metadata when the main picture does not announce it", () => {
    expect(stripped(jpeg, indexedJpeg([jfif(), ISO_MAIN], map))).toEqual(bare);
  });

  it("goes when its numbers are not all known", () => {
    for (const odd of ['hdrgm:Secret="1"', 'hdrgm:Gamma="J. Doe"', 'hdrgm:GainMapMax="1"']) {
      const strange = buildJpeg([xmp(packet(`${HDRGM} ${MAP_VALUES} ${odd}`))]);
      expect(stripped(jpeg, indexedJpeg([jfif(), xmp(MAIN_PACKET(9))], strange))).toEqual(bare);
    }
  });

  it("goes when the index does not list it where it is", () => {
    const lying: typeof mpf = ([main, second]) =>
      mpf([main ?? { size: 0, offset: 0 }, { size: 9, offset: (second?.offset ?? 0) + 1 }]);
    expect(stripped(jpeg, indexedJpeg([jfif(), xmp(MAIN_PACKET(9))], map, lying))).toEqual(bare);
  });

  it("goes when it is cut", () => {
    const cut = map.slice(0, -2);
    expect(stripped(jpeg, indexedJpeg([jfif(), xmp(MAIN_PACKET(9))], cut))).toEqual(bare);
  });

  it("goes when two pictures could be it", () => {
    const three: typeof mpf = (entries) => {
      const offset = entries[1]?.offset ?? 0;
      return mpf([...entries, { size: map.length, offset: offset + map.length }]);
    };
    const head = [jfif(), xmp(MAIN_PACKET(9))];
    const size = buildJpeg([
      ...head,
      three([
        { size: 0, offset: 0 },
        { size: 0, offset: 0 },
      ]),
    ]).length;
    const offset = size - (2 + concat(...head).length + 8);
    const main = buildJpeg([
      ...head,
      three([
        { size, offset: 0 },
        { size: map.length, offset },
      ]),
    ]);
    expect(stripped(jpeg, concat(main, map, map))).toEqual(bare);
  });
});

describe("pictures that an index lists beside a gain map's place", () => {
  it("are previews and go", () => {
    const preview = buildJpeg([exif("II*\0")]);
    expect(stripped(jpeg, indexedJpeg([jfif()], preview))).toEqual(buildJpeg([jfif()]));
  });
});

describe("the packets of a gain map", () => {
  it("are read from attributes and elements, one value or one a channel, under any prefix", () => {
    const list =
      "<g:GainMapMax><rdf:Seq><rdf:li>1.5</rdf:li><rdf:li>2</rdf:li><rdf:li>2.5</rdf:li></rdf:Seq></g:GainMapMax>";
    const map = packet(
      "xmlns:g='http://ns.adobe.com/hdr-gain-map/1.0/' g:Version='1.0'",
      `${list}<g:HDRCapacityMax>2.3</g:HDRCapacityMax><g:BaseRenditionIsHDR>False</g:BaseRenditionIsHDR>`,
    );
    const says = gainMapXmp(map);
    expect(says).toEqual({
      is: "hdrgm",
      properties: [
        ["Version", ["1.0"]],
        ["GainMapMax", ["1.5", "2", "2.5"]],
        ["HDRCapacityMax", ["2.3"]],
        ["BaseRenditionIsHDR", ["False"]],
      ],
    });
    const own = says ? Buffer.from(mapSegment(says)).toString("latin1") : "";
    expect(gainMapXmp(own)).toEqual(says);
  });

  it("are Apple's only with the headroom, which else stands in the maker note", () => {
    const apple = (more: string) =>
      packet(
        `xmlns:HDRGainMap="http://ns.apple.com/HDRGainMap/1.0/" xmlns:apdi="http://ns.apple.com/pixeldatainfo/1.0/" HDRGainMap:HDRGainMapVersion="131072" apdi:AuxiliaryImageType="urn:com:apple:photo:2020:aux:hdrgainmap"${more}`,
      );
    expect(gainMapXmp(apple(""))).toBeUndefined();
    const says = gainMapXmp(apple(' HDRGainMap:HDRGainMapHeadroom="6.18"'));
    expect(says?.is).toBe("apple");
    expect(says && gainMapXmp(Buffer.from(mapSegment(says)).toString("latin1"))).toEqual(says);
  });

  it("announce a gain map in the main picture by its version alone", () => {
    expect(announcesGainMap(MAIN_PACKET(5))).toBe(true);
    expect(announcesGainMap(Buffer.from(mainSegment(5)).toString("latin1"))).toBe(true);
    expect(announcesGainMap(packet(HDRGM))).toBe(false);
  });
});
