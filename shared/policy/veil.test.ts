import { expect, it } from "vitest";
import { isBestVeiled } from "./veil.ts";

it("hides papers, and whatever could do real harm, from those who look over a shoulder", () => {
  expect(isBestVeiled({ kinds: ["location", "document"], severity: "low" })).toBe(true);
  expect(isBestVeiled({ kinds: ["personal-text"], severity: "critical" })).toBe(true);
  expect(isBestVeiled({ kinds: ["location", "face"], severity: "high" })).toBe(false);
});
