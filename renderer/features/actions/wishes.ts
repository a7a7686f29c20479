import type {
  ActionRequest,
  ExportRequest,
  Redaction,
  StripRequest,
} from "../../../shared/model/action.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import type { ActionDesk, WantedKind } from "../../bridge/action-desk.ts";
import type { Place } from "../../bridge/use-folders.ts";

/** Everything a person can set in the dialog; each kind of action reads its part. */
export interface Wishes {
  readonly strip: StripRequest;
  readonly redaction: Redaction;
  readonly copies: Pick<ExportRequest, "resizePx" | "rename"> & { readonly to: Place | null };
}

export function firstWishes({ kind, coverKinds, preset }: ActionDesk): Wishes {
  return {
    strip: { preset, kinds: [], keepDate: false, keepCopy: true, wholeCopy: false },
    redaction: {
      kinds: kind === "redact" ? coverKinds : [],
      boxes: [],
      style: "solid",
      ellipse: false,
    },
    copies: { to: null, resizePx: null, rename: true },
  };
}

const isVague = ({ preset, kinds }: StripRequest): boolean =>
  preset === "custom" && kinds.length === 0;

const covers = ({ kinds, boxes }: Redaction): boolean => kinds.length + boxes.length > 0;

/** What is asked of the engine; null while too little has been chosen. */
export function requestOf(kind: WantedKind, wishes: Wishes): ActionRequest | null {
  const { strip, redaction, copies } = wishes;
  switch (kind) {
    case "strip":
      return isVague(strip) ? null : { kind, ...strip };
    case "quarantine":
      return { kind };
    case "redact":
      return covers(redaction) ? { kind, ...redaction } : null;
    case "export": {
      const { to, resizePx, rename } = copies;
      if (isVague(strip)) return null;
      const redact = covers(redaction) ? redaction : null;
      return { kind, to: to?.id ?? null, strip, redact, resizePx, rename };
    }
  }
}

/** Copies can be looked at before, but not made until it is known where they go. */
export const lacksFolder = (kind: WantedKind, { copies }: Wishes): boolean =>
  kind === "export" && copies.to === null;

/** Keeps nothing to go back with: only where the person said so. */
export const canUndo = (kind: WantedKind, { strip }: Wishes): boolean =>
  kind !== "strip" || strip.keepCopy;

/** Something would be covered in a way that can be undone by others. */
export const isWeak = (kind: WantedKind, { redaction }: Wishes): boolean =>
  (kind === "redact" || kind === "export") && covers(redaction) && redaction.style !== "solid";

/** The one photo that the dialog is open for; null when there are several. */
export function onlyPhoto({ choice }: ActionDesk): PhotoId | null {
  if (!("photoIds" in choice) || choice.photoIds.length > 1) return null;
  return choice.photoIds[0] ?? null;
}
