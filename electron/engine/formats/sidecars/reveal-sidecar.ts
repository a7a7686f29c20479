import type { Revelation } from "../../../../shared/policy/metadata-risk.ts";
import type { SidecarKind } from "../../../../shared/policy/sidecar-source.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Look } from "../look.ts";
import { lookAt } from "../reveal/reveal.ts";
import { unescapeXml } from "../xmp/xml.ts";
import { revealTakeout } from "./reveal-takeout.ts";

/** Bytes of one sidecar read at most; the largest packets of Lightroom have some hundred KB. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Everything that a sidecar gives away, raw. One that cannot be read is a fact of its own
 * (`unreadable-block`): silence means that there is nothing.
 */
export function revealSidecar(kind: SidecarKind, file: ByteSource): readonly Revelation[] {
  const look = lookAt();
  if (file.size > MAX_BYTES) return [unreadable(look, kind)];
  switch (kind) {
    case "xmp":
      return look.into("xmp", file, "sidecar");
    case "aae":
      return revealAdjustments(file, look);
    case "takeout":
      return revealTakeout(file, look) ?? [unreadable(look, kind)];
  }
}

const unreadable = (look: Look, kind: SidecarKind): Revelation =>
  look.fact({ kind: "hidden-data", type: "unreadable-block" }, `${kind} sidecar`);

const ENTRY = /<key>([^<]{1,200})<\/key>\s{0,100}<(string|date|integer|data)>([^<]*)<\/\2>/g;

/**
 * Apple's adjustments: a property list, XML or binary, whose data says how the picture was edited;
 * with the picture it lets anybody take the edit back. In XML, who edited it and when is text.
 */
function revealAdjustments(file: ByteSource, look: Look): readonly Revelation[] {
  const text = Buffer.from(file.bytes(0, file.size)).toString("utf8");
  const facts = [look.fact({ kind: "hidden-data", type: "edit-history" }, "AAE")];
  for (const [, key = "", , value = ""] of text.matchAll(ENTRY)) {
    const words = unescapeXml(value).trim();
    if (key === "adjustmentEditorBundleID")
      facts.push(look.fact({ kind: "device", type: "software" }, "AAE", words));
    else if (key === "adjustmentTimestamp")
      facts.push(look.fact({ kind: "time", type: "modify-time" }, "AAE", words));
  }
  return [...facts, ...look.into("bytes", file, "AAE")];
}
