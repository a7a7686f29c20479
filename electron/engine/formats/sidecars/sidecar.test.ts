import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { revealSidecar } from "./reveal-sidecar.ts";
import { indexSidecars, sidecarsOf } from "./sidecar.ts";

const names = (photo: string, folder: readonly string[]) =>
  sidecarsOf(photo, folder).map(({ name }) => name);

describe("a photo's sidecars", () => {
  it.each([
    ["IMG_1.jpg", "IMG_1.xmp", "xmp"],
    ["IMG_1.jpg", "IMG_1.jpg.xmp", "xmp"],
    ["IMG_1.JPG", "img_1.XMP", "xmp"],
    ["IMG_1.jpg", "IMG_1_02.jpg.xmp", "xmp"],
    ["IMG_1.HEIC", "IMG_1.AAE", "aae"],
    ["IMG_1234.HEIC", "IMG_O1234.AAE", "aae"],
    ["IMG_E1234.JPG", "IMG_1234.AAE", "aae"],
    ["IMG_1.jpg", "IMG_1.jpg.json", "takeout"],
    ["IMG_1.jpg", "IMG_1.json", "takeout"],
    ["IMG_1.jpg", "IMG_1.jpg.supplemental-metadata.json", "takeout"],
    ["IMG_1.jpg", "IMG_1.jpg.supplemental-metada.json", "takeout"],
    [
      "Screenshot_2017-07-05-10-05-26.png",
      "Screenshot_2017-07-05-10-05-26.png.supplementa.json",
      "takeout",
    ],
    [
      "Screenshot_20220207_102421_com.snapchat.android.jpg",
      "Screenshot_20220207_102421_com.snapchat.androi.json",
      "takeout",
    ],
    [
      "D7157814-D2D5-4A62-AFCE-9CF465CB7D66.jpeg",
      "D7157814-D2D5-4A62-AFCE-9CF465CB7D66.jpeg.supp.json",
      "takeout",
    ],
    ["IMG_1(1).jpg", "IMG_1.jpg(1).json", "takeout"],
    ["IMG_1(1).jpg", "IMG_1.jpg.supplemental-metadata(1).json", "takeout"],
    ["IMG_1(1).jpg", "IMG_1(1).jpg.json", "takeout"],
    ["IMG_1-edited.jpg", "IMG_1.jpg.json", "takeout"],
    ["IMG_1-edited(1).jpg", "IMG_1.jpg(1).json", "takeout"],
    ["IMG_1-bearbeitet.jpg", "IMG_1.jpg.supplemental-metadata.json", "takeout"],
    ["IMG_1-modifie\u0301.jpg", "IMG_1.jpg.json", "takeout"],
  ])("of %s: %s", (photo, name, kind) => {
    expect(sidecarsOf(photo, ["other.txt", name, photo])).toEqual([{ name, kind }]);
  });

  it.each([
    ["IMG_1.jpg", "IMG_10.xmp"],
    ["IMG_1.jpg", "IMG_1.jpg(1).json"],
    ["IMG_1(1).jpg", "IMG_1.jpg.json"],
    ["IMG_1.jpg", "IMG_1.txt"],
    ["IMG_1.jpg", "metadata.json"],
    ["IMG_12.jpg", "IMG_1.jpg.supplemental-metadata.json"],
    ["IMG_1-extra.jpg", "IMG_1.jpg.json"],
  ])("of %s: not %s", (photo, name) => {
    expect(names(photo, [name])).toEqual([]);
  });

  it("are all found, sorted by name", () => {
    const folder = ["b.jpg.json", "b.xmp", "b.AAE", "b.jpg", "c.xmp"];
    expect(names("b.jpg", folder)).toEqual(["b.AAE", "b.jpg.json", "b.xmp"]);
  });

  it("never include the photo itself, whatever its name", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 })), (folder) => {
        const index = indexSidecars(folder);
        for (const name of folder)
          expect(index.of(name).map((one) => one.name)).not.toContain(name);
      }),
      { seed: 13 },
    );
  });
});

const told = (kind: "xmp" | "aae" | "takeout", text: string) =>
  revealSidecar(kind, new MemorySource(Buffer.from(text, "utf8")));

describe("what a sidecar gives away", () => {
  it("in Google's export is places, people, words, times and addresses", () => {
    const json = JSON.stringify({
      title: "IMG_1.jpg",
      description: "Morning at the lake",
      imageViews: "12",
      photoTakenTime: { timestamp: "1687067421", formatted: "18 Jun 2023" },
      geoData: { latitude: 0, longitude: 0, altitude: 0 },
      geoDataExif: { latitude: 30.2431, longitude: 120.15 },
      people: [{ name: "Test Person" }, { name: "测试用户" }],
      url: "https://photos.example/p",
      googlePhotosOrigin: { mobileUpload: { deviceType: "ANDROID_PHONE" } },
    });
    const place = { lat: 30.2431, lon: 120.15 };
    expect(
      told("takeout", json).map(({ type, value, location }) => [type, location ?? value]),
    ).toEqual([
      ["caption", "Morning at the lake"],
      ["capture-time", "2023-06-18T05:50:21.000Z"],
      ["gps", place],
      ["document-id", "https://photos.example/p"],
      ["person-name", "Test Person"],
      ["person-name", "测试用户"],
      ["device-model", "ANDROID_PHONE"],
    ]);
  });

  it("in Apple's adjustments is that and how the picture was edited", () => {
    const plist =
      "<plist><dict><key>adjustmentEditorBundleID</key>\n<string>com.example.editor</string><key>adjustmentTimestamp</key><date>2024-08-18T09:12:00Z</date><key>adjustmentData</key><data>AAEC</data></dict></plist>";
    expect(told("aae", plist).map(({ type, value }) => [type, value])).toEqual([
      ["edit-history", null],
      ["software", "com.example.editor"],
      ["modify-time", "2024-08-18T09:12:00Z"],
    ]);
    expect(told("aae", "bplist00").map(({ type }) => type)).toEqual(["edit-history"]);
  });

  it("in XMP is what XMP inside a photo would", () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Hangzhou"/></rdf:RDF></x:xmpmeta>';
    expect(told("xmp", xmp)).toMatchObject([{ type: "place-name", value: "Hangzhou" }]);
  });

  it("is said to be unreadable where it is no JSON object", () => {
    for (const text of ["", "{", "[1]", '"text"', "[".repeat(100_000)])
      expect(told("takeout", text).map(({ type }) => type)).toEqual(["unreadable-block"]);
  });

  it("is told of names that JavaScript itself uses, and of very long lists", () => {
    expect(
      told("takeout", '{"constructor":"x","toString":{"__proto__":"y"}}').map(({ type }) => type),
    ).toEqual(["unknown-tag", "unknown-tag"]);
    const long = JSON.stringify({ people: Array.from({ length: 300_000 }, () => 1) });
    expect(told("takeout", long).map(({ type }) => type)).toEqual(["unreadable-block"]);
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("xmp" as const, "aae" as const, "takeout" as const),
        fc.oneof(fc.json(), fc.string()),
        (kind, text) => {
          expect(Array.isArray(told(kind, text))).toBe(true);
        },
      ),
      { seed: 17, numRuns: 500 },
    );
  });
});
