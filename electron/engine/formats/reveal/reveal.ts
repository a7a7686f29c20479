import type { Revelation } from "../../../../shared/policy/metadata-risk.ts";
import { isPrivate, type Reveals, textKeyword } from "../../../../shared/policy/sensitive-tags.ts";
import { type ByteSource, MemorySource } from "../../../base/bytes.ts";
import type { Block, Inspection } from "../format.ts";
import { type Dispatch, Look, plain } from "../look.ts";
import { isUniform, payloadSource } from "../payload.ts";
import { rawProfile, textOfBytes } from "../text-block.ts";
import { placeFacts, timedFacts, timesFacts } from "./reveal-boxes.ts";
import { revealBytes } from "./reveal-bytes.ts";
import { revealTiff } from "./reveal-exif.ts";
import { revealIptc, revealPhotoshop, revealXmp } from "./reveal-packets.ts";

/** Facts reported of one file at most. */
const MAX_FACTS = 2_000;

/**
 * Everything that a file's metadata gives away, raw, each fact once. What cannot be read is a fact
 * of its own (`unreadable-block`, `unknown-block`): silence means that there is nothing.
 */
export function reveal(
  file: ByteSource,
  { blocks }: Pick<Inspection, "blocks">,
): readonly Revelation[] {
  const facts = new Map<string, Revelation>();
  for (const block of blocks) {
    for (const fact of revealBlock(file, block)) {
      const key = keyOf(fact);
      if (!facts.has(key) && facts.size < MAX_FACTS) facts.set(key, fact);
    }
  }
  return [...facts.values()];
}

/** The same for one block. */
export function revealBlock(file: ByteSource, block: Block): readonly Revelation[] {
  const look = lookAt();
  const source = payloadSource(file, block);
  if (!source) return [look.fact({ kind: "hidden-data", type: "unreadable-block" }, block.name)];
  return READERS[block.kind](source, look, block);
}

/** A fresh look at a file, with every reader at hand. */
export const lookAt = (): Look => new Look(dispatch);

const dispatch: Dispatch = (content, source, look) => {
  switch (content) {
    case "exif":
      return revealTiff(source, look);
    case "xmp":
      return revealXmp(source, look);
    case "iptc":
      return revealIptc(source, look);
    case "photoshop":
      return revealPhotoshop(source, look);
    case "bytes":
      return revealBytes(source, look);
  }
};

type Reader = (source: ByteSource, look: Look, block: Block) => readonly Revelation[];

const nothing: Reader = () => [];

/** A block that is a fact by being there, and is searched for more. */
const searched =
  (fact: Reveals, step: string): Reader =>
  (source, look) => [look.fact(fact, step), ...look.into("bytes", source, step)];

/** The same, for room that is nothing as long as nobody wrote to it. */
const remains =
  (fact: Reveals, step: string): Reader =>
  (source, look, block) =>
    isUniform(source) ? [] : searched(fact, step)(source, look, block);

const READERS: Readonly<Record<Block["kind"], Reader>> = {
  exif: (source, look, block) => revealTiff(source, look, block.label),
  xmp: revealXmp,
  iptc: revealIptc,
  photoshop: revealPhotoshop,
  icc: nothing,
  jfif: nothing,
  comment: (source, look) =>
    textFacts(source, look, { kind: "identity", type: "comment" }, "comment"),
  text: labelledText,
  thumbnail: searched({ kind: "thumbnail", type: "embedded-thumbnail" }, "thumbnail"),
  mpf: nothing,
  "gain-map": (source, look) => look.into("bytes", source, "gain map"),
  c2pa: searched({ kind: "hidden-data", type: "content-credentials" }, "content credentials"),
  vendor: vendorFacts,
  video: searched({ kind: "hidden-data", type: "embedded-video" }, "embedded video"),
  image: searched({ kind: "hidden-data", type: "embedded-image" }, "embedded image"),
  times: timesFacts,
  location: placeFacts,
  "timed-metadata": timedFacts,
  sidecar: (source, look) => look.into("bytes", source, "sidecar"),
  trailer: remains({ kind: "hidden-data", type: "trailing-data" }, "trailer"),
  padding: remains({ kind: "hidden-data", type: "unknown-block" }, "padding"),
  unknown: (source, look, block) => [
    look.fact({ kind: "hidden-data", type: "unknown-block" }, block.name),
    ...look.into("bytes", source, "unknown block"),
  ],
};

/** ISO 21496-1 in JPEG says how a gain map is to be shown, and nothing else. */
export const isGainMapRecord = ({ kind, name }: Pick<Block, "kind" | "name">): boolean =>
  kind === "vendor" && name.includes("ISO 21496-1");

function vendorFacts(source: ByteSource, look: Look, block: Block): readonly Revelation[] {
  if (isGainMapRecord(block)) return look.into("bytes", source, "gain map");
  return [
    look.fact({ kind: "device", type: "vendor-block" }, block.name),
    ...look.into("bytes", source, "vendor block"),
  ];
}

function labelledText(source: ByteSource, look: Look, block: Block): readonly Revelation[] {
  const label = block.label ?? "";
  const profile = rawProfile(label, source);
  if (profile)
    return profile.kind === "icc"
      ? []
      : look.into(profile.kind, new MemorySource(profile.bytes), label);
  const meaning = textKeyword(label);
  return isPrivate(meaning) ? textFacts(source, look, meaning, label || block.name) : [];
}

function textFacts(source: ByteSource, look: Look, meaning: Reveals, where: string) {
  const text = textOfBytes(source);
  if (plain(text) === "") return [];
  const told = SOFTWARE_COMMENT.test(text)
    ? ({ kind: "device", type: "software" } as const)
    : meaning;
  return [...look.text(told, text, where), ...look.into("bytes", source, where)];
}

/** What encoders sign their work with, in JPEG's and GIF's comments. */
const SOFTWARE_COMMENT =
  /^(CREATOR: gd-jpeg|Lavc\d|Created with (The )?GIMP|LEAD Technologies|Intel\(R\) JPEG|AppleMark|ACD Systems|File written by Adobe|Optimized by|Compressed by|Software:)/i;

/** Facts of which a source has one, however many values it gives: they differ in nothing people ask. */
const ONCE: ReadonlySet<string> = new Set([
  "face-region",
  "edit-history",
  "document-id",
  "maker-note",
  "embedded-thumbnail",
  "embedded-preview",
  "capture-time",
  "modify-time",
  "motion-sensor",
  "content-credentials",
  "unknown-tag",
]);

function keyOf({ kind, type, source, value, location }: Revelation): string {
  const place = location ? `${location.lat},${location.lon}` : "";
  return [kind, type, source, ONCE.has(type) ? "" : value, place].join("\n");
}
