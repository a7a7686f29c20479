import type { Orientation } from "../../../shared/model/geometry.ts";
import type { FormatId } from "../../../shared/model/photo.ts";
import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import type { Result } from "../../../shared/result.ts";
import type { ByteSource } from "../../base/bytes.ts";

/** A half-open range of bytes of a file, from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a run of bytes beside the pixels is. `unknown` is reported and dropped like the rest. */
export type BlockKind =
  | "exif" // a TIFF structure; the payload starts at its "II" or "MM"
  | "xmp" // one XMP packet; the payload is the XML, without headers, joined if it came in parts
  | "iptc" // IPTC-IIM datasets, starting with 0x1C
  | "photoshop" // image resource blocks ("8BIM"), IPTC and thumbnails inside
  | "icc" // colour profile: needed to show the right colours
  | "jfif" // density and version: nothing private unless a thumbnail is inside
  | "comment" // free text
  | "text" // keyword and text (PNG tEXt, SVG title, QuickTime user data string…)
  | "thumbnail" // an embedded, smaller picture of its own
  | "mpf" // index of further pictures in the same file (CIPA DC-007)
  | "gain-map" // HDR gain map picture; part of how the picture looks
  | "c2pa" // content credentials and other JUMBF
  | "vendor" // a maker's block that is named but not understood (FLIR, DJI, Samsung…)
  | "video" // an appended or embedded video (motion photo)
  | "image" // a further whole picture appended or embedded
  | "times" // creation and modification times of a container's header
  | "location" // coordinates in a container's own field (©xyz, loci)
  | "timed-metadata" // a metadata track among video samples (GPS, sensors)
  | "sidecar" // reserved for files beside the photo
  | "trailer" // bytes after the end of the picture
  | "padding" // bytes nobody reads; may hold remains
  | "unknown";

/** One piece of metadata in a file. */
export interface Block {
  readonly kind: BlockKind;
  /** The standard's name for it: "APP1 Exif", "iTXt XML:com.adobe.xmp", "moov/udta/©xyz". */
  readonly name: string;
  /** All bytes it occupies, header included; several when it came in parts. In file order. */
  readonly spans: readonly Span[];
  /** Its content's bytes, header excluded; their concatenation is what the content reader gets. */
  readonly payload: readonly Span[];
  /** PNG and 8BIM content can be deflated, pictures in SVG are base64 text, JPEG XL's boxes brotli: how `payload` is packed. */
  readonly packing?: "deflate" | "base64" | "brotli" | "brotli-exif";
  /**
   * Text that the container itself already holds in plain form (keyword, key name). Of an `exif`
   * block: what its first directory is, where that is not IFD0.
   */
  readonly label?: string;
}

/** All that `inspect` learnt, from headers alone. */
export interface Inspection {
  readonly format: FormatId;
  /** Stored pixels, before orientation; null when the file does not say. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** How to turn the stored picture; 1 when the file does not say. */
  readonly orientation: Orientation;
  /** Every piece of metadata, known or not, in file order. */
  readonly blocks: readonly Block[];
  /** The bytes that draw the picture (coded payload, structure it needs), in file order; their concatenated hash must never change. */
  readonly pixels: readonly Span[];
}

/** The file breaks its container's rules at `offset`: it is read no further and never rewritten. */
export interface Damaged {
  readonly code: "format-damaged";
  readonly subject: FormatId;
  readonly offset: number;
}

/** We can read this file but not rewrite it safely. `subject` names the reason in technical words. */
export interface ReadOnly {
  readonly code: "format-read-only";
  readonly subject: string;
}

/** A stripped file as a list of ranges to copy and bytes to put between: pixels cannot change by accident. */
export type Piece = Span | { readonly bytes: Uint8Array };

/**
 * How far `inspect` reads. `full` proves where the picture ends; `quick` may trust a file's own
 * word for it (its last bytes, its index of pictures) so as not to read megabytes of pixels, and is
 * for scans of metadata alone. Strip and verify always read in full.
 */
export type Depth = "quick" | "full";

/** One container. `inspect` and `strip` walk the same blocks, so they cannot disagree. */
export interface Format {
  readonly id: FormatId;
  /** `head` is the first kilobyte (fewer in a shorter file). The extension is never trusted. */
  recognises(head: Uint8Array): boolean;
  inspect(file: ByteSource, depth: Depth): Result<Inspection, Damaged>;
  strip(file: ByteSource, plan: StripPlan): Result<readonly Piece[], Damaged | ReadOnly>;
}

export const damaged = (subject: FormatId, offset: number): Result<never, Damaged> => ({
  ok: false,
  error: { code: "format-damaged", subject, offset },
});
