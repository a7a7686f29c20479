/** Builds TIFF structures from bytes, for tests. */

/** One tag. `values` of RATIONAL are `[numerator, denominator]` pairs, flattened. */
export type TiffTag =
  | { readonly tag: number; readonly type: number; readonly values: readonly number[] }
  | { readonly tag: number; readonly text: string }
  | { readonly tag: number; readonly bytes: Uint8Array; readonly type?: number }
  /** Bytes that hold offsets: they are told where in the file they stand. */
  | { readonly tag: number; readonly note: (at: number) => Uint8Array }
  /** A pointer to one or several directories. */
  | { readonly tag: number; readonly ifds: readonly TiffPage[] }
  /** Strips, tiles or a JPEG: writes the offsets tag; `sizes` is the tag of their lengths. */
  | { readonly tag: number; readonly sizes: number; readonly data: readonly Uint8Array[] };
export type TiffPage = readonly TiffTag[];

export interface TiffOptions {
  readonly littleEndian?: boolean;
  readonly isBig?: boolean;
  /** The first four bytes, where they are a maker's own. */
  readonly magic?: string;
  /** Bytes between the header and the first directory. */
  readonly behindHeader?: Uint8Array;
}

const BYTES = new Map([
  ...[1, 2, 6, 7, 129].map((type) => [type, 1] as const),
  ...[3, 8].map((type) => [type, 2] as const),
  ...[4, 9, 11, 13].map((type) => [type, 4] as const),
  ...[5, 10, 12, 16, 17, 18].map((type) => [type, 8] as const),
]);

const ASCII = 2;
const LONG = 4;
const UNDEFINED = 7;
const LONG8 = 16;

interface Out {
  readonly bytes: number[];
  readonly le: boolean;
  readonly big: boolean;
}

/** The bytes of a TIFF file with the given pages. */
export function buildTiff(pages: readonly TiffPage[], options: TiffOptions = {}): Uint8Array {
  const { littleEndian: le = true, isBig: big = false } = options;
  const magic = options.magic ?? (le ? (big ? "II+\0" : "II*\0") : big ? "MM\0+" : "MM\0*");
  const out: Out = { bytes: [...Buffer.from(magic, "latin1")], le, big };
  if (big) out.bytes.push(...number(8, 2, le), 0, 0);
  let link = out.bytes.length;
  pointer(out, 0);
  out.bytes.push(...(options.behindHeader ?? []));
  for (const page of pages) {
    patch(out, link, out.bytes.length);
    link = writePage(out, page);
  }
  return Uint8Array.from(out.bytes);
}

/** Writes one directory with all it leads to; returns where its next-IFD offset stands. */
function writePage(out: Out, page: TiffPage): number {
  const tags = page.flatMap(expand).toSorted((a, b) => a.tag - b.tag);
  const wide = out.big ? 8 : 4;
  out.bytes.push(...number(tags.length, out.big ? 8 : 2, out.le));
  const first = out.bytes.length;
  const slot = 4 + wide * 2;
  out.bytes.push(...new Array<number>(slot * tags.length + wide).fill(0));
  for (const [index, tag] of tags.entries()) {
    const at = first + index * slot;
    const { type, count, value } = encode(out, tag);
    patchBytes(out, at, [
      ...number(tag.tag, 2, out.le),
      ...number(type, 2, out.le),
      ...number(count, wide, out.le),
    ]);
    if (value.length <= wide) patchBytes(out, at + 4 + wide, value);
    else {
      patch(out, at + 4 + wide, out.bytes.length);
      out.bytes.push(...value, ...(value.length % 2 ? [0] : []));
    }
  }
  return first + slot * tags.length;
}

/** Strips come with the tag of their lengths. */
function expand(tag: TiffTag): TiffTag[] {
  if (!("data" in tag)) return [tag];
  const sizes = tag.data.map((part) => part.length);
  return [tag, { tag: tag.sizes, type: LONG, values: sizes }];
}

function encode(out: Out, tag: TiffTag): { type: number; count: number; value: number[] } {
  if ("text" in tag) {
    const value = [...Buffer.from(`${tag.text}\0`, "utf8")];
    return { type: ASCII, count: value.length, value };
  }
  if ("bytes" in tag) {
    const type = tag.type ?? UNDEFINED;
    return { type, count: tag.bytes.length / (BYTES.get(type) ?? 1), value: [...tag.bytes] };
  }
  if ("note" in tag) {
    const value = [...tag.note(out.bytes.length)];
    return { type: UNDEFINED, count: value.length, value };
  }
  if ("values" in tag) return encodeNumbers(out, tag.type, tag.values);
  const offsets: number[] = [];
  for (const part of "data" in tag ? tag.data : tag.ifds) {
    offsets.push(out.bytes.length);
    if (part instanceof Uint8Array) out.bytes.push(...part, ...(part.length % 2 ? [0] : []));
    else writePage(out, part as TiffPage);
  }
  return encodeNumbers(out, out.big ? LONG8 : LONG, offsets);
}

function encodeNumbers(out: Out, type: number, values: readonly number[]) {
  const isRational = type === 5 || type === 10;
  const size = BYTES.get(type) ?? 1;
  const value = values.flatMap((one) => encodeNumber(one, type, isRational ? 4 : size, out.le));
  return { type, count: isRational ? values.length / 2 : values.length, value };
}

function encodeNumber(value: number, type: number, size: number, le: boolean): number[] {
  if (type !== 11 && type !== 12) return number(value, size, le);
  const view = new DataView(new ArrayBuffer(size));
  if (type === 11) view.setFloat32(0, value, le);
  else view.setFloat64(0, value, le);
  return [...new Uint8Array(view.buffer)];
}

function number(value: number, size: number, le: boolean): number[] {
  const bytes = Array.from({ length: size }, (_, index) =>
    Number((BigInt(value) >> BigInt(8 * index)) & 0xffn),
  );
  return le ? bytes : bytes.reverse();
}

const pointer = (out: Out, at: number) => out.bytes.push(...number(at, out.big ? 8 : 4, out.le));
const patch = (out: Out, at: number, value: number) =>
  patchBytes(out, at, number(value, out.big ? 8 : 4, out.le));
function patchBytes(out: Out, at: number, bytes: readonly number[]) {
  for (const [index, byte] of bytes.entries()) out.bytes[at + index] = byte;
}
