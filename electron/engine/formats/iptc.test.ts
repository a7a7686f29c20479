import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dropIptc, type IptcDataset, iptcText, readIptc } from "./iptc.ts";
import { buildIptc, type Dataset } from "./testing/content-builder.ts";

const texts = (bytes: Uint8Array) => {
  const block = readIptc(bytes);
  return block.datasets.map((set) => [set.record, set.dataset, iptcText(bytes, block, set)]);
};
const isPlace = ({ dataset }: IptcDataset) => [26, 27, 90, 92, 95, 100, 101].includes(dataset);

const DATASETS: readonly Dataset[] = [
  [2, 90, "Springfield"],
  [2, 80, "Jane Sample"],
  [2, 101, "Nowhere"],
  [2, 25, "tree"],
];

describe("an IPTC block", () => {
  it.each([false, true])("lists its datasets, lengths extended %s", (extended) => {
    const bytes = buildIptc(DATASETS, extended);
    expect(texts(bytes)).toEqual(DATASETS);
    expect(readIptc(bytes).isWhole).toBe(true);
  });

  it("reads texts as UTF-8 where it says so or they are, else as Latin-1", () => {
    const said = buildIptc([
      [1, 90, Uint8Array.of(0x1b, 0x25, 0x47)],
      [2, 80, "José"],
    ]);
    expect(texts(said).at(-1)).toEqual([2, 80, "José"]);
    expect(texts(buildIptc([[2, 80, Uint8Array.of(0x4a, 0xe9)]]))).toEqual([[2, 80, "Jé"]]);
  });

  it("loses datasets at its length, zeros last, and nothing the second time", () => {
    const bytes = buildIptc(DATASETS);
    const clean = dropIptc(bytes, readIptc(bytes), isPlace);
    const kept = buildIptc([
      [2, 80, "Jane Sample"],
      [2, 25, "tree"],
    ]);
    expect(clean).toEqual(
      Uint8Array.from([...kept, ...new Uint8Array(bytes.length - kept.length)]),
    );
    expect(readIptc(clean).isWhole).toBe(true);
    expect(dropIptc(clean, readIptc(clean), isPlace)).toBe(clean);
  });

  it("is not called whole when a length leaves it", () => {
    const cut = buildIptc(DATASETS).slice(0, -2);
    expect(readIptc(cut).isWhole).toBe(false);
    expect(readIptc(cut).datasets).toHaveLength(3);
  });

  it("is read inside its bytes and ends, whatever they are", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(fc.constantFrom(0x1c, 2, 90, 0, 3, 0x80, 4, 255), { maxLength: 80 })
        .map((all) => Uint8Array.from(all)),
    );
    fc.assert(
      fc.property(bytes, (all) => {
        const block = readIptc(all);
        const isInside = block.datasets.every(
          (set) => set.end <= all.length && set.valueAt <= set.end,
        );
        return isInside && dropIptc(all, block, isPlace).length === all.length;
      }),
      { numRuns: 500 },
    );
  });
});
