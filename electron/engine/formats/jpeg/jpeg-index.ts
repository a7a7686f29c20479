import type { ByteSource } from "../../../base/bytes.ts";
import { type Change, movedTo, writtenAt } from "../pieces.ts";
import { segmentInstead } from "./jpeg-changes.ts";
import type { JpegFile, TailItem } from "./jpeg-file.ts";
import { PRIMARY } from "./jpeg-gain-map.ts";
import { MPF_HEAD_BYTES, mpfBytes, mpfSegment, picturesOf } from "./jpeg-mpf.ts";

/**
 * The index of pictures once the other changes are made: the main picture and those listed that stay,
 * where they will be and as long as they will be. "where it moved" writes it only if the old one lies.
 */
export function indexChanges(
  file: ByteSource,
  { main, tail }: JpegFile,
  gone: readonly TailItem[],
  others: readonly Change[],
  write: "anew" | "where it moved",
): Change[] {
  const block = main.blocks.find(({ kind }) => kind === "mpf");
  if (!block) return [];
  const listed = picturesOf(file, block, main.stream.start);
  const attributeOf = (start: number) => listed.find((one) => one.start === start)?.attribute;
  const isListed = ({ part }: TailItem) =>
    part.is === "picture" && attributeOf(part.start) !== undefined;
  const stay = tail.filter((item) => isListed(item) && !gone.includes(item));
  const spans = [main.stream, ...stay.map(({ part }) => part)].map(({ end }, index) => ({
    start: index === 0 ? main.stream.start : (stay[index - 1]?.part.start ?? 0),
    end,
  }));
  const isTrue =
    !gone.some(isListed) &&
    spans.every(
      ({ start, end }) => movedTo(others, start) === start && movedTo(others, end) === end,
    );
  if (write === "where it moved" && isTrue) return [];
  const [change, ...rest] = segmentInstead(block, new Uint8Array(mpfBytes(spans.length)));
  if (!change) return [];
  const all = [...others, change, ...rest];
  const origin = writtenAt(all, change) + MPF_HEAD_BYTES;
  const pictures = spans.map(({ start, end }, index) => ({
    attribute: write === "anew" ? (index === 0 ? PRIMARY : 0) : (attributeOf(start) ?? 0),
    size: movedTo(all, end) - movedTo(all, start),
    offset: index === 0 ? 0 : movedTo(all, start) - origin,
  }));
  return [{ ...change, bytes: mpfSegment(pictures) }, ...rest];
}
