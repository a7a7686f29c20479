import type { PhotoId } from "../../shared/model/ids.ts";
import type { PhotoTile } from "../../shared/model/photo.ts";
import { isBestVeiled } from "../../shared/policy/veil.ts";
import { createStore, useStore } from "./store.ts";

/** The one veiled picture that a person looks at. Remembered no longer than he stays where he is. */
const revealed = createStore<PhotoId | null>(null);
addEventListener("hashchange", () => revealed.set(null));

/** Shows a veiled picture, or veils it again. */
export const turnVeil = (id: PhotoId): void => revealed.set(revealed.get() === id ? null : id);

/** Whether a photo's picture is to be seen by nobody unasked, and whether it is veiled now. */
export function useVeil(photo: Pick<PhotoTile, "id" | "kinds" | "severity">) {
  const isRevealed = useStore(revealed) === photo.id;
  const canVeil = isBestVeiled(photo);
  return { canVeil, isVeiled: canVeil && !isRevealed };
}
