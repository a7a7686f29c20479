import type { XmlAttribute } from "./xml.ts";

/** The namespaces an element sees: its own, then those around it. */
export interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly around: Scope | undefined;
}

/** The prefixes that writers mean when they forget to declare them. */
const CUSTOMARY: Readonly<Record<string, string>> = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  x: "adobe:ns:meta/",
  xml: "http://www.w3.org/XML/1998/namespace",
  dc: "http://purl.org/dc/elements/1.1/",
  exif: "http://ns.adobe.com/exif/1.0/",
  exifEX: "http://cipa.jp/exif/1.0/",
  aux: "http://ns.adobe.com/exif/1.0/aux/",
  tiff: "http://ns.adobe.com/tiff/1.0/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xap: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
  xapMM: "http://ns.adobe.com/xap/1.0/mm/",
  xmpRights: "http://ns.adobe.com/xap/1.0/rights/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  crs: "http://ns.adobe.com/camera-raw-settings/1.0/",
  Iptc4xmpCore: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
  Iptc4xmpExt: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
  "drone-dji": "http://www.dji.com/drone-dji/1.0/",
  "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
};

/** The scope inside an element: that of its parent where it declares nothing. */
export function namespacesOf(
  attributes: readonly XmlAttribute[],
  around: Scope | undefined,
): Scope {
  const own = new Map<string, string>();
  for (const { name, value } of attributes) {
    if (name === "xmlns") own.set("", value);
    else if (name.startsWith("xmlns:")) own.set(name.slice(6), value);
  }
  return own.size === 0 && around ? around : { own, around };
}

/** A prefix's namespace as declared, else as it is customary, else "". */
export function uriOf(scope: Scope, prefix: string): string {
  for (let seen: Scope | undefined = scope; seen; seen = seen.around) {
    const uri = seen.own.get(prefix);
    if (uri !== undefined) return uri;
  }
  return CUSTOMARY[prefix] ?? "";
}

/** "exif:GPSLatitude" → ["exif", "GPSLatitude"]; no prefix is "". */
export function splitName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}
