import type { SidecarKind } from "../../../../shared/policy/sidecar-source.ts";
import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { type ByteSource, MemorySource } from "../../../base/bytes.ts";
import { lookAt } from "../reveal/reveal.ts";
import { scrub } from "../scrub.ts";
import { revealSidecar } from "./reveal-sidecar.ts";

/**
 * A sidecar without what a plan takes out of its photo: "keep" when it holds nothing of the kind,
 * "drop" when all of it has to go. XMP under a plan that judges each tag keeps its other properties
 * and its length; the JSON of an export and Apple's adjustments are not worth a scalpel.
 */
export function stripSidecar(
  kind: SidecarKind,
  file: ByteSource,
  plan: StripPlan,
): Uint8Array | "keep" | "drop" {
  if (!tellsMore(kind, file, plan)) return "keep";
  if (kind !== "xmp" || plan.whole) return "drop";
  const clean = scrub("xmp", file.bytes(0, file.size), plan.drops, lookAt());
  if (clean === "drop" || tellsMore(kind, new MemorySource(clean), plan)) return "drop";
  return clean;
}

const tellsMore = (sidecar: SidecarKind, file: ByteSource, plan: StripPlan): boolean =>
  revealSidecar(sidecar, file).some(
    ({ kind }) => plan.drops.has(kind) && !(kind === "time" && plan.keepDate),
  );
