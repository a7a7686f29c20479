import { expect, it } from "vitest";
import { hasDisplay, openerOf } from "./browser.ts";

const ADDRESS = "http://127.0.0.1:1/#token=a&b";

it("opens the address with each system's own opener, never through a shell that would read it", () => {
  expect(openerOf(ADDRESS, "linux")).toEqual(["xdg-open", [ADDRESS]]);
  expect(openerOf(ADDRESS, "darwin")).toEqual(["open", [ADDRESS]]);
  expect(openerOf(ADDRESS, "win32")).toEqual([
    "rundll32",
    ["url.dll,FileProtocolHandler", ADDRESS],
  ]);
});

it("knows where no window could appear", () => {
  expect(hasDisplay("linux", {})).toBe(false);
  expect(hasDisplay("linux", { DISPLAY: "" })).toBe(false);
  expect(hasDisplay("linux", { DISPLAY: ":0" })).toBe(true);
  expect(hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
  expect(hasDisplay("darwin", {})).toBe(true);
});
