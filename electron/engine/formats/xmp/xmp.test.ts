import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blankPayload } from "../content.ts";
import { ascii, buildXmp, xmpText } from "../testing/content-builder.ts";
import { dropXmp, readXmp, type XmpProperty, xmpMeaning } from "./xmp.ts";

const names = (bytes: Uint8Array) =>
  readXmp(bytes).properties.map(({ name, value }) => `${name}=${value}`);
const isGps = ({ name }: XmpProperty) => name.startsWith("GPS");
const dropGps = (bytes: Uint8Array) => dropXmp(bytes, readXmp(bytes), isGps);
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

describe("an XMP packet", () => {
  it("is read from attributes, elements, lists and structures alike", () => {
    const packet = buildXmp(
      'exif:GPSLatitude="51,30.5N" xmp:CreatorTool="A &amp; B&#x21;"',
      `<dc:creator><rdf:Seq><rdf:li>Jane Sample</rdf:li><rdf:li>José</rdf:li></rdf:Seq></dc:creator>
       <photoshop:City><![CDATA[Springfield]]></photoshop:City>
       <Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Lyon</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>`,
    );
    expect(readXmp(packet).isWhole).toBe(true);
    expect(names(packet)).toEqual([
      "GPSLatitude=51,30.5N",
      "CreatorTool=A & B!",
      "creator=Jane Sample; José",
      "City=Springfield",
      "LocationShown=",
      "City=Lyon",
    ]);
  });

  it.each([true, false])("is read as UTF-16, big-endian %s", (big) => {
    const packet = utf16(xmpText('dc:title="日本" exif:GPSLongitude="1,2N"'), big);
    expect(names(packet)).toEqual(["title=日本", "GPSLongitude=1,2N"]);
    const clean = dropGps(packet);
    expect(clean.length).toBe(packet.length);
    expect(readXmp(clean).isWhole).toBe(true);
    expect(names(clean)).toEqual(["title=日本"]);
  });

  it("is understood by the namespaces it declares, not by the letters before the colon", () => {
    const text = xmpText("", '<q:City xmlns:q="http://ns.adobe.com/photoshop/1.0/">Lyon</q:City>');
    const packet = readXmp(ascii(text));
    const [city] = packet.properties;
    expect(city && xmpMeaning(packet, city)).toEqual({ kind: "location", type: "place-name" });
  });

  it("is understood by customary letters where it declares none", () => {
    const bare = ascii('<rdf:RDF><rdf:Description photoshop:City="Lyon"/></rdf:RDF>');
    const packet = readXmp(bare);
    expect(packet.properties.map(({ uri }) => uri)).toEqual(["http://ns.adobe.com/photoshop/1.0"]);
  });

  it("keeps its length and stays well-formed when properties go, wherever they stand", () => {
    const packet = buildXmp(
      'exif:GPSLatitude="51,30.5N" dc:title="t"',
      "<exif:GPSLongitude>0,7.5W</exif:GPSLongitude><dc:rights>mine</dc:rights>",
    );
    const clean = dropGps(packet);
    expect(clean.length).toBe(packet.length);
    expect(names(clean)).toEqual(["title=t", "rights=mine"]);
    expect(Buffer.from(clean).includes("51,30")).toBe(false);
    expect(dropGps(clean)).toBe(clean);
  });

  it.each([
    ["breaks off", '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>'],
    ["has a document type", '<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta xmlns:x="adobe:ns:meta/"/>'],
    ["closes what it did not open", "<rdf:RDF></rdf:Description></rdf:RDF>"],
    ["is no XML", "no XML at all"],
    ["is nested too deep", "<a:b>".repeat(200) + "</a:b>".repeat(200)],
  ])("is not called whole when it %s", (_, text) => {
    expect(readXmp(ascii(text)).isWhole).toBe(false);
  });

  it("never expands an entity of its own", () => {
    const text = '<rdf:RDF><rdf:Description dc:title="&lol;&lol;"/></rdf:RDF>';
    expect(names(ascii(text))).toEqual(["title=&lol;&lol;"]);
  });

  it("says nothing when it is blank", () => {
    expect(readXmp(blankPayload("xmp", 100))).toEqual({ properties: [], isWhole: true });
    expect(readXmp(new Uint8Array(50))).toEqual({ properties: [], isWhole: true });
  });

  it("tells a part by the structure it stands in, unless its own name tells more", () => {
    const packet = readXmp(
      buildXmp(
        "",
        `<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name="Jane Sample" mwg-rs:Type="Face"/></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`,
      ),
    );
    const types = packet.properties.map((property) => {
      const meaning = xmpMeaning(packet, property);
      return [property.name, typeof meaning === "string" ? meaning : meaning.type];
    });
    expect(types).toEqual([
      ["Regions", "face-region"],
      ["RegionList", "face-region"],
      ["Name", "person-name"],
      ["Type", "face-region"],
    ]);
  });
});

const XMLISH = fc
  .array(
    fc.constantFrom(
      ..."< > / = \" ' & ; ? ! - exif:GPSLatitude rdf:li xmlns: <!-- --> <?x ?> <![CDATA[ ]]> </ \0 é &#x41;".split(
        " ",
      ),
      " ",
    ),
    { maxLength: 60 },
  )
  .map((parts) => ascii(parts.join("")));

describe("whatever the bytes", () => {
  const anything = fc.oneof(fc.uint8Array({ maxLength: 300 }), XMLISH);

  it("the reader ends and stays inside them", () => {
    fc.assert(
      fc.property(anything, (bytes) => {
        for (const { start, end } of readXmp(bytes).properties) {
          if (start < 0 || end < start || end > bytes.length) return false;
        }
        return true;
      }),
      { numRuns: 500 },
    );
  });

  it("an edit keeps the length and leaves nothing to a second one", () => {
    fc.assert(
      fc.property(anything, (bytes) => {
        const once = dropXmp(bytes, readXmp(bytes), () => true);
        return once.length === bytes.length;
      }),
    );
  });

  it("an edit of a whole packet leaves nothing to a second one", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.boolean(), (text, isAttribute) => {
        const safe = text.replace(/[<>&"]/g, "");
        const packet = isAttribute
          ? buildXmp(`exif:GPSLatitude="${safe}"`)
          : buildXmp("", `<exif:GPSLatitude>${safe}</exif:GPSLatitude>`);
        const once = dropGps(packet);
        return readXmp(once).isWhole && names(once).length === 0 && dropGps(once) === once;
      }),
    );
  });
});
