import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mask } from "./mask.ts";

describe("a masked value", () => {
  it.each([
    ["identity", "owner-name", "Jane Sample", "J••• S••••"],
    ["identity", "author", "Jo Smith", "J• S••••"],
    ["identity", "person-name", "张三", "张•"],
    ["identity", "contact", "jane@mail.example", "j••••"],
    ["identity", "author", "A B C D E F", "• • • • …"],
    ["location", "place-name", "Springfield", "S••••"],
    ["location", "country", "Iceland", "Iceland"],
    ["device", "serial-number", "SN123456789", "SN*******89"],
    ["device", "serial-number", "12345", "*****"],
    ["device", "device-model", "Camera 5D", "Camera 5D"],
    ["time", "capture-time", "2021:07:14 09:30:00", "2021-07"],
    ["time", "capture-time", "20210714", "2021-07"],
    ["time", "modify-time", "yesterday", null],
    ["identity", "caption", "My aunt's garden at dusk, again", "••• (31)"],
    ["hidden-data", "ai-record", "a cat in the rain", "••• (17)"],
    ["location", "gps", "51.5,-0.12", null],
    ["identity", "author", " \u202e\0 ", null],
  ] as const)("%s/%s %s is shown as %s", (kind, type, raw, shown) => {
    expect(mask(kind, type, raw)).toBe(shown);
  });

  it("never keeps four characters of a personal value in a row", () => {
    const personal = fc.constantFrom(
      "owner-name",
      "author",
      "copyright",
      "person-name",
      "contact",
      "host-computer",
      "place-name",
      "serial-number",
      "unique-id",
      "document-id",
      "gps",
    );
    const words = fc.array(fc.stringMatching(/^[A-Za-z0-9@._-]{1,12}$/), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(personal, words, (type, parts) => {
        const raw = parts.join(" ");
        const shown = mask("identity", type, raw) ?? "";
        for (let at = 0; at + 4 <= raw.length; at++) {
          if (shown.includes(raw.slice(at, at + 4))) return false;
        }
        return true;
      }),
      { numRuns: 1000 },
    );
  });
});
