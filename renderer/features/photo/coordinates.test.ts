import { expect, it } from "vitest";
import { sentence } from "../../../shared/text/index.ts";
import { placeWords } from "./coordinates.ts";

const said = (language: "en" | "zh-CN", lat: number, lon: number) => {
  const { key, facts } = placeWords({ lat, lon });
  return sentence(language, key, facts);
};

it("writes a place the way each language does, in all four quarters of the globe", () => {
  expect(said("en", 31.230416, 121.4737)).toBe("31.23042° N, 121.47370° E");
  expect(said("en", 40.4, -3.7)).toBe("40.40000° N, 3.70000° W");
  expect(said("zh-CN", -33.86, 151.2)).toBe("南纬 33.86000°，东经 151.20000°");
  expect(said("zh-CN", -22.9, -43.2)).toBe("南纬 22.90000°，西经 43.20000°");
});
