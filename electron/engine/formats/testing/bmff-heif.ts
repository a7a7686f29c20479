import {
  box,
  bytesOf,
  ftyp,
  fullBox,
  hdlr,
  type Part,
  u8,
  u16,
  u32,
  zeros,
} from "./bmff-builder.ts";

/** Builds HEIF files item by item, for tests. The coded pictures are stand-ins. */

export interface ItemSpec {
  readonly id: number;
  readonly type: string;
  readonly content: Uint8Array;
  /** Content that lies in this other item's bytes instead of its own. */
  readonly at?: { readonly item: number; readonly offset: number };
  readonly contentType?: string;
  readonly place?: "mdat" | "idat";
  /** In how many extents the content is written; they are kept apart by a byte. */
  readonly extents?: number;
  /** Numbers of its properties, from 1. */
  readonly properties?: readonly number[];
}

export interface HeifSpec {
  readonly brands?: readonly string[];
  readonly items: readonly ItemSpec[];
  readonly primary?: number;
  readonly references?: readonly (readonly [type: string, from: number, to: number])[];
  readonly properties?: readonly Uint8Array[];
  readonly ilocVersion?: 0 | 1 | 2;
  readonly infeVersion?: 2 | 3;
  /** What stands in `meta` behind the rest. */
  readonly inMeta?: Part;
  /** What stands between `meta` and `mdat`, and behind `mdat`. */
  readonly before?: Part;
  readonly after?: Part;
}

export const ispe = (width: number, height: number) =>
  fullBox("ispe", 0, 0, u32(width), u32(height));
export const irot = (quarterTurns: number) => box("irot", u8(quarterTurns));
export const hvcC = () => box("hvcC", "decoder set-up");
export const auxC = (urn: string) => fullBox("auxC", 0, 0, `${urn}\0`);
export const iccColour = (profile: string) => box("colr", "prof", profile);
export const PIXELS = bytesOf("coded pixels of the picture");

/** An Exif item's content: the offset of the TIFF header, what stands before it, the header. */
export const exifContent = (tiff: Uint8Array, before = "Exif\0\0"): Uint8Array =>
  bytesOf(u32(before.length), before, tiff);

/** The primary picture: 64 × 48 pixels. Further items and properties come behind. */
export const picture = (properties: readonly number[] = [1, 2]): ItemSpec => ({
  id: 1,
  type: "hvc1",
  content: PIXELS,
  properties,
});
export const PLAIN_PROPERTIES = [ispe(64, 48), hvcC()];

interface Placed {
  readonly item: ItemSpec;
  readonly spans: readonly (readonly [offset: number, length: number])[];
}

/** Lays the items of one place one after the other, and says where each lies. */
function lay(items: readonly ItemSpec[], base: number) {
  const placed = new Map<number, Placed>();
  const parts: Uint8Array[] = [];
  let at = base;
  for (const item of items.filter((one) => !one.at)) {
    const count = item.extents ?? 1;
    const size = Math.ceil(item.content.length / count);
    const spans = Array.from({ length: count }, (_, index) => {
      const part = item.content.subarray(index * size, (index + 1) * size);
      parts.push(part, ...(count > 1 ? [zeros(1)] : []));
      const start = at;
      at += part.length + (count > 1 ? 1 : 0);
      return [start, part.length] as const;
    });
    placed.set(item.id, { item, spans });
  }
  return { placed, data: bytesOf(...parts) };
}

function iloc(version: number, items: readonly ItemSpec[], placed: ReadonlyMap<number, Placed>) {
  const id = version === 2 ? u32 : u16;
  const rows = items.map((item) => {
    const host = placed.get(item.at?.item ?? item.id)?.spans[0]?.[0] ?? 0;
    const spans = item.at
      ? [[host + item.at.offset, item.content.length] as const]
      : (placed.get(item.id)?.spans ?? []);
    const method = version === 0 ? [] : [u16(item.place === "idat" ? 1 : 0)];
    // The base offset is 3, and each extent's offset counts from there; idat content starts at 0.
    const base = item.place === "idat" ? 0 : 3;
    const extents = spans.map(([start, length]) => [u32(start - base), u32(length)]);
    return [id(item.id), ...method, u16(0), u32(base), u16(extents.length), ...extents.flat()];
  });
  return fullBox("iloc", version, 0, u8(0x44), u8(0x40), id(items.length), ...rows.flat());
}

const infe = (version: number, item: ItemSpec) =>
  fullBox(
    "infe",
    version,
    0,
    version === 3 ? u32(item.id) : u16(item.id),
    u16(0),
    item.type,
    "\0",
    item.type === "mime" ? `${item.contentType ?? ""}\0` : "",
  );

function iprp(spec: HeifSpec) {
  const entries = spec.items.filter((item) => item.properties);
  const rows = entries.map(({ id, properties = [] }) => [
    u16(id),
    u8(properties.length),
    ...properties.map(u8),
  ]);
  const ipma = fullBox("ipma", 0, 0, u32(rows.length), ...rows.flat());
  return box("iprp", box("ipco", ...(spec.properties ?? PLAIN_PROPERTIES)), ipma);
}

export function buildHeif(spec: HeifSpec): Uint8Array {
  const { items, ilocVersion = 1, infeVersion = 2 } = spec;
  const head = ftyp(...((spec.brands ?? ["heic", "mif1", "heic"]) as [string, ...string[]]));
  const idat = lay(
    items.filter(({ place }) => place === "idat"),
    0,
  );
  const references = (spec.references ?? []).map(([type, from, to]) =>
    box(type, u16(from), u16(1), u16(to)),
  );
  const build = (mdatBody: number) => {
    const mdat = lay(
      items.filter(({ place }) => place !== "idat"),
      mdatBody,
    );
    const placed = new Map([...idat.placed, ...mdat.placed]);
    const meta = fullBox(
      "meta",
      0,
      0,
      hdlr("pict"),
      fullBox("pitm", 0, 0, u16(spec.primary ?? 1)),
      fullBox("iinf", 0, 0, u16(items.length), ...items.map((item) => infe(infeVersion, item))),
      references.length > 0 ? fullBox("iref", 0, 0, ...references) : "",
      iprp(spec),
      idat.data.length > 0 ? box("idat", idat.data) : "",
      iloc(ilocVersion, items, placed),
      spec.inMeta ?? "",
    );
    const before = bytesOf(head, meta, spec.before ?? "");
    return { before, file: bytesOf(before, box("mdat", mdat.data), spec.after ?? "") };
  };
  return build(build(0).before.length + 8).file;
}
