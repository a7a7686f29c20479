import { toFinding } from "../../../shared/policy/metadata-risk.ts";
import { type SidecarKind, sidecarSource } from "../../../shared/policy/sidecar-source.ts";
import { FileSource } from "../../base/bytes.ts";
import { readingError } from "../../base/errno.ts";
import { revealSidecar } from "../formats/sidecars/reveal-sidecar.ts";
import type { RawFinding } from "./inspect.ts";

/** A file beside a photo that tells about it. */
export interface SidecarFile {
  readonly kind: SidecarKind;
  readonly path: string;
}

/** What a photo's sidecars give away, each fact once. */
export function sidecarFindings(sidecars: readonly SidecarFile[]): readonly RawFinding[] {
  const findings = sidecars.flatMap((sidecar) => findingsOf(sidecar));
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}

function findingsOf({ kind, path }: SidecarFile): readonly RawFinding[] {
  let file: FileSource | undefined;
  try {
    file = FileSource.open(path);
    return revealSidecar(kind, file).map((fact) => ({
      ...toFinding({ ...fact, source: sidecarSource(kind, fact.source) }),
      raw: fact.value,
    }));
  } catch (error) {
    // One that is gone gives nothing away; of one that cannot be read nobody knows.
    return readingError(error) === "file-vanished" ? [] : [unreadable(kind)];
  } finally {
    file?.close();
  }
}

const unreadable = (kind: SidecarKind): RawFinding =>
  toFinding({
    kind: "hidden-data",
    type: "unreadable-block",
    source: sidecarSource(kind, ""),
    value: null,
    location: null,
  });
