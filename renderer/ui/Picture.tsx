import type { PhotoTile } from "../../shared/model/photo.ts";
import { usePicture } from "../bridge/pictures.ts";
import { Icon } from "./icons.tsx";
import { useText } from "./text.ts";

/** Longer side of a veiled picture in pixels: colours and shapes, and no letter of any paper. */
const VEILED_PX = 16;

/**
 * A photo's preview, or a quiet sign where there is none to show. Its name stands beside it.
 * A veiled one is drawn from so few pixels that nothing of it can be read: the rest never comes here.
 */
export function Picture(props: {
  readonly photo: Pick<PhotoTile, "id" | "revision" | "status">;
  readonly px: number;
  readonly alt?: string;
  readonly isVeiled?: boolean;
}) {
  const say = useText();
  const { photo, px, isVeiled = false } = props;
  const { element, address, hasFailed } = usePicture(photo, isVeiled ? VEILED_PX : px);
  // What could not be read cannot be drawn either, and is not asked for.
  if (photo.status === "failed" || hasFailed) {
    return (
      <span className="no-picture" title={say("album.noPicture")}>
        <Icon name="photos" size={32} />
      </span>
    );
  }
  return (
    <img
      ref={element}
      className={isVeiled ? "veiled" : undefined}
      src={address ?? undefined}
      // A name without a picture is drawn as a broken one.
      alt={(address !== null && props.alt) || ""}
      decoding="async"
      draggable={false}
    />
  );
}

/** The same picture in finer dots, laid over it as soon as it has come. */
export function FinePicture(props: {
  readonly photo: Pick<PhotoTile, "id" | "revision">;
  readonly px: number;
}) {
  const { element, address } = usePicture(props.photo, props.px);
  return (
    <img
      ref={element}
      className="fine"
      src={address ?? undefined}
      alt=""
      decoding="async"
      draggable={false}
    />
  );
}
