import { describe, expect, it } from "vitest";
import type { FindingKind, Severity } from "../../../shared/model/finding.ts";
import type { MarkedFinding } from "../../../shared/model/finding-list.ts";
import type { CountedPhoto } from "../catalogue/report-rows.ts";
import { Gathering } from "./gather.ts";

const found = (
  kind: FindingKind,
  type: string,
  severity: Severity,
  rest: Partial<MarkedFinding> = {},
): MarkedFinding => ({
  kind,
  type,
  severity,
  confidence: 1,
  box: null,
  value: null,
  source: "picture",
  location: null,
  ...rest,
});
const number = (value: string, word: string) =>
  found("personal-text", "cn-resident-id", "high", { value, word });

const photo = (change: Partial<CountedPhoto>): CountedPhoto => ({
  id: 1,
  directory: "/album",
  status: "scanned",
  error: null,
  severity: "none",
  detectors: "metadata3.full faces1",
  findings: [],
  ...change,
});

function counted(...photos: readonly CountedPhoto[]) {
  const gathering = new Gathering((directory) => directory.slice(1));
  for (const one of photos) gathering.add(one);
  return gathering.counts();
}

describe("the counts of an album", () => {
  it("tell how many different numbers stand in how many photos", () => {
    const { byType, byKind, byLaw } = counted(
      photo({
        severity: "critical",
        findings: [number("3101**********1234", "a7"), number("1101**********0000", "00")],
      }),
      photo({ severity: "critical", findings: [number("3101**********1234", "a7")] }),
    );
    expect(byType).toEqual([
      {
        kind: "personal-text",
        type: "cn-resident-id",
        severity: "high",
        photos: 2,
        items: 3,
        different: 2,
      },
    ]);
    expect(byKind).toEqual([{ kind: "personal-text", photos: 2, items: 3 }]);
    expect(byLaw).toEqual([{ category: "official-identity", pipl: "28", gdpr: "87", photos: 2 }]);
  });

  it("never take for harmless what could not be read or looked at", () => {
    const { unknown, bySeverity, photos, dangerous, byType } = counted(
      photo({ status: "failed", error: "format-damaged" }),
      photo({
        status: "failed",
        error: "format-damaged",
        severity: "high",
        findings: [found("location", "gps", "high")],
      }),
      photo({ status: "skipped", error: "link-skipped" }),
      photo({ severity: "low", findings: [found("unseen", "picture-unseen", "low")] }),
      photo({ severity: "low", findings: [found("unseen", "print-unread", "low")] }),
      photo({}),
    );
    expect(unknown).toEqual({
      failed: [{ reason: "format-damaged", photos: 2 }],
      skipped: 1,
      unseen: 1,
      unread: 1,
    });
    expect([photos, dangerous]).toEqual([6, 1]);
    expect(bySeverity.map(({ photos: count }) => count)).toEqual([0, 1, 0, 2, 1]);
    expect(byType.map(({ type }) => type)).toEqual(["gps"]);
  });

  it("say of pictures that no detector was asked to look at that nobody knows them", () => {
    const { unknown } = counted(
      photo({ detectors: "metadata3.full" }),
      photo({ detectors: "metadata3.full faces0" }),
      photo({ detectors: "metadata3.full faces1" }),
    );
    expect(unknown.unseen).toBe(2);
  });

  it("name the folders by danger, the types by harm", () => {
    const { byFolder, byType } = counted(
      photo({
        directory: "/album/a",
        findings: [found("time", "capture-time", "low")],
        severity: "low",
      }),
      photo({
        directory: "/album/b",
        findings: [found("location", "gps", "high")],
        severity: "high",
      }),
    );
    expect(byFolder).toEqual([
      { folder: "album/b", photos: 1, failed: 0, dangerous: 1 },
      { folder: "album/a", photos: 1, failed: 0, dangerous: 0 },
    ]);
    expect(byType.map(({ type, different }) => [type, different])).toEqual([
      ["gps", null],
      ["capture-time", null],
    ]);
  });

  it("tell which detectors have looked, not which are yet to look or fell", () => {
    const { detectors } = counted(
      photo({ detectors: "metadata3.full faces1 text0" }),
      photo({ detectors: "metadata3.full faces1!" }),
      photo({ detectors: "metadata3.full faces1+" }),
    );
    expect(detectors).toEqual([
      { word: "metadata3.full", photos: 3 },
      { word: "faces1", photos: 1 },
      { word: "faces1+", photos: 1 },
    ]);
  });
});
