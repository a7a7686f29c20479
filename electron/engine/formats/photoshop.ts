import type { Span } from "./format.ts";

/** One image resource; offsets count bytes of the block. */
export interface PhotoshopResource extends Span {
  readonly id: number;
  readonly name: string;
  readonly dataAt: number;
  readonly dataEnd: number;
}

export interface PhotoshopBlock {
  readonly resources: readonly PhotoshopResource[];
  /** False when bytes that are no zeros follow the last resource that could be read. */
  readonly isWhole: boolean;
}

export const RESOURCE = {
  iptc: 0x0404,
  thumbnailOld: 0x0409,
  thumbnail: 0x040c,
  exif: 0x0422,
  exif2: 0x0423,
  xmp: 0x0424,
  iptcDigest: 0x0425,
  /** First of the numbers left to plug-ins: what we put in a dropped resource's place, full of zeros. */
  filler: 0x0fa0,
} as const;

const SIGNATURES: ReadonlySet<string> = new Set(["8BIM", "PHUT", "DCSR", "AgHg", "MeSa"]);
/** What may stand before the first resource in JPEG's APP13. */
const HEADERS: readonly string[] = ["Photoshop 3.0\0", "Adobe_Photoshop2.5:"];
const MAX_RESOURCES = 2_000;

/**
 * Lists image resource blocks (Adobe Photoshop File Formats Specification, "Image Resource Blocks"):
 * signature, id, Pascal name padded to even, length, data padded to even.
 */
export function readPhotoshop(bytes: Uint8Array): PhotoshopBlock {
  const resources: PhotoshopResource[] = [];
  let at = headerLength(bytes);
  while (resources.length < MAX_RESOURCES) {
    const next = resourceAt(bytes, at);
    if (!next) break;
    resources.push(next);
    at = next.end;
  }
  return { resources, isWhole: bytes.subarray(at).every((byte) => byte === 0) };
}

function headerLength(bytes: Uint8Array): number {
  const head = latin1(bytes, 0, 24);
  return HEADERS.find((header) => head.startsWith(header))?.length ?? 0;
}

function resourceAt(bytes: Uint8Array, start: number): PhotoshopResource | undefined {
  if (!SIGNATURES.has(latin1(bytes, start, start + 4)) || start + 12 > bytes.length)
    return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nameLength = view.getUint8(start + 6);
  const sizeAt = start + 6 + ((1 + nameLength + 1) & ~1);
  if (sizeAt + 4 > bytes.length) return undefined;
  const dataAt = sizeAt + 4;
  const dataEnd = dataAt + view.getUint32(sizeAt);
  if (dataEnd > bytes.length) return undefined;
  return {
    id: view.getUint16(start + 4),
    name: latin1(bytes, start + 7, start + 7 + nameLength),
    start,
    dataAt,
    dataEnd,
    end: Math.min(bytes.length, dataEnd + ((dataEnd - dataAt) & 1)),
  };
}

/**
 * Edits resources in place: `change` gives a resource's new data of the same length, or "drop".
 * A dropped one becomes a plug-in resource of zeros, so that nothing moves and readers find the next one.
 * @returns the same bytes, unchanged, when nothing changes.
 */
export function editPhotoshop(
  bytes: Uint8Array,
  block: PhotoshopBlock,
  change: (resource: PhotoshopResource) => Uint8Array | "drop" | undefined,
): Uint8Array {
  let changed: Uint8Array | undefined;
  for (const resource of block.resources) {
    const data = change(resource);
    if (data === undefined) continue;
    changed ??= bytes.slice();
    if (data === "drop") blank(changed, resource);
    else changed.set(data.subarray(0, resource.dataEnd - resource.dataAt), resource.dataAt);
  }
  return changed ?? bytes;
}

function blank(bytes: Uint8Array, { start, name, dataAt, end }: PhotoshopResource) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint16(start + 4, RESOURCE.filler);
  bytes.fill(0, start + 7, start + 7 + name.length);
  bytes.fill(0, dataAt, end);
}

/** A filler of ours, or a resource that says nothing. */
export const isBlank = (bytes: Uint8Array, { dataAt, dataEnd }: PhotoshopResource): boolean =>
  bytes.subarray(dataAt, dataEnd).every((byte) => byte === 0);

const latin1 = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.subarray(start, end)).toString("latin1");
