import { describe, expect, it } from "vitest";
import { momentOf } from "./moment.ts";

const AUGUST_2024 = (2024 - 1970) * 12 + 7;

describe("the moment of a photo", () => {
  it.each([
    ["2024:08:17 21:30:12", "night"],
    ["2024:08:19 06:59:59", "night"],
    ["2024:08:19 09:00:00", "work"],
    ["2024-08-19T16:59:59+08:00", "work"],
    ["2024:08:19 17:00:00", "free"],
    ["2024:08:18 10:00:00", "free"], // a Sunday
  ] as const)("of %s is of the part %s", (text, part) => {
    expect(momentOf(text, 121)).toEqual({ part, month: AUGUST_2024 });
  });

  it("is the sun's where the time is Greenwich's", () => {
    expect(momentOf("2024-08-19T15:00:00.000Z", 121)).toEqual({
      part: "night",
      month: AUGUST_2024,
    });
    expect(momentOf("2024-08-19T15:00:00.000Z", 0)).toEqual({ part: "work", month: AUGUST_2024 });
    expect(momentOf("2024-08-31T22:30:00Z", 121)).toEqual({
      part: "night",
      month: AUGUST_2024 + 1,
    });
  });

  it.each(["", "2024:08", "0000:00:00 00:00:00", "2024:13:40 10:00:00", "1904-01-01T00:00:00Z"])(
    "is not made up for “%s”",
    (text) => {
      expect(momentOf(text, 121)).toBeNull();
    },
  );
});
