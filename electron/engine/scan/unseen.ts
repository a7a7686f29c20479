import type { Finding } from "../../../shared/model/finding.ts";

/* What is told of a picture that nobody has looked at, or not to its end: nobody knows what it shows. */

const unseen = (type: string): Finding => ({
  kind: "unseen",
  type,
  severity: "low",
  confidence: 0,
  box: null,
  value: null,
  source: "picture",
  location: null,
});

/** Nobody has looked yet. */
export const PICTURE_WAITING = unseen("picture-waiting");
/** It cannot be opened, or brings its reader down. */
export const PICTURE_UNSEEN = unseen("picture-unseen");
/** It has more pages or moving pictures than the first, which is all that is looked at. */
export const FRAMES_UNSEEN = unseen("frames-unseen");
/** The time ran out before all print was read. */
export const PRINT_UNREAD = unseen("print-unread");
