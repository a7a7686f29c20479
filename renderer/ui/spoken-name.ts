import type { PhotoTile } from "../../shared/model/photo.ts";
import type { Say } from "./text.ts";

type Spoken = Pick<PhotoTile, "name" | "error" | "severity" | "kinds">;

/** What a photo is called where only its picture and its signs stand: its name, how bad it is, and why. */
export function spokenName(photo: Spoken, say: Say): string {
  const { name } = photo;
  if (photo.error !== null) {
    return say("album.tileFailed", { name, reason: say(`errorShort.${photo.error}`) });
  }
  const severity = say(`severity.${photo.severity}.name`);
  const kinds = photo.kinds.map((kind) => say(`kind.${kind}.name`)).join(", ");
  return kinds === ""
    ? say("album.tile", { name, severity })
    : say("album.tileKinds", { name, severity, kinds });
}
