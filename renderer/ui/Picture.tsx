import { useState } from "react";
import type { PhotoTile } from "../../shared/model/photo.ts";
import { pictureUrl } from "../bridge/pictures.ts";
import { Icon } from "./icons.tsx";
import { useText } from "./text.ts";

/** A photo's preview, or a quiet sign where there is none to show. Its name stands beside it. */
export function Picture(props: {
  readonly photo: Pick<PhotoTile, "id" | "revision" | "status">;
  readonly px: number;
  readonly alt?: string;
}) {
  const say = useText();
  const url = pictureUrl(props.photo, props.px);
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  // What could not be read cannot be drawn either, and is not asked for.
  if (props.photo.status === "failed" || failedUrl === url) {
    return (
      <span className="no-picture" title={say("album.noPicture")}>
        <Icon name="photos" size={32} />
      </span>
    );
  }
  return (
    <img
      key={url}
      src={url}
      alt={props.alt ?? ""}
      decoding="async"
      draggable={false}
      onError={() => setFailedUrl(url)}
    />
  );
}
