import { describe, expect, it } from "vitest";
import { compileCities, compileGazetteer, type Town } from "./compile.ts";
import { Gazetteer } from "./gazetteer.ts";

const town = (name: string, lat: number, lng: number, change: Partial<Town> = {}): Town => ({
  name,
  lat: String(lat),
  lng: String(lng),
  country: "XX",
  admin1: "1",
  ...change,
});
const REGIONS = [{ code: "XX.1", name: "Northshire" }];

function over(towns: readonly Town[]): Gazetteer {
  const gazetteer = Gazetteer.over(compileGazetteer(towns, REGIONS));
  if (!gazetteer) throw new Error("not a gazetteer");
  return gazetteer;
}
const near = (towns: readonly Town[], lat: number, lon: number) =>
  over(towns).wordsFor({ lat, lon }).near;

describe("a place in words", () => {
  it("is the nearest town with its region and its country", () => {
    const towns = [town("Ashby", 52.5, 1.5), town("Barton", 52.6, 1.5)];
    expect(over(towns).wordsFor({ lat: 52.56, lon: 1.5 })).toEqual({
      at: { lat: 52.56, lon: 1.5 },
      near: { words: "Barton, Northshire", country: "XX" },
    });
  });

  it("names a region once, and none where none is known", () => {
    expect(near([town("Northshire", 0, 0)], 0, 0)).toEqual({ words: "Northshire", country: "XX" });
    expect(near([town("Cove", 0, 0, { admin1: "" })], 0, 0)?.words).toBe("Cove");
  });

  it("is none when the nearest town is farther than 50 km", () => {
    const towns = [town("Ashby", 0, 0)];
    expect(near(towns, 0.449, 0)?.words).toBe("Ashby, Northshire");
    expect(near(towns, 0.451, 0)).toBeNull();
    // At 60° north a degree of longitude is half as long.
    expect(near([town("Ashby", 60, 0)], 60, 0.89)?.words).toBe("Ashby, Northshire");
    expect(near([town("Ashby", 60, 0)], 60, 0.91)).toBeNull();
  });

  it("is found across the edges of the map and at its ends", () => {
    expect(near([town("Ashby", -16.8, 179.95)], -16.8, -179.95)?.words).toMatch(/^Ashby/);
    expect(near([town("Ashby", -16.8, -179.95)], -16.8, 180)?.words).toMatch(/^Ashby/);
    expect(near([town("Ashby", 89.9, 10)], 89.9, -170)?.words).toMatch(/^Ashby/);
    expect(near([town("Ashby", 90, 0)], 90, 77)?.words).toMatch(/^Ashby/);
    expect(near([town("Ashby", -90, 0)], -89.99, -120)?.words).toMatch(/^Ashby/);
    expect(near([], 0, 0)).toBeNull();
  });

  it("is the nearest of many, wherever they lie", () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const towns = Array.from({ length: 3_000 }, (_, n) =>
      town(`Town ${n}`, 40 + 4 * random(), -2 + 4 * random()),
    );
    const gazetteer = over(towns);
    for (let n = 0; n < 200; n += 1) {
      const at = { lat: 40 + 4 * random(), lon: -2 + 4 * random() };
      const [first] = towns.toSorted((a, b) => chord(a, at) - chord(b, at));
      expect(gazetteer.wordsFor(at).near?.words).toBe(`${first?.name}, Northshire`);
    }
  });
});

/** Straight through the earth, which is as long as it is far. */
function chord(a: Town, b: { readonly lat: number; readonly lon: number }): number {
  const point = (lat: number, lon: number) => {
    const [p, l] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
  };
  const [from, to] = [point(Number(a.lat), Number(a.lng)), point(b.lat, b.lon)];
  return Math.hypot(...from.map((value, axis) => value - (to[axis] ?? 0)));
}

describe("the compiled file", () => {
  it("is the same each time, whatever the order of its towns", () => {
    const towns = [town("Ashby", 52.5, 1.5), town("Barton", 52.6, 1.5), town("Cove", -3, -4)];
    const there = compileGazetteer(towns, REGIONS);
    expect(compileGazetteer(towns.toReversed(), REGIONS)).toEqual(there);
  });

  it("is refused when it is cut, longer or of another kind", () => {
    const whole = compileGazetteer([town("Ashby", 0, 0)], REGIONS);
    expect(Gazetteer.over(whole)).toBeDefined();
    expect(Gazetteer.over(whole.subarray(0, -1))).toBeUndefined();
    expect(Gazetteer.over(Buffer.concat([whole, Buffer.of(0)]))).toBeUndefined();
    expect(Gazetteer.over(new Uint8Array(3))).toBeUndefined();
    const other = Buffer.from(whole);
    other.writeUInt32LE(2, 4);
    expect(Gazetteer.over(other)).toBeUndefined();
  });

  it("knows the towns of the world in under 6 MB and finds one within a millisecond", async () => {
    const bytes = await compileCities();
    expect(bytes.length).toBeLessThan(6_000_000);
    const world = Gazetteer.over(bytes);
    const words = (lat: number, lon: number) => world?.wordsFor({ lat, lon }).near;
    expect(words(30.916, 121.449)).toEqual({ words: "Nanqiao, Shanghai", country: "CN" });
    expect(words(38.6431, 34.8289)).toEqual({ words: "Göreme, Nevşehir Province", country: "TR" });
    expect(words(0, -30)).toBeNull();
    const startedAt = performance.now();
    // Around Milan the map is densest.
    for (let n = 0; n < 1_000; n += 1) words(45 + n / 1_000, 9 + n / 1_000);
    expect((performance.now() - startedAt) / 1_000).toBeLessThan(1);
  });
});
