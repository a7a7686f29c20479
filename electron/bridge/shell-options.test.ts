import { expect, it } from "vitest";
import { shellOptions } from "./shell-options.ts";

it("reads a folder and the options, in any order, from where the person typed them", () => {
  expect(shellOptions(["--jobs", "3", "pics", "--data-dir=data", "--no-open"], "/home/a")).toEqual({
    folder: "/home/a/pics",
    dataDir: "/home/a/data",
    jobs: 3,
    opensBrowser: false,
  });
});

it("leaves everything to the defaults when nothing is said", () => {
  const { folder, jobs, opensBrowser } = shellOptions([], "/home/a");
  expect({ folder, jobs, opensBrowser }).toEqual({
    folder: undefined,
    jobs: undefined,
    opensBrowser: true,
  });
});

it("passes over Chromium's switches and senseless numbers", () => {
  const { folder, jobs } = shellOptions(["--no-sandbox", "--jobs=-1", "/pics", "--lang=en"], "/");
  expect({ folder, jobs }).toEqual({ folder: "/pics", jobs: undefined });
});
