import { err, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Inspection, Span } from "../format.ts";
import { type Box, type Broken, boxAt, childrenOf } from "./bmff.ts";
import { isZero, type Patch, retyped } from "./bmff-patch.ts";
import type { Find } from "./bmff-strip.ts";
import { type Item, type Items, type Reference, readItems } from "./heif-items.ts";
import { isTelling, metadataItemFind, propertyFinds } from "./heif-metadata.ts";
import { auxiliaryType, type Properties, readProperties, shownSize } from "./heif-properties.ts";

/** What a `meta` box with items tells. */
export interface MetaReading {
  readonly finds: readonly Find[];
  readonly size: Inspection["size"];
  /** Bytes that draw the pictures: their coded data and the properties and references they need. */
  readonly pixels: readonly Span[];
  /** All bytes that any item refers to. */
  readonly referred: readonly Span[];
}

/** Reads pictures and metadata items of a `meta` box. @see ISO/IEC 23008-12 */
export function readMeta(file: ByteSource, meta: Box): Result<MetaReading, Broken> {
  const items = readItems(file, meta);
  if (!items.ok) return items;
  const properties = readProperties(file, meta);
  if (!properties) return err({ offset: meta.start });
  const { primary } = items.value;
  if (primary !== undefined && !items.value.byId.has(primary)) return err({ offset: meta.start });
  const view = viewOf(file, items.value, properties);
  const finds: Find[] = propertyFinds(file, meta);
  const pixels: Span[] = structure(meta);
  for (const item of items.value.byId.values()) {
    const role = roleOf(view, item);
    if (role === "picture") for (const span of item.extents) pixels.push(span);
    const find = findFor(view, item, role);
    if (find) finds.push(find);
  }
  const referred = [...items.value.byId.values()].flatMap((item) => item.extents);
  const size = shownSize(file, properties.get(primary ?? -1) ?? []);
  return ok({ finds, size, pixels, referred });
}

/** The items, and what is asked of each of them, looked up once. */
interface View {
  readonly file: ByteSource;
  readonly items: Items;
  readonly properties: Properties;
  /** References from an item. */
  readonly own: ReadonlyMap<number, readonly Reference[]>;
  /** Items that another item refers to. */
  readonly targets: ReadonlySet<number>;
  /** Alpha, depth, gain map: items that are auxiliary to another, or a tone map. */
  readonly parts: ReadonlySet<number>;
  /** Items that share bytes with another item. */
  readonly shared: ReadonlySet<number>;
}

function viewOf(file: ByteSource, items: Items, properties: Properties): View {
  const own = Map.groupBy(items.references, (reference) => reference.from);
  const targets = new Set<number>();
  for (const { to } of items.references) for (const id of to) targets.add(id);
  const parts = items.references.filter(({ type }) => type === "auxl").map(({ from }) => from);
  const toneMaps = [...items.byId.values()]
    .filter(({ type }) => type === "tmap")
    .map(({ id }) => id);
  const shared = sharedItems(items);
  return { file, items, properties, own, targets, parts: new Set([...parts, ...toneMaps]), shared };
}

type Role = "picture" | "thumbnail" | "metadata" | "free";

const METADATA: ReadonlySet<string> = new Set(["Exif", "mime", "uri "]);
const CODED: ReadonlySet<string> = new Set([
  "hvc1",
  "hev1",
  "av01",
  "avc1",
  "jpeg",
  "j2k1",
  "vvc1",
  "evc1",
  "unci",
]);
const DERIVED: ReadonlySet<string> = new Set([
  "grid",
  "iden",
  "iovl",
  "tmap",
  "lhv1",
  "hvt1",
  "mski",
  "sato",
]);
/** The type we give to the item of a thumbnail that was blanked; readers skip types they don't know. */
const NO_ITEM = "free";

function roleOf(view: View, item: Item): Role {
  if (item.type === NO_ITEM) return "free";
  if (item.id === view.items.primary) return "picture";
  if (METADATA.has(item.type)) return "metadata";
  if (CODED.has(item.type)) return isLoneThumbnail(view, item) ? "thumbnail" : "picture";
  const hasSize = view.properties.get(item.id)?.some((box) => box.type === "ispe");
  return hasSize || DERIVED.has(item.type) ? "picture" : "metadata";
}

/**
 * A thumbnail that can go without anyone missing it: one coded picture that is a thumbnail of
 * another one and to which nothing else refers. A thumbnail made of tiles or with its own alpha
 * plane stays part of the picture; decoders refuse files whose references lead nowhere.
 */
function isLoneThumbnail({ own, targets }: View, item: Item): boolean {
  const references = own.get(item.id) ?? [];
  const isThumbnail = references.length > 0 && references.every(({ type }) => type === "thmb");
  return isThumbnail && !targets.has(item.id);
}

function findFor(view: View, item: Item, role: Role): Find | undefined {
  const stuck = view.shared.has(item.id) ? { stuck: "shared item bytes" } : {};
  if (role === "picture") return gainMapFind(view, item);
  if (role === "metadata") {
    const about = view.own.get(item.id) ?? [];
    const isOfPart = about.some(({ to }) => to.some((id) => view.parts.has(id)));
    const find = metadataItemFind(view.file, item, isOfPart);
    return find && { ...find, data: item.extents, ...stuck };
  }
  if (item.extents.every((span) => isZero(view.file, span))) return undefined;
  const kind = role === "thumbnail" ? "thumbnail" : "padding";
  const [spans, payload] = [item.extents, item.extents];
  const erase = () => [...item.extents, ...(role === "thumbnail" ? hidden(view, item) : [])];
  return {
    block: { kind, name: `${kind} item ${item.id}`, spans, payload },
    erase,
    data: item.extents,
    ...stuck,
  };
}

/** Gives an item and its references a type that readers skip. */
function hidden({ own }: View, item: Item): Patch[] {
  const types = (own.get(item.id) ?? []).map(({ box }) => retyped(box.start + 4, NO_ITEM));
  return item.typeAt === undefined ? types : [...types, retyped(item.typeAt, NO_ITEM)];
}

/** Gain maps are named, so that people read that they stay; they are never erased. */
function gainMapFind({ file, properties }: View, item: Item): Find | undefined {
  const urn = auxiliaryType(file, properties.get(item.id) ?? []);
  if (item.type !== "tmap" && !urn.includes("hdrgainmap")) return undefined;
  // Coded pixels have no content to read, hence no payload.
  const name = `gain map item ${item.id}`;
  return {
    block: { kind: "gain-map", name, spans: item.extents, payload: [] },
    erase: () => [],
  };
}

/** Items of which a byte belongs to another item too. */
function sharedItems({ byId }: Items): ReadonlySet<number> {
  const rows = [...byId.values()].flatMap(({ id, extents }) =>
    extents.map((span) => ({ id, span })),
  );
  const shared = new Set<number>();
  let furthest: { id: number; end: number } | undefined;
  for (const { id, span } of rows.toSorted((a, b) => a.span.start - b.span.start)) {
    if (furthest && span.start < furthest.end) shared.add(id).add(furthest.id);
    if (!furthest || span.end > furthest.end) furthest = { id, end: span.end };
  }
  return shared;
}

/** Boxes that say how the pictures are put together; what tells something else is left out. */
function structure(meta: Box): Span[] {
  const boxes = ["pitm", "iloc", "iprp"].flatMap((type) => childrenOf(meta.children, type));
  return boxes
    .flatMap((box) => {
      if (box.type !== "iprp") return [box];
      const associations = childrenOf(box.children, "ipma");
      const properties = boxAt(box.children, "ipco")?.children ?? [];
      return [...associations, ...properties.filter((property) => !isTelling(property))];
    })
    .map(({ start, end }) => ({ start, end }));
}
