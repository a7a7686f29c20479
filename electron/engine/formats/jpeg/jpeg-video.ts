import type { ByteSource } from "../../../base/bytes.ts";
import type { Verdict } from "../content.ts";
import type { Block, Span } from "../format.ts";

/** Bytes of one top-level box other than media data that are searched; a longer one counts as a find. */
const MAX_HEADER_BYTES = 8 * 1024 * 1024;
const MAX_BOXES = 1000;

/** Sample types of tracks that hold positions: Apple's, Google's and GoPro's. */
const TRACKS = ["mebx", "camm", "gpmd"];

/**
 * May a track of an appended video say where it was taken? Looks at everything but its media data.
 * Places that a video states as text are a matter of judging its content.
 */
export function hasTrack(file: ByteSource, { start, end }: Span): boolean {
  let at = start;
  for (let boxes = 0; at < end && boxes < MAX_BOXES; boxes++) {
    const short = file.u32(at);
    const size = short === 1 ? file.u64(at + 8) : short === 0 ? end - at : short;
    if (size === undefined || size < 8) return true;
    const isMedia = file.latin1(at + 4, at + 8) === "mdat";
    if (!isMedia && size > MAX_HEADER_BYTES) return true;
    const text = isMedia ? "" : file.latin1(at, Math.min(end, at + size));
    if (TRACKS.some((track) => text.includes(track))) return true;
    at += size;
  }
  return at < end;
}

/** A verdict on the XMP of a motion photo whose video goes: the same bytes, but they no longer promise one. */
export function forgetVideo(file: ByteSource, block: Block, verdict: Verdict): Verdict {
  const [packet] = block.payload;
  if (block.kind !== "xmp" || verdict.do === "drop" || block.payload.length !== 1 || !packet) {
    return verdict;
  }
  const old = verdict.do === "replace" ? verdict.payload : file.bytes(packet.start, packet.end);
  const text = Buffer.from(old).toString("latin1");
  const payload = Uint8Array.from(Buffer.from(withoutVideo(text), "latin1"));
  return Buffer.compare(payload, old) === 0 ? verdict : { do: "replace", payload };
}

/** GCamera:MotionPhoto and MicroVideo become 0, the video's lengths zeros of as many digits. */
const withoutVideo = (xmp: string): string =>
  xmp
    .replace(/(?<flag>(?:MotionPhoto|MicroVideo)(?:=["']|>))1\b/g, "$<flag>0")
    .replace(/(MicroVideoOffset\D{1,3})(\d{1,12})\b/g, zeroed)
    .replace(/(Semantic\W{1,3}MotionPhoto\b[^>]{0,200}?:Length\D{1,3})(\d{1,12})\b/g, zeroed);

const zeroed = (_all: string, before: string, digits: string) => before + "0".repeat(digits.length);
