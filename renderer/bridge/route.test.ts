import { expect, it } from "vitest";
import { directoryId, folderId, personId, photoId } from "../../shared/model/ids.ts";
import { EVERY_PHOTO, hrefOf, type Route, routeOf } from "./route.ts";

const filter = {
  folderId: folderId.parse(3),
  kinds: ["location", "hidden-data"],
  severities: ["high", "critical"],
  status: "failed",
  directoryId: directoryId.parse(5),
  text: "上海 beach & sea",
  documents: ["passport", "cn-resident-id-front"],
  changed: false,
  focus: null,
  person: personId.parse(2),
  sort: "newest",
} as const;

it("comes back to the same place from its address", () => {
  const routes: readonly Route[] = [
    { page: "home" },
    { page: "album", filter: EVERY_PHOTO },
    { page: "album", filter },
    { page: "photo", photoId: photoId.parse(12), filter },
    { page: "insights" },
    { page: "vault" },
    { page: "album", filter: { ...EVERY_PHOTO, focus: { cells: [1, 60_123_456_789] } } },
    {
      page: "album",
      filter: { ...EVERY_PHOTO, focus: { clues: ["child", "possible-child"], name: null } },
    },
    {
      page: "album",
      filter: { ...EVERY_PHOTO, focus: { clues: ["software"], name: "a = b.c & d" } },
    },
    { page: "history" },
    { page: "simple", step: "choose", folderId: null },
    { page: "simple", step: "papers", folderId: folderId.parse(3) },
    { page: "help", article: null },
    { page: "help", article: "old-age" },
    { page: "help", article: "apps" },
    { page: "settings" },
  ];
  expect(routes.map(hrefOf).map(routeOf)).toEqual(routes);
});

it("writes an address that can be read", () => {
  expect(hrefOf({ page: "album", filter })).toBe(
    "#/album?folder=3&kinds=location.hidden-data&severities=high.critical&status=failed&in=5" +
      "&text=%E4%B8%8A%E6%B5%B7+beach+%26+sea&documents=passport.cn-resident-id-front&changed=no&person=2&sort=newest",
  );
});

it("leads home, or drops the part it cannot read, when an address makes no sense", () => {
  expect(["", "#", "#/photo/x", "#/photo/-1", "#/nowhere", "#token=abc"].map(routeOf)).toEqual(
    Array.from({ length: 6 }, () => ({ page: "home" })),
  );
  expect(routeOf("#/simple/clean/x")).toEqual({ page: "simple", step: "choose", folderId: null });
  expect(routeOf("#/help/magic")).toEqual({ page: "help", article: null });
  expect(routeOf("#/album?folder=-2&kinds=love.location&severities=&status=sad")).toEqual({
    page: "album",
    filter: { ...EVERY_PHOTO, kinds: ["location"] },
  });
});
