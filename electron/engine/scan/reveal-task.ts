import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { RevealedValue } from "../../../shared/model/photo.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { examinePhoto } from "./examine.ts";
import type { SidecarFile } from "./examine-sidecars.ts";
import type { RawFinding } from "./inspect.ts";
import { seePicture } from "./see.ts";
import type { Sight } from "./versions.ts";

/** What an analyst is asked when a person wants to see what a photo's findings stand for. */
export interface RevealInput {
  readonly path: string;
  /** Of the file when it was read; the values of another one are not told. */
  readonly fingerprint: string;
  readonly sights: readonly Sight[];
  readonly sidecars: readonly SidecarFile[];
}

/** Nothing is counted here, and no words are made. */
const NO_KEY = new Uint8Array();

/** Reads a photo anew and tells what was read, raw: for the one who asked, and for nobody to keep. */
export async function revealPhoto({
  sidecars,
  ...input
}: RevealInput): Promise<Result<readonly RevealedValue[], AppErrorCode>> {
  const read = await examinePhoto({ ...input, sidecars, depth: "full" });
  if (read.status === "foreign") return err("format-unknown");
  if (read.status === "failed") return err(read.error);
  const seen =
    input.sights.length > 0
      ? await seePicture({ ...input, known: [], hasCopies: false, twins: [], itemKey: NO_KEY })
      : ok({ findings: [] });
  if (!seen.ok) return seen;
  return ok([...read.findings, ...seen.value.findings].flatMap(revealed));
}

/** Bytes that are no text are no value. */
const MOST_CHARACTERS = 4_000;

const revealed = ({ kind, type, source, box, value, raw }: RawFinding): readonly RevealedValue[] =>
  raw === null || raw === undefined || raw === ""
    ? []
    : [{ kind, type, source, box, masked: value, value: raw.slice(0, MOST_CHARACTERS) }];
