import { type ByteSource, MemorySource } from "../../../base/bytes.ts";
import type { Block, BlockKind, Inspection } from "../format.ts";

/** Builds XMP, IPTC and Photoshop contents from bytes, for tests. */

export const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

const NAMESPACES = `xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"`;

/** A packet with one description: its attributes and its elements. */
export const xmpText = (attributes: string, elements = ""): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${NAMESPACES}><rdf:Description rdf:about="" ${attributes}>${elements}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

export const buildXmp = (attributes: string, elements = ""): Uint8Array =>
  new Uint8Array(Buffer.from(xmpText(attributes, elements), "utf8"));

export type Dataset = readonly [record: number, dataset: number, value: string | Uint8Array];

/** IIM datasets with short lengths; `extended` writes every length in four bytes of its own. */
export function buildIptc(datasets: readonly Dataset[], extended = false): Uint8Array {
  const parts = datasets.map(([record, dataset, value]) => {
    const bytes = Buffer.from(value as string);
    const head = Buffer.alloc(extended ? 9 : 5);
    head.set([0x1c, record, dataset]);
    if (extended) {
      head.writeUInt16BE(0x8004, 3);
      head.writeUInt32BE(bytes.length, 5);
    } else head.writeUInt16BE(bytes.length, 3);
    return Buffer.concat([head, bytes]);
  });
  return new Uint8Array(Buffer.concat(parts));
}

/** Image resources in their order. */
export function buildPhotoshop(
  resources: readonly (readonly [id: number, data: Uint8Array, name?: string])[],
): Uint8Array {
  const parts = resources.map(([id, data, name = ""]) => {
    const title = Buffer.from([name.length, ...Buffer.from(name), ...(name.length % 2 ? [] : [0])]);
    const head = Buffer.alloc(6);
    head.write("8BIM", "latin1");
    head.writeUInt16BE(id, 4);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    return Buffer.concat([head, title, size, data, Buffer.alloc(data.length % 2)]);
  });
  return new Uint8Array(Buffer.concat(parts));
}

/** A block whose content is the whole of a source. */
export const blockOf = (kind: BlockKind, size: number, rest: Partial<Block> = {}): Block => ({
  kind,
  name: kind,
  spans: [{ start: 0, end: size }],
  payload: [{ start: 0, end: size }],
  ...rest,
});

/** A file that is nothing but one content, and what a container would say of it. */
export function fileOf(
  kind: BlockKind,
  bytes: Uint8Array,
  rest: Partial<Block> = {},
): {
  readonly file: ByteSource;
  readonly block: Block;
  readonly inspection: Pick<Inspection, "blocks">;
} {
  const block = blockOf(kind, bytes.length, rest);
  return { file: new MemorySource(bytes), block, inspection: { blocks: [block] } };
}
