import { basename } from "node:path";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { MarkedFinding } from "../../../shared/model/finding-list.ts";
import { uprightSize } from "../../../shared/model/geometry.ts";
import type { FormatId } from "../../../shared/model/photo.ts";
import { toFinding } from "../../../shared/policy/metadata-risk.ts";
import { FileSource } from "../../base/bytes.ts";
import { readingError } from "../../base/errno.ts";
import type { Depth } from "../formats/format.ts";
import { formatOf } from "../formats/registry.ts";
import { reveal } from "../formats/reveal/reveal.ts";
import type { SidecarFile } from "./examine-sidecars.ts";
import { looksLikePhoto } from "./photo-names.ts";

/** What an analyst is asked about one file. */
export interface InspectInput {
  readonly path: string;
  /** As the walk saw it; a file that differs by the time it was read is not judged. */
  readonly fingerprint: string;
  readonly depth: Depth;
  /** What stands beside it about it. */
  readonly sidecars?: readonly SidecarFile[];
  /** What is known of its picture, to be told along. */
  readonly shown?: readonly MarkedFinding[];
  /** Its picture will be opened soon: what needs it is left until then. */
  readonly isLookedAtNext?: boolean;
}

/** Some files, and the key for the words of what is read in them (item-word.ts). */
export interface InspectBatch {
  readonly photos: readonly InspectInput[];
  readonly itemKey: Uint8Array;
}

/** A finding inside the analyst: beside the mask stands what was read, which never leaves it unasked. */
export interface RawFinding extends MarkedFinding {
  readonly raw?: string | null;
}

/** `foreign`: not a picture, and nobody would expect one under that name. */
export type Inspected =
  | {
      readonly status: "scanned";
      readonly format: FormatId;
      readonly width: number | null;
      readonly height: number | null;
      readonly findings: readonly RawFinding[];
      readonly bytesRead: number;
    }
  | {
      readonly status: "failed";
      readonly error: AppErrorCode;
      readonly format: FormatId | null;
      /** What could be seen all the same; proves harm, never harmlessness. */
      readonly findings: readonly RawFinding[];
    }
  | { readonly status: "foreign" };

/** Reads one file's metadata. */
export function inspectPhoto({ path, fingerprint, depth }: InspectInput): Inspected {
  let file: FileSource | undefined;
  try {
    file = FileSource.open(path);
    const seen = inspectOpen(file, basename(path), depth);
    return file.fingerprint() === fingerprint ? seen : failed("file-changed");
  } catch (error) {
    return failed(readingError(error));
  } finally {
    file?.close();
  }
}

function inspectOpen(file: FileSource, name: string, depth: Depth): Inspected {
  if (file.size === 0) return looksLikePhoto(name) ? failed("file-empty") : { status: "foreign" };
  const format = formatOf(file);
  if (!format) return looksLikePhoto(name) ? failed("format-unknown") : { status: "foreign" };
  const inspection = format.inspect(file, depth);
  if (!inspection.ok) return { ...failed("format-damaged"), format: format.id };
  const { size, orientation } = inspection.value;
  const upright = size ? uprightSize(size, orientation) : { width: null, height: null };
  const findings = reveal(file, inspection.value).map(
    (fact): RawFinding => ({ ...toFinding(fact), raw: fact.value }),
  );
  return { status: "scanned", format: format.id, ...upright, findings, bytesRead: file.bytesRead };
}

const failed = (error: AppErrorCode) =>
  ({ status: "failed", error, format: null, findings: [] }) as const;
