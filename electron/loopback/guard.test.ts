import { expect, it } from "vitest";
import { cookieValue, isAllowedToRead, isOwnHost, isOwnOrigin, isSameSecret } from "./guard.ts";

const PORT = 4711;
const HOST = "127.0.0.1:4711";
const SELF = { host: HOST, origin: `http://${HOST}` };

it.each(["127.0.0.1:4711", "localhost:4711"])("is reached by its own name %s", (host) => {
  expect(isOwnHost(host, PORT)).toBe(true);
});

it.each([
  undefined,
  "",
  "127.0.0.1",
  "localhost",
  "127.0.0.1:4712",
  "127.0.0.1:47110",
  "LOCALHOST:4711",
  "localhost.:4711",
  "[::1]:4711",
  "0.0.0.0:4711",
  "photos.example:4711",
  "127.0.0.1.photos.example:4711",
  "127.0.0.1:4711.photos.example",
  "127.0.0.1:4711, photos.example",
])("is not reached by the name %s", (host) => {
  expect(isOwnHost(host, PORT)).toBe(false);
});

it("takes its own page's origin", () => {
  expect(isOwnOrigin(SELF, PORT)).toBe(true);
  expect(isOwnOrigin({ host: "localhost:4711", origin: "http://localhost:4711" }, PORT)).toBe(true);
});

it.each([
  undefined,
  "null",
  "http://photos.example",
  "https://127.0.0.1:4711",
  "http://127.0.0.1:4712",
  "http://localhost:4711",
  "http://127.0.0.1:4711/",
  "http://127.0.0.1:4711.photos.example",
])("refuses the origin %s where one is needed", (origin) => {
  expect(isOwnOrigin({ host: HOST, origin }, PORT)).toBe(false);
});

it("refuses its own origin under a foreign host", () => {
  expect(isOwnOrigin({ ...SELF, host: "photos.example:4711" }, PORT)).toBe(false);
});

it("lets a person open the address, and the page read its files", () => {
  expect(isAllowedToRead({ host: HOST }, PORT)).toBe(true);
  expect(isAllowedToRead({ host: HOST, "sec-fetch-site": "none" }, PORT)).toBe(true);
  expect(isAllowedToRead({ ...SELF, "sec-fetch-site": "same-origin" }, PORT)).toBe(true);
});

it("lets no other site's page read", () => {
  expect(isAllowedToRead({ host: HOST, origin: "http://photos.example" }, PORT)).toBe(false);
  expect(isAllowedToRead({ host: HOST, "sec-fetch-site": "cross-site" }, PORT)).toBe(false);
  expect(isAllowedToRead({ host: HOST, "sec-fetch-site": "same-site" }, PORT)).toBe(false);
  expect(isAllowedToRead({ host: "photos.example:4711" }, PORT)).toBe(false);
});

it("tells two secrets apart, whatever their lengths", () => {
  expect(isSameSecret("abc", "abc")).toBe(true);
  expect(isSameSecret("abd", "abc")).toBe(false);
  expect(isSameSecret("abcd", "abc")).toBe(false);
  expect(isSameSecret("", "abc")).toBe(false);
});

it("finds its cookie among others and trusts no two unlike ones", () => {
  expect(cookieValue("a=1; safelight-1=x; b=2", "safelight-1")).toBe("x");
  expect(cookieValue("safelight-11=y", "safelight-1")).toBeUndefined();
  expect(cookieValue("safelight-1=x; safelight-1=y", "safelight-1")).toBeUndefined();
  expect(cookieValue(undefined, "safelight-1")).toBeUndefined();
});
