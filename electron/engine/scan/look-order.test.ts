import { expect, it } from "vitest";
import { costOf, inOrder } from "./look-order.ts";

const photo = (path: string, format: "jpeg" | "png" | "heif" = "jpeg") => {
  const at = path.lastIndexOf("/");
  const size = { width: 4000, height: 3000 };
  return { directory: path.slice(0, at), name: path.slice(at + 1), format, ...size };
};

it("looks first at what is named like a paper or a screenshot, then at cameras' photos", () => {
  const photos = [
    photo("/album/cat.jpg"),
    photo("/album/DCIM/100CAMERA/IMG_0001.JPG"),
    photo("/album/IMG_0002.JPG"),
    photo("/album/Screenshots/Screenshot_20260501.png", "png"),
    photo("/album/护照.jpg"),
    photo("/album/Scans/0001.jpg"),
  ];
  expect(inOrder(photos).map(({ name }) => name)).toEqual([
    "护照.jpg",
    "0001.jpg",
    "Screenshot_20260501.png",
    "IMG_0001.JPG",
    "IMG_0002.JPG",
    "cat.jpg",
  ]);
});

it("expects HEIC to take several times as long as JPEG, and more memory", () => {
  const [jpeg, heic] = [costOf(photo("/a.jpg")), costOf(photo("/a.heic", "heif"))];
  expect(heic.ms).toBeGreaterThan(3 * jpeg.ms);
  expect([jpeg.bytes, heic.bytes]).toEqual([36_000_000, 84_000_000]);
});
