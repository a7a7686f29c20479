import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { degreesInText, iso6709, onEarth, placeInText } from "./text-place.ts";

describe("a place written into a text", () => {
  it.each([
    ["+51.5007-000.1246/", { lat: 51.5007, lon: -0.1246 }],
    ["+51.5007-000.1246+011.000/", { lat: 51.5007, lon: -0.1246 }],
    ["+5130.50-00007.50/", { lat: 51.508333, lon: -0.125 }],
    ["+513030-0000730/", { lat: 51.508333, lon: -0.125 }],
    ["taken at 51.50074, -0.12462 by hand", { lat: 51.50074, lon: -0.12462 }],
    ["51.5007N 0.1246W", { lat: 51.5007, lon: -0.1246 }],
    ["N51.5007, W0.1246", { lat: 51.5007, lon: -0.1246 }],
    [`51°30'2.52"N 0°7'28.56"W`, { lat: 51.5007, lon: -0.1246 }],
    ['{"latitude": 51.5007, "longitude": -0.1246}', { lat: 51.5007, lon: -0.1246 }],
    ["lat=51.5 lon=-0.12", { lat: 51.5, lon: -0.12 }],
    ["geo:51.5,-0.12", { lat: 51.5, lon: -0.12 }],
    ["https://maps.example/?q=51.5,-0.12", { lat: 51.5, lon: -0.12 }],
  ])("is found in %s", (text, place) => {
    const found = placeInText(text);
    expect(found?.lat).toBeCloseTo(place.lat, 5);
    expect(found?.lon).toBeCloseTo(place.lon, 5);
  });

  it.each([
    "CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90",
    "Lavc58.134.100",
    "2021:07:14 09:30:00",
    "f/2.8, 1/200 s, 24 mm",
    "0.5, 0.25",
    "version 1.2345 and 6.7890",
    "99.12345, 200.12345",
    "+0.0000+000.0000/",
    "",
  ])("is not found in %s", (text) => {
    expect(placeInText(text)).toBeUndefined();
  });

  it("is never off the earth, whatever the text", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+\d., NSEW°'"/:a-z]{0,80}$/), (text) => {
        const place = placeInText(text) ?? iso6709(text);
        return !place || (Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180);
      }),
    );
  });
});

it.each([
  ["51,30.5N", 51.508333],
  ["51,30,15N", 51.504167],
  ["0,7.476W", -0.1246],
  ["-0.1246", -0.1246],
  ["51.5S", -51.5],
])("reads XMP's coordinate %s", (text, degrees) => {
  expect(degreesInText(text)).toBeCloseTo(degrees, 5);
});

it("takes 0/0 for what cameras write when they know no place", () => {
  expect(onEarth(0, 0)).toBeUndefined();
});
