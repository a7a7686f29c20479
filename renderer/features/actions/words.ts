import type { WantedKind } from "../../bridge/action-desk.ts";
import type { IconName } from "../../ui/icons.tsx";

/** Where the sentences of each kind of action stand; `export` is no name that code may have. */
export const WORDS = {
  strip: "strip",
  quarantine: "quarantine",
  redact: "redact",
  export: "copies",
} as const satisfies Record<WantedKind, string>;

export const ICONS = {
  strip: "clean",
  quarantine: "vault",
  redact: "cover",
  export: "copies",
} as const satisfies Record<WantedKind, IconName>;
