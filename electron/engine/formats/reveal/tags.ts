import type { PhotoTag } from "../../../../shared/model/photo.ts";
import {
  iptcDataset,
  iptcDatasetName,
  isPrivate,
  type Meaning,
  photoshopResource,
  photoshopResourceName,
  textKeyword,
} from "../../../../shared/policy/sensitive-tags.ts";
import { type ByteSource, MemorySource } from "../../../base/bytes.ts";
import type { Block, Inspection } from "../format.ts";
import { iptcText, readIptc } from "../iptc.ts";
import { isBinary, plain } from "../look.ts";
import { PAYLOAD_LIMIT, payloadSource } from "../payload.ts";
import { RESOURCE, readPhotoshop } from "../photoshop.ts";
import { rawProfile, textOfBytes } from "../text-block.ts";
import { readXmp, xmpMeaning } from "../xmp/xmp.ts";
import { revealBlock } from "./reveal.ts";
import { unswapped } from "./reveal-packets.ts";
import { tiffTags } from "./tags-exif.ts";

/** Tags shown of one file, and characters of one value: a page, not an archive. */
const MAX_TAGS = 1_000;
const MAX_VALUE = 2_000;

/**
 * A file's tags with their raw values, for the person whose photo it is. Blocks that are not made
 * of tags are one line each. At most 1,000 tags of at most 2,000 characters.
 */
export async function readTags(
  file: ByteSource,
  { blocks }: Pick<Inspection, "blocks">,
): Promise<readonly PhotoTag[]> {
  const tags: PhotoTag[] = [];
  for (const block of blocks) {
    if (tags.length >= MAX_TAGS) break;
    tags.push(...(await blockTags(file, block)));
  }
  return tags.slice(0, MAX_TAGS).map((tag) => ({ ...tag, value: shown(tag.value) }));
}

const shown = (value: string): string => {
  const text = plain(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE - 1)}…` : text;
};

async function blockTags(file: ByteSource, block: Block): Promise<readonly PhotoTag[]> {
  const source = payloadSource(file, block);
  if (!source) return [summary(file, block)];
  const tags = await contentTags(block.kind, source, block);
  return tags ?? [summary(file, block)];
}

/** Tags of a block, or undefined when it is not made of tags. */
async function contentTags(
  kind: Block["kind"],
  source: ByteSource,
  block?: Block,
): Promise<readonly PhotoTag[] | undefined> {
  const isShort = source.size <= PAYLOAD_LIMIT;
  switch (kind) {
    case "exif":
      return tiffTags(source, contentTags);
    case "xmp":
      return isShort ? xmpTags(source) : undefined;
    case "iptc":
      return isShort ? iptcTags(source) : undefined;
    case "photoshop":
      return isShort ? photoshopTags(source) : undefined;
    case "text":
      return textTags(source, block);
    case "comment":
      return [{ group: "Comment", name: "Comment", value: textOfBytes(source), kind: "identity" }];
    default:
      return undefined;
  }
}

/** A block that has no tags: what it is and how long. */
function summary(file: ByteSource, block: Block): PhotoTag {
  const length = block.payload.reduce((sum, { start, end }) => sum + end - start, 0);
  const [fact] = revealBlock(file, block);
  return { group: "File", name: block.name, value: `${length} bytes`, kind: fact?.kind ?? null };
}

const kindOf = (meaning: Meaning): PhotoTag["kind"] => (isPrivate(meaning) ? meaning.kind : null);

function xmpTags(source: ByteSource): PhotoTag[] {
  const packet = readXmp(source.bytes(0, source.size));
  return packet.properties.slice(0, MAX_TAGS).flatMap((property) => {
    if (plain(property.value) === "") return [];
    const above = property.parent === undefined ? undefined : packet.properties[property.parent];
    const name = above ? `${above.name}/${property.name}` : property.name;
    const kind = kindOf(xmpMeaning(packet, property));
    return [{ group: "XMP", name, value: property.value, kind }];
  });
}

function iptcTags(source: ByteSource): PhotoTag[] {
  const bytes = unswapped(source.bytes(0, source.size));
  const block = readIptc(bytes);
  return block.datasets.slice(0, MAX_TAGS).map((dataset) => {
    const value = iptcText(bytes, block, dataset);
    return {
      group: "IPTC",
      name: iptcDatasetName(dataset.record, dataset.dataset),
      value: isBinary(value) ? `${dataset.end - dataset.valueAt} bytes` : value,
      kind: kindOf(iptcDataset(dataset.record, dataset.dataset)),
    };
  });
}

async function photoshopTags(source: ByteSource): Promise<PhotoTag[]> {
  const bytes = source.bytes(0, source.size);
  const tags: PhotoTag[] = [];
  for (const { id, dataAt, dataEnd } of readPhotoshop(bytes).resources.slice(0, MAX_TAGS)) {
    const data = new MemorySource(bytes.subarray(dataAt, dataEnd));
    const inside = INSIDE[id];
    const nested = inside && (await contentTags(inside, data));
    if (nested) tags.push(...nested);
    else if (id !== RESOURCE.filler) {
      const text = data.size <= MAX_VALUE ? data.latin1(0, data.size) : "";
      tags.push({
        group: "Photoshop",
        name: photoshopResourceName(id),
        value: text === "" || isBinary(text) ? `${data.size} bytes` : text,
        kind: kindOf(photoshopResource(id)),
      });
    }
  }
  return tags;
}
const INSIDE: Readonly<Record<number, Block["kind"]>> = {
  [RESOURCE.iptc]: "iptc",
  [RESOURCE.exif]: "exif",
  [RESOURCE.xmp]: "xmp",
};

async function textTags(
  source: ByteSource,
  block: Block | undefined,
): Promise<readonly PhotoTag[]> {
  const label = block?.label ?? "";
  const profile = rawProfile(label, source);
  if (profile) return (await contentTags(profile.kind, new MemorySource(profile.bytes))) ?? [];
  const name = label || (block?.name ?? "Text");
  return [{ group: "Text", name, value: textOfBytes(source), kind: kindOf(textKeyword(label)) }];
}
