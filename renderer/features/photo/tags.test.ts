import { expect, it } from "vitest";
import { groupTags, type NamedTag, searchTags } from "./tags.ts";

const tag = (
  group: string,
  name: string,
  value: string,
  more: Partial<NamedTag> = {},
): NamedTag => ({
  group,
  name,
  value,
  kind: null,
  plain: null,
  id: 0,
  ...more,
});
const make = tag("Exif", "Make", "Lumen", { plain: "Maker" });
const lat = tag("Exif", "GPSLatitude", "31.2", { kind: "location", plain: "Latitude" });
const creator = tag("XMP", "creator", "Ann Example", { kind: "identity" });

it("finds words in plain names, raw names, groups and values, whatever their case", () => {
  const all = [make, lat, creator];
  expect(searchTags(all, " maker ")).toEqual([make]);
  expect(searchTags(all, "gps")).toEqual([lat]);
  expect(searchTags(all, "xmp")).toEqual([creator]);
  expect(searchTags(all, "ann ex")).toEqual([creator]);
  expect(searchTags(all, "")).toEqual(all);
});

it("keeps the groups in the file's order and puts what is private first", () => {
  expect(groupTags([make, lat, creator])).toEqual([
    ["Exif", [lat, make]],
    ["XMP", [creator]],
  ]);
});
