import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { UnitBox } from "../../../shared/model/geometry.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { FileSource } from "../../base/bytes.ts";
import { readingError } from "../../base/errno.ts";
import type { UprightImage } from "../../base/picture.ts";
import { type Descriptor, distance, openPersonFinder } from "../detectors/faces/person.ts";
import { models } from "../scan/networks.ts";
import { openPhoto } from "../scan/open-photo.ts";

/*
 * What an analyst measures of faces. Nothing is kept: the chosen face's numbers go back to whoever
 * asked, all others are compared with them and dropped here.
 */

/** Faces of one photo that a detector has found. */
export interface KnownFaces {
  readonly path: string;
  /** As the photo was when the faces were found. */
  readonly fingerprint: string;
  readonly boxes: readonly UnitBox[];
}

export interface CompareInput extends KnownFaces {
  readonly like: Descriptor;
}

/** The face that is most like the one looked for. */
export interface Likeness {
  readonly box: UnitBox;
  /** 0 for the same picture; the larger, the less alike. */
  readonly distance: number;
}

/** Pixels that a face's longer side needs: of fewer, the networks tell nobody apart. */
const LEAST_FACE_PX = 48;

let finder: ReturnType<typeof openPersonFinder> | undefined;
const openedFinder = () => {
  finder ??= openPersonFinder(models);
  return finder;
};

/** @returns `face-unclear` for a face that is too small, and what opening a photo refuses. */
export const measureFace = (face: KnownFaces): Promise<Result<Descriptor, AppErrorCode>> =>
  withPicture(face, async (image, [box]) =>
    box === undefined ? err("face-unclear") : ok(await (await openedFinder()).describe(image, box)),
  );

/**
 * The person's face in a photo, null where it is not among its faces.
 * @returns `face-unclear` where all are too small, and what opening a photo refuses.
 */
export const comparePhoto = (input: CompareInput): Promise<Result<Likeness | null, AppErrorCode>> =>
  withPicture(input, async (image, boxes) => {
    if (boxes.length === 0) return err("face-unclear");
    const { describe, samePerson } = await openedFinder();
    let nearest: Likeness | null = null;
    for (const box of boxes) {
      const apart = distance(await describe(image, box), input.like);
      if (apart < (nearest?.distance ?? samePerson)) nearest = { box, distance: apart };
    }
    return ok(nearest);
  });

async function withPicture<T>(
  { path, fingerprint, boxes }: KnownFaces,
  use: (image: UprightImage, large: readonly UnitBox[]) => Promise<Result<T, AppErrorCode>>,
): Promise<Result<T, AppErrorCode>> {
  let file: FileSource | undefined;
  try {
    file = FileSource.open(path);
    const opened = await openPhoto(file);
    if (!opened.ok) return opened;
    if (file.fingerprint() !== fingerprint) return err("file-changed");
    const { image } = opened.value;
    const isLarge = ([, , w, h]: UnitBox) =>
      Math.max(w * image.width, h * image.height) >= LEAST_FACE_PX;
    return await use(image, boxes.filter(isLarge));
  } catch (error) {
    return err(readingError(error));
  } finally {
    file?.close();
  }
}
