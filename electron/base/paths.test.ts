import fc from "fast-check";
import { expect, it } from "vitest";
import { displayPath, pathBytes, pathFromBytes } from "./paths.ts";

it("turns any bytes of a file name into text and back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const name = Buffer.from(bytes);
      expect(pathBytes(pathFromBytes(name)).equals(name)).toBe(true);
    }),
  );
});

it("shows no control character, turning mark or unreadable byte of a name", () => {
  const name = pathFromBytes(Buffer.from("evil\u202egnp.exe\n\u0007", "utf8"));
  expect(displayPath(name)).toBe("evil\ufffdgnp.exe\ufffd\ufffd");
  expect(displayPath(pathFromBytes(Buffer.from([0x61, 0xff])))).toBe("a\ufffd");
});
