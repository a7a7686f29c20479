import type { DetectorId, FindingKind } from "../../../shared/model/finding.ts";
import type { UnitBox } from "../../../shared/model/geometry.ts";
import type { Effort } from "../../../shared/model/scan.ts";
import type { AgeBand } from "../../../shared/policy/face-risk.ts";
import type { UprightImage } from "../../base/picture.ts";

/** A part that finds one sort of thing in pictures. It knows no file, path or database. */
export interface Detector {
  readonly id: DetectorId;
  /** A new number means: scan again. */
  readonly version: number;
  /** Once per analyst. */
  load(models: ModelStore): Promise<Detect>;
}

/**
 * Looks at one upright picture, however small or odd. Sure ones first. Rejects with the signal's
 * reason when told to stop, which is looked at between two runs of a network.
 */
export type Detect = (
  image: UprightImage,
  stop: AbortSignal,
  effort?: Effort,
) => Promise<readonly Detection[]>;

/** One thing seen in a picture. */
export interface Detection {
  readonly kind: Extract<FindingKind, "face" | "document" | "personal-text" | "barcode">;
  /** A word of the kind's own vocabulary, kebab-case: `face`, `passport`, `phone-number`… */
  readonly type: string;
  /** 0–1; higher is surer. */
  readonly confidence: number;
  readonly box: UnitBox;
  /** What can be read there, raw: it is masked before it leaves the analyst. */
  readonly value: string | null;
  /** How old a face looks; null for all else, and where nobody could say. */
  readonly age: AgeBand | null;
}

/** The networks that the build made, by name. Each is opened once and kept. */
export interface ModelStore {
  open(name: string): Promise<Network>;
}

/** A network ready to run, on one core. */
export interface Network {
  /** What the manifest says of it, such as thresholds: throws for a name that it does not hold. */
  setting(name: string): number;
  /** What the classes of its answer stand for, in their order; none where they need no names. */
  readonly classes: readonly string[];
  /** All inputs by name; all outputs by name. */
  run(inputs: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
}

/** Numbers in rows: the last dimension runs fastest. The array's class is the tensor's type. */
export interface Tensor {
  readonly data: Float32Array | Uint8Array | Int32Array | BigInt64Array;
  readonly dims: readonly number[];
}
