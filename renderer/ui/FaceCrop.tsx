import type { UnitBox } from "../../shared/model/geometry.ts";
import type { PhotoTile } from "../../shared/model/photo.ts";
import { usePicture } from "../bridge/pictures.ts";

/** Longer side of the picture that faces are cut out of, in pixels: the large picture's, which is there already. */
const PICTURE_PX = 1600;
/** Side of the part that is shown, by the face's: hair and chin belong to it. */
const ROOM = 1.5;

/** A face cut out of its photo, as a square. Its name stands beside it. */
export function FaceCrop(props: {
  readonly photo: Pick<PhotoTile, "id" | "revision" | "width" | "height">;
  readonly box: UnitBox;
}) {
  const { photo, box } = props;
  const [x, y, w, h] = box;
  const [width, height] = [photo.width ?? 1, photo.height ?? 1];
  const side = Math.max(w * width, h * height) * ROOM;
  const { element, address } = usePicture(photo, PICTURE_PX);
  const percent = (pixels: number) => `${(100 * pixels) / side}%`;
  return (
    <span className="face-crop">
      <img
        ref={element}
        src={address ?? undefined}
        alt=""
        decoding="sync"
        draggable={false}
        style={{
          inlineSize: percent(width),
          blockSize: percent(height),
          insetInlineStart: percent(side / 2 - (x + w / 2) * width),
          insetBlockStart: percent(side / 2 - (y + h / 2) * height),
        }}
      />
    </span>
  );
}
