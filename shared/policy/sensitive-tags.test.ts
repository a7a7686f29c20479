import { describe, expect, it } from "vitest";
import {
  exifTag,
  exifTagName,
  iptcDataset,
  isAiRecord,
  photoshopResource,
  quickTimeKey,
  textKeyword,
  xmpProperty,
} from "./sensitive-tags.ts";

const word = (meaning: ReturnType<typeof exifTag>) =>
  typeof meaning === "string" ? meaning : `${meaning.kind}/${meaning.type}`;

describe("what a tag reveals", () => {
  it.each([
    ["IFD0", 0x0112, "structure"],
    ["IFD0", 0x0111, "structure"],
    ["IFD0", 0x010f, "device/device-model"],
    ["IFD0", 0x013b, "identity/author"],
    ["IFD0", 0x013c, "identity/host-computer"],
    ["IFD0", 0x8298, "identity/copyright"],
    ["IFD0", 0x9c9d, "identity/author"],
    ["ExifIFD", 0x829a, "technical"],
    ["ExifIFD", 0x927c, "device/maker-note"],
    ["ExifIFD", 0xa430, "identity/owner-name"],
    ["ExifIFD", 0xa431, "device/serial-number"],
    ["ExifIFD", 0xa435, "device/serial-number"],
    ["ExifIFD", 0x9003, "time/capture-time"],
    ["GPS", 2, "location/gps"],
    ["IFD1/GPS", 2, "location/gps"],
    ["IFD0", 0xc62f, "device/serial-number"],
    ["IFD0", 0xc621, "structure"],
    ["IFD0", 0xbeef, "hidden-data/unknown-tag"],
  ])("Exif %s %i: %s", (ifd, tag, expected) => {
    expect(word(exifTag(ifd, tag))).toBe(expected);
  });

  it.each([
    ["http://ns.adobe.com/photoshop/1.0/", "City", "location/place-name"],
    ["http://ns.adobe.com/photoshop/1.0", "Country", "location/country"],
    ["http://ns.adobe.com/exif/1.0/", "GPSLatitude", "location/gps"],
    ["http://www.dji.com/drone-dji/1.0/", "GpsLongtitude", "location/gps"],
    ["http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "LocationCreated", "location/place-name"],
    ["http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "DigitalSourceType", "hidden-data/ai-record"],
    ["http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "CreatorContactInfo", "identity/contact"],
    ["http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "CiEmailWork", "identity/contact"],
    ["http://ns.adobe.com/xap/1.0/mm/", "History", "hidden-data/edit-history"],
    ["http://ns.adobe.com/xap/1.0/mm/", "DocumentID", "hidden-data/document-id"],
    ["http://ns.adobe.com/camera-raw-settings/1.0/", "Exposure2012", "hidden-data/edit-history"],
    ["http://rs.tdwg.org/dwc/terms/", "decimalLatitude", "location/gps"],
    ["http://ns.adobe.com/hdr-gain-map/1.0/", "GainMapMax", "structure"],
    ["http://nobody.example/ns/", "homeLatitude", "location/gps"],
    ["http://nobody.example/ns/", "hometownCity", "location/place-name"],
    ["http://nobody.example/ns/", "Zzz", "hidden-data/unknown-tag"],
  ])("XMP %s %s: %s", (uri, name, expected) => {
    expect(word(xmpProperty(uri, name))).toBe(expected);
  });

  it("names every IPTC place", () => {
    const places = [26, 27, 90, 92, 95].map((dataset) => word(iptcDataset(2, dataset)));
    expect(new Set(places)).toEqual(new Set(["location/place-name"]));
    expect([100, 101].map((dataset) => word(iptcDataset(2, dataset)))).toEqual([
      "location/country",
      "location/country",
    ]);
    expect(word(iptcDataset(2, 199))).toBe("hidden-data/unknown-tag");
  });

  it("knows Photoshop's thumbnails and says that it does not know the rest", () => {
    expect(word(photoshopResource(1036))).toBe("thumbnail/embedded-thumbnail");
    expect(word(photoshopResource(1005))).toBe("technical");
    expect(word(photoshopResource(7777))).toBe("hidden-data/unknown-tag");
  });

  it.each([
    ["©xyz", "location/gps"],
    ["com.apple.quicktime.location.ISO6709", "location/gps"],
    ["com.apple.quicktime.make", "device/device-model"],
    ["com.android.version", "device/software"],
    ["©swr", "device/software"],
  ])("QuickTime %s: %s", (key, expected) => {
    expect(word(quickTimeKey(key))).toBe(expected);
  });

  it.each([
    ["parameters", "hidden-data/ai-record"],
    ["prompt", "hidden-data/ai-record"],
    ["Author", "identity/author"],
    ["Creation Time", "time/capture-time"],
    ["Software", "device/software"],
    ["gps:latitude", "location/gps"],
    ["Creatortool", "device/software"],
    ["Zzz", "hidden-data/unknown-tag"],
  ])("text keyword %s: %s", (keyword, expected) => {
    expect(word(textKeyword(keyword))).toBe(expected);
  });

  it("recognises an image generator's notes by their words", () => {
    expect(isAiRecord("a cat\nNegative prompt: dog\nSteps: 20, Sampler: Euler a")).toBe(true);
    expect(isAiRecord("a cat in the rain")).toBe(false);
  });

  it("calls a tag by its standard name, else by its number", () => {
    expect(exifTagName("GPS", 2)).toBe("GPSLatitude");
    expect(exifTagName("ExifIFD", 0xa430)).toBe("CameraOwnerName");
    expect(exifTagName("IFD0", 0xbeef)).toBe("0xBEEF");
  });
});
