import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { reveal } from "../reveal/reveal.ts";
import {
  bytesAt,
  cuts,
  flips,
  inspected,
  isUntouched,
  PLANS,
  stripped,
  wrongWith,
} from "../testing/harness.ts";
import { buildTiff } from "../testing/tiff-builder.ts";
import { chunk, vp8, vp8x, webpFile } from "../testing/webp-builder.ts";
import { svg } from "./svg.ts";

const utf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf8"));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const blocksOf = (source: string) =>
  inspected(svg, utf8(source)).blocks.map(({ kind, name }) => [kind, name]);
const clean = (source: string) => text(stripped(svg, utf8(source)));

const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" width="40px" height="30" viewBox="0 0 4 3">';
const EDITOR =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:n="http://www.w3.org/1999/xlink"';
const METADATA =
  '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Test Person</dc:creator></rdf:Description></rdf:RDF></metadata>';

const PLACE = [
  { tag: 1, text: "N" },
  { tag: 2, type: 5, values: [51, 1, 30, 1, 0, 1] },
  { tag: 3, text: "E" },
  { tag: 4, type: 5, values: [2, 1, 17, 1, 0, 1] },
];
const TIFF = Buffer.concat([
  Buffer.from("Exif\0\0"),
  buildTiff([[{ tag: 0x8825, ifds: [PLACE] }]]),
]);
const DIRTY_PICTURE = webpFile([vp8x(8), vp8(), chunk("EXIF", TIFF)]);
const CLEAN_PICTURE = webpFile([vp8x(0), vp8()]);
const uri = (picture: Uint8Array) =>
  `data:image/webp;base64,${Buffer.from(picture).toString("base64")}`;

describe("an SVG", () => {
  it("that only draws is left alone", () => {
    const source = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [<!ENTITY a "b">]>\n${OPEN}<g id="a"><path d="M0 0"/><text>words</text></g><script>draw()</script></svg>\n`;
    expect(inspected(svg, utf8(source))).toEqual({
      format: "svg",
      size: { width: 40, height: 30 },
      orientation: 1,
      blocks: [],
      pixels: [{ start: 0, end: utf8(source).length }],
    });
    expect(isUntouched(svg, utf8(source))).toBe(true);
  });

  it("loses its metadata, title, description and comments", () => {
    const source = `<!-- by Test Person -->${OPEN}<title>home</title><desc>测试用户</desc>${METADATA}<g><!--x--><title>inner</title><path d="M0 0"/></g></svg><!-- end -->`;
    expect(blocksOf(source)).toEqual([
      ["comment", "comment"],
      ["text", "title"],
      ["text", "desc"],
      ["xmp", "metadata"],
      ["comment", "comment"],
      ["text", "title"],
      ["comment", "comment"],
    ]);
    expect(clean(source)).toBe(`${OPEN}<g><path d="M0 0"/></g></svg>`);
  });

  it("tells the names that stand in its metadata", () => {
    const bytes = utf8(`${OPEN}<title>测试用户</title>${METADATA}</svg>`);
    const facts = reveal(new MemorySource(bytes), inspected(svg, bytes));
    expect(facts.map(({ type, value }) => [type, value])).toEqual([
      ["caption", "测试用户"],
      ["author", "Test Person"],
    ]);
  });

  it("loses editors' elements and attributes, such as paths of files, and keeps links", () => {
    const source = `${EDITOR} sodipodi:docname="/home/test/secret.svg" width="1"><sodipodi:namedview id="v"><inkscape:grid/></sodipodi:namedview><image n:href="a.png" sodipodi:absref="/home/test/a.png"/><g inkscape:label="A"/><g inkscape:label="B"/></svg>`;
    expect(blocksOf(source)).toEqual([
      ["text", "attribute sodipodi:docname"],
      ["unknown", "sodipodi:namedview"],
      ["text", "attribute sodipodi:absref"],
      ["text", "attribute inkscape:label"],
    ]);
    expect(clean(source)).toBe(`${EDITOR}  width="1"><image n:href="a.png" /><g /><g /></svg>`);
  });

  it("loses what Adobe's programs keep for themselves, whose namespaces are entities", () => {
    const head = `<!DOCTYPE svg [ <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/"> ]>`;
    const root = '<svg xmlns:i="&ns_ai;" xmlns:xlink="&ns_xlink;">';
    const source = `${head}${root}<switch><g i:layer="yes" xlink:href="#a"/></switch><i:pgf id="x">AAAA</i:pgf></svg>`;
    expect(clean(source)).toBe(`${head}${root}<switch><g  xlink:href="#a"/></switch></svg>`);
  });

  it("keeps HTML that it shows and drops foreign languages", () => {
    const html =
      '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">words</div></foreignObject>';
    const source = `${OPEN}${html}<RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a/></RDF></svg>`;
    expect(clean(source)).toBe(`${OPEN}${html}</svg>`);
  });

  it("shows and strips what a picture inside it tells", () => {
    const source = (picture: Uint8Array) => `${OPEN}<image href="${uri(picture)}"/></svg>`;
    const bytes = utf8(source(DIRTY_PICTURE));
    expect(blocksOf(source(DIRTY_PICTURE))).toEqual([["image", "embedded webp"]]);
    const facts = reveal(new MemorySource(bytes), inspected(svg, bytes));
    expect(facts.find(({ type }) => type === "gps")?.location).toEqual({
      lat: 51.5,
      lon: expect.closeTo(2.2833, 4),
    });
    expect(clean(source(DIRTY_PICTURE))).toBe(source(CLEAN_PICTURE));
    expect(blocksOf(source(CLEAN_PICTURE))).toEqual([]);
  });

  it("finds pictures in style sheets and with line ends in them", () => {
    const broken = uri(DIRTY_PICTURE).replace(/(.{70})/g, "$1&#10;");
    const source = `${OPEN}<style>a{fill:url(${uri(DIRTY_PICTURE)})}</style><image href="${broken}"/></svg>`;
    const done = `${OPEN}<style>a{fill:url(${uri(CLEAN_PICTURE)})}</style><image href="${uri(CLEAN_PICTURE)}"/></svg>`;
    expect(clean(source)).toBe(done);
  });

  it("does not ask for pictures in what goes anyway", () => {
    const inside = `<title><![CDATA[${uri(DIRTY_PICTURE)}]]></title>`;
    const source = `${OPEN}${inside}<image href="${uri(DIRTY_PICTURE)}"/><!--${uri(DIRTY_PICTURE)}--></svg>`;
    expect(blocksOf(source).map(([kind]) => kind)).toEqual(["text", "image", "comment"]);
    expect(clean(source)).toBe(`${OPEN}<image href="${uri(CLEAN_PICTURE)}"/></svg>`);
  });

  it("whose picture inside cannot be read is not rewritten", () => {
    const bytes = utf8(`${OPEN}<image href="data:image/jpeg;base64,AAAA"/></svg>`);
    expect(svg.strip(new MemorySource(bytes), PLANS.everything)).toEqual({
      ok: false,
      error: { code: "format-read-only", subject: "picture inside SVG" },
    });
  });

  it("loses what stands behind its end", () => {
    expect(blocksOf(`${OPEN}</svg>\nsecret <b>`)).toEqual([["trailer", "text after the end"]]);
    expect(clean(`${OPEN}</svg>\nsecret <b>`)).toBe(`${OPEN}</svg>`);
  });

  it("loses only the place when only the place shall go", () => {
    const bytes = utf8(`${OPEN}<desc>at 51.50735, -0.12776</desc><title>home</title></svg>`);
    expect(text(stripped(svg, bytes, "location"))).toBe(`${OPEN}<title>home</title></svg>`);
  });
});

describe("an SVG's first bytes", () => {
  it.each([
    ["<svg>", true],
    ['\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="x">', true],
    ["<!DOCTYPE svg PUBLIC", true],
    ["<!-- Generator: Adobe Illustrator 27.0, SVG Export Plug-In . SVG Ver", true],
    ['<?xml version="1.0"?><s:svg xmlns:s="x">', true],
    ['<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC', false],
    ['<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta', false],
    ["<html><body><svg>", false],
    ["not <svg>", false],
  ])("%j: %s", (head, isSvg) => {
    expect(svg.recognises(utf8(head).subarray(0, 64))).toBe(isSvg);
  });
});

describe("a damaged SVG", () => {
  const FULL = utf8(
    `<?xml version="1.0"?><!--c-->${EDITOR} sodipodi:docname="d">${METADATA}<title>t</title><image n:href="${uri(DIRTY_PICTURE)}"/></svg>`,
  );

  it("is refused wherever it is cut", () => {
    const accepted = cuts(FULL).filter((cut) => svg.inspect(new MemorySource(cut), "full").ok);
    expect(accepted).toEqual([]);
  });

  it("gives a true answer or a failure for any changed byte", () => {
    const wrong = flips(FULL, 500).map((copy) => wrongWith(svg, copy));
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it("is refused where its elements do not close each other", () => {
    const read = svg.inspect(new MemorySource(utf8("<svg><g></svg></g>")), "full");
    expect(read).toEqual({
      ok: false,
      error: { code: "format-damaged", subject: "svg", offset: 8 },
    });
  });
});

it("takes no word for more than a name, whatever JavaScript means by it", () => {
  const source = `${OPEN}<constructor/><toString x="1"/></svg>`;
  expect(blocksOf(source)).toEqual([]);
});

it("holds for any drawing: one strip is enough, and what is drawn stays", () => {
  const part = fc.constantFrom(
    "<g>",
    "</g>",
    "<title>",
    "</title>",
    "<a:b>",
    "</a:b>",
    "<a:b/>",
    "<!-- c -->",
    "words",
    '<path a:c="1" d="M0 0"/>',
    METADATA,
    "<?pi x?>",
    "<![CDATA[<g>]]>",
    `<image href="${uri(DIRTY_PICTURE)}"/>`,
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
      const bytes = utf8(`${OPEN}${parts.join("")}</svg>`);
      expect(wrongWith(svg, bytes)).toBeUndefined();
      const read = svg.inspect(new MemorySource(bytes), "full");
      if (read.ok) expect(text(bytesAt(bytes, read.value.pixels))).not.toContain("<title>");
    }),
    { seed: 9, numRuns: 300 },
  );
});
