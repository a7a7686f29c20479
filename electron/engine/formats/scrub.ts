import type { StripKind } from "../../../shared/model/action.ts";
import type { Revelation } from "../../../shared/policy/metadata-risk.ts";
import { MemorySource } from "../../base/bytes.ts";
import { carve } from "./carve.ts";
import { scrubTiff } from "./exif/scrub-exif.ts";
import { dropIptc, readIptc } from "./iptc.ts";
import type { Content, Look } from "./look.ts";
import { editPhotoshop, type PhotoshopResource, RESOURCE, readPhotoshop } from "./photoshop.ts";
import {
  datasetFacts,
  INSIDE,
  propertyFacts,
  resourceFacts,
  THUMBNAIL_HEADER,
  unswapped,
} from "./reveal/reveal-packets.ts";
import { dropXmp, readXmp, xmpMeaning } from "./xmp/xmp.ts";

export type Drops = ReadonlySet<StripKind>;

/** Content of the same length without what is dropped; the very same bytes when there is nothing to drop. */
export type Scrubbed = Uint8Array | "drop";

export const tells = (facts: readonly Revelation[], drops: Drops): boolean =>
  facts.some(({ kind }) => drops.has(kind));

/**
 * Takes the facts of the dropped kinds out of a content and leaves every other byte as it is.
 * "drop" when it cannot be done: nothing of the kind may stay, so all of it has to go.
 */
export function scrub(content: Content, bytes: Uint8Array, drops: Drops, look: Look): Scrubbed {
  const facts = look.renewed().into(content, new MemorySource(bytes));
  if (!tells(facts, drops)) return bytes;
  const clean = scrubContent(content, bytes, drops, look);
  if (clean === "drop") return "drop";
  return tells(look.renewed().into(content, new MemorySource(clean)), drops) ? "drop" : clean;
}

function scrubContent(content: Content, bytes: Uint8Array, drops: Drops, look: Look): Scrubbed {
  switch (content) {
    case "exif":
      return scrubTiff(bytes, drops, look, { scrub, scrubPhotoshop });
    case "xmp":
      return scrubXmp(bytes, drops, look);
    case "iptc":
      return scrubIptc(bytes, drops, look);
    case "photoshop":
      return scrubPhotoshop(bytes, drops, look);
    case "bytes":
      return scrubBytes(bytes, drops, look);
  }
}

function scrubXmp(bytes: Uint8Array, drops: Drops, look: Look): Scrubbed {
  const packet = readXmp(bytes);
  if (!packet.isWhole) return "drop";
  return dropXmp(bytes, packet, (property) => {
    const meaning = xmpMeaning(packet, property);
    if (typeof meaning !== "string" && drops.has(meaning.kind)) return true;
    const facts = propertyFacts(packet, property, look);
    return facts !== "gps" && tells(facts, drops);
  });
}

function scrubIptc(bytes: Uint8Array, drops: Drops, look: Look): Scrubbed {
  const straight = unswapped(bytes);
  const block = readIptc(straight);
  if (!block.isWhole) return "drop";
  const clean = dropIptc(straight, block, (dataset) =>
    tells(datasetFacts(straight, block, dataset, look), drops),
  );
  if (straight === bytes) return clean;
  const swapped = Buffer.from(clean);
  swapped.subarray(0, clean.length - (clean.length % 4)).swap32();
  return new Uint8Array(swapped);
}

/** With IPTC goes its digest: readers would take the rest for edited elsewhere. */
export function scrubPhotoshop(
  bytes: Uint8Array,
  drops: Drops,
  look: Look,
  isIptcChanged = false,
): Uint8Array {
  const block = readPhotoshop(bytes);
  let isDigestStale = isIptcChanged;
  const clean = editPhotoshop(bytes, block, (resource) => {
    const changed = scrubResource(bytes, resource, drops, look);
    if (resource.id === RESOURCE.iptc && changed !== undefined) isDigestStale = true;
    return changed;
  });
  if (!isDigestStale) return clean;
  return editPhotoshop(clean, block, ({ id }) => (id === RESOURCE.iptcDigest ? "drop" : undefined));
}

function scrubResource(
  bytes: Uint8Array,
  resource: PhotoshopResource,
  drops: Drops,
  look: Look,
): Scrubbed | undefined {
  if (!tells(resourceFacts(bytes, resource, look), drops)) return undefined;
  const data = bytes.subarray(resource.dataAt, resource.dataEnd);
  const inside = INSIDE[resource.id];
  if (inside) return scrub(inside, data, drops, look);
  const isThumbnail = resource.id === RESOURCE.thumbnail || resource.id === RESOURCE.thumbnailOld;
  if (!isThumbnail || drops.has("thumbnail")) return "drop";
  const picture = scrub("bytes", data.subarray(THUMBNAIL_HEADER), drops, look);
  if (picture === "drop") return "drop";
  const whole = data.slice();
  whole.set(picture, THUMBNAIL_HEADER);
  return whole;
}

/** A small picture keeps its pixels and loses what its own Exif and XMP say. */
function scrubBytes(bytes: Uint8Array, drops: Drops, look: Look): Scrubbed {
  const clean = bytes.slice();
  for (const { what, start, end } of carve(new MemorySource(bytes))) {
    if (what !== "exif" && what !== "xmp" && what !== "photoshop") continue;
    const part = scrub(what, clean.subarray(start, end), drops, look);
    if (part === "drop") return "drop";
    clean.set(part, start);
  }
  return clean;
}
