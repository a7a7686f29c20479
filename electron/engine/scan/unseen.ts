import type { Finding } from "../../../shared/model/finding.ts";

/* What is told of a picture that could not be looked at, or not to its end: nobody knows what it shows. */

const unseen = (type: string): Finding => ({
  kind: "personal-text",
  type,
  severity: "low",
  confidence: 0,
  box: null,
  value: null,
  source: "picture",
  location: null,
});

export const PICTURE_UNSEEN = unseen("picture-unseen");
/** The time ran out before all print was read. */
export const PRINT_UNREAD = unseen("print-unread");
