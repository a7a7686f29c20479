import { expect, it } from "vitest";
import { folderName } from "./folder-name.ts";

it.each([
  ["  For sale ", "For sale"],
  ["给朋友", "给朋友"],
  ["Cafe\u0301", "Caf\u00e9"],
  ["2026-08 summer (small)", "2026-08 summer (small)"],
  ["console", "console"],
])("takes %j as a folder's name", (typed, name) => {
  expect(folderName(typed)).toBe(name);
});

it.each([
  "",
  "  ",
  ".",
  "..",
  ".hidden",
  "ends.",
  "a/b",
  "a\\b",
  "../up",
  "what?",
  "a:b",
  "nul",
  "COM1.txt",
  "line\nbreak",
  "turned\u202eround",
  "half\ud800",
  "照".repeat(61),
])("refuses %j, which some disk or some eye would take for something else", (typed) => {
  expect(folderName(typed)).toBeUndefined();
});
