import type { PhotoTile } from "../../../shared/model/photo.ts";
import { isBestVeiled } from "../../../shared/policy/veil.ts";
import { hrefOf } from "../../bridge/route.ts";
import { DANGEROUS } from "../../bridge/use-overview.ts";
import { SeverityBadge } from "../../ui/Badges.tsx";
import { Picture } from "../../ui/Picture.tsx";
import { spokenName } from "../../ui/spoken-name.ts";
import { useText } from "../../ui/text.ts";

/** Longer side in pixels; twice the picture's width, for fine screens. */
const WORST_PX = 320;

/** The most dangerous photos side by side; papers stay veiled here. */
export function Worst({ photos }: { readonly photos: readonly PhotoTile[] }) {
  const say = useText();
  return (
    <section className="worst">
      <h2>{say("overview.worst")}</h2>
      <ul>
        {photos.map((photo) => (
          <li key={photo.id}>
            <a
              href={hrefOf({ page: "photo", photoId: photo.id, filter: DANGEROUS })}
              aria-label={nameOf(photo)}
              title={photo.name}
            >
              <span className="worst-picture">
                <Picture photo={photo} px={WORST_PX} isVeiled={isBestVeiled(photo)} />
                <SeverityBadge severity={photo.severity} />
              </span>
              <span className="worst-name">{photo.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );

  function nameOf(photo: PhotoTile): string {
    const words = spokenName(photo, say);
    return isBestVeiled(photo) ? say("veil.tile", { words }) : words;
  }
}
