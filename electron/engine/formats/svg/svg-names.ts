import type { XmlAttribute } from "../xmp/xml.ts";

/** Namespaces that a viewer draws from; whatever else an editor writes is its own business. */
const DRAWN: ReadonlySet<string> = new Set([
  "http://www.w3.org/2000/svg",
  "http://www.w3.org/1999/xlink",
  "http://www.w3.org/1999/xhtml",
  "http://www.w3.org/1998/Math/MathML",
  "http://www.w3.org/2001/xml-events",
  "http://www.w3.org/XML/1998/namespace",
  "http://www.w3.org/2000/xmlns/",
]);
/** Prefixes that are drawn from where the file does not say in plain text what they stand for. */
const USUAL: ReadonlySet<string> = new Set(["svg", "xlink", "xml", "xmlns", "xhtml", "ev", "math"]);

/** Prefixes of one file and what they stand for. The first declaration of each counts. */
export class Prefixes {
  readonly #uris = new Map<string, string>();

  /** Learns what a tag declares. */
  declare(attributes: readonly XmlAttribute[]): void {
    for (const { name, value } of attributes) {
      const prefix = /^xmlns:(.+)$/.exec(name)?.[1];
      if (prefix !== undefined && !this.#uris.has(prefix)) this.#uris.set(prefix, value);
    }
  }

  /** Is it one that viewers know nothing about? Names without a prefix are SVG's. */
  isForeign(name: string): boolean {
    const colon = name.indexOf(":");
    if (colon < 0) return false;
    const prefix = name.slice(0, colon);
    const uri = this.#uris.get(prefix);
    // Adobe declares namespaces by entities of the DOCTYPE: then the prefix has to do.
    return uri === undefined || uri.startsWith("&") ? !USUAL.has(prefix) : !DRAWN.has(uri);
  }

  /** An element that makes itself and its children another language's: `<RDF xmlns="…">`. */
  isForeignElement(name: string, attributes: readonly XmlAttribute[]): boolean {
    const own = attributes.find((attribute) => attribute.name === "xmlns")?.value;
    if (own !== undefined && !name.includes(":") && !own.startsWith("&")) return !DRAWN.has(own);
    return this.isForeign(name);
  }
}

/** The name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
