import { expect, it } from "vitest";
import { photoId, placeId } from "../../../shared/model/ids.ts";
import { EVERY_PHOTO } from "../../../shared/model/photo.ts";
import type { ActionDesk, WantedKind } from "../../bridge/action-desk.ts";
import { firstWishes, isWeak, lacksFolder, onlyPhoto, requestOf } from "./wishes.ts";

const PHOTO = photoId.parse(4);
const desk = (kind: WantedKind, photoIds = [PHOTO]): ActionDesk => ({
  kind,
  choice: { photoIds },
  coverKinds: ["face", "barcode"],
  preset: "identity",
});
const PLACE = { id: placeId.parse(2), name: "For sale", path: "/home/alex/For sale" };

it("asks for nothing before enough was chosen", () => {
  const { strip, redaction, copies } = firstWishes(desk("export"));
  const custom = { ...strip, preset: "custom" as const };
  expect(requestOf("strip", { strip: custom, redaction, copies })).toBeNull();
  expect(requestOf("redact", { strip, redaction, copies })).toBeNull();
  const placed = { strip: custom, redaction, copies: { ...copies, to: PLACE } };
  expect(requestOf("export", placed)).toBeNull();
});

it("covers at once all that was found, but in copies only what was asked for", () => {
  expect(requestOf("redact", firstWishes(desk("redact")))).toEqual({
    kind: "redact",
    kinds: ["face", "barcode"],
    boxes: [],
    style: "solid",
    ellipse: false,
  });
  const wishes = firstWishes(desk("export"));
  const copies = { ...wishes.copies, to: PLACE, resizePx: 2048 };
  expect(requestOf("export", { ...wishes, copies })).toEqual({
    kind: "export",
    to: 2,
    strip: wishes.strip,
    redact: null,
    resizePx: 2048,
    rename: true,
  });
});

it("can look at copies before it knows where they go, but not make them", () => {
  const wishes = firstWishes(desk("export"));
  expect(requestOf("export", wishes)).toMatchObject({ kind: "export", to: null });
  expect(lacksFolder("export", wishes)).toBe(true);
  const copies = { ...wishes.copies, to: PLACE };
  expect(lacksFolder("export", { ...wishes, copies })).toBe(false);
  expect(lacksFolder("redact", wishes)).toBe(false);
});

it("warns of blur only where something would be blurred", () => {
  const wishes = firstWishes(desk("redact"));
  const blurred = { ...wishes, redaction: { ...wishes.redaction, style: "blur" as const } };
  expect(isWeak("redact", blurred)).toBe(true);
  expect(isWeak("redact", wishes)).toBe(false);
  expect(isWeak("strip", blurred)).toBe(false);
  const nothing = { ...blurred, redaction: { ...blurred.redaction, kinds: [] } };
  expect(isWeak("export", nothing)).toBe(false);
});

it("knows when it is open for a single photo", () => {
  expect(onlyPhoto(desk("redact"))).toBe(4);
  expect(onlyPhoto(desk("redact", [PHOTO, photoId.parse(5)]))).toBeNull();
  expect(onlyPhoto({ ...desk("redact"), choice: { filter: EVERY_PHOTO, except: [] } })).toBeNull();
});
