import type { Report } from "../../../../shared/model/report.ts";

/** For tests only: what an album of three photos, one of them torn, comes to. */
export const SAMPLE: Report = {
  version: 1,
  madeAt: "2026-11-25T08:00:00.000Z",
  madeBy: null,
  safelight: "0.1.0",
  folder: "Pictures",
  detectors: [{ word: "faces1", photos: 2 }],
  photos: 3,
  dangerous: 1,
  unknown: { failed: [{ reason: "format-damaged", photos: 1 }], skipped: 0, unseen: 0, unread: 0 },
  bySeverity: [
    { severity: "critical", photos: 1 },
    { severity: "none", photos: 1 },
  ],
  byKind: [{ kind: "personal-text", photos: 1, items: 2 }],
  byType: [
    {
      kind: "personal-text",
      type: "cn-resident-id",
      severity: "high",
      photos: 1,
      items: 2,
      different: 2,
    },
  ],
  byLaw: [{ category: "official-identity", pipl: "28", gdpr: "87", photos: 1 }],
  byFolder: [{ folder: "Pictures", photos: 3, failed: 1, dangerous: 1 }],
  byAction: [{ kind: "strip", done: 2, failed: 1, undone: 0 }],
};
