import type { CSSProperties, MouseEvent } from "react";
import type { PhotoTile } from "../../../shared/model/photo.ts";
import { turnVeil, useVeil } from "../../bridge/veil.ts";
import { KindIcons, SeverityBadge } from "../../ui/Badges.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Picture } from "../../ui/Picture.tsx";
import { spokenName } from "../../ui/spoken-name.ts";
import { useFormats, useText } from "../../ui/text.ts";

/** Longer side of a tile's picture in pixels; twice the tile on fine screens. */
const TILE_PX = 320;

interface Props {
  readonly id: string;
  readonly photo: PhotoTile;
  readonly index: number;
  readonly setSize: number;
  readonly style: CSSProperties;
  /** The day that begins with this photo, in milliseconds since 1970; null where none does. */
  readonly day: number | null;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly onClick: (index: number, event: MouseEvent) => void;
  readonly onTick: (index: number, event: MouseEvent) => void;
}

/** One photo of the grid. The grid holds the keyboard's focus and says which tile is the current one. */
export function Tile(props: Props) {
  const { photo, index, isSelected, isCurrent } = props;
  const say = useText();
  const formats = useFormats();
  const { canVeil, isVeiled } = useVeil(photo);
  const words = spokenName(photo, say);
  const look = (event: MouseEvent) => {
    event.stopPropagation();
    turnVeil(photo.id);
  };
  const tick = (event: MouseEvent) => {
    event.stopPropagation();
    props.onTick(index, event);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the grid names it with aria-activedescendant
    <div
      id={props.id}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={props.setSize}
      aria-label={isVeiled ? say("veil.tile", { words }) : words}
      className={isCurrent ? "tile tile-current" : "tile"}
      style={props.style}
      onClick={(event) => props.onClick(index, event)}
    >
      <div className="tile-picture">
        <Picture photo={photo} px={TILE_PX} isVeiled={isVeiled} />
        {/* biome-ignore lint/a11y: a place to click for the mouse; the keyboard has the space bar */}
        <span className="tile-tick" onClick={tick}>
          <span>
            <Icon name="check" size={14} />
          </span>
        </span>
        {canVeil && photo.error === null && (
          // biome-ignore lint/a11y: a place to click for the mouse; the keyboard has the key P
          <span
            className={isVeiled ? "tile-veil" : "tile-veil tile-unveiled"}
            title={say(isVeiled ? "veil.show" : "veil.hide")}
            onClick={look}
          >
            <Icon name={isVeiled ? "medium" : "veil"} size={20} />
          </span>
        )}
        {photo.error === null && (
          <span className="tile-badge">
            <SeverityBadge severity={photo.severity} />
          </span>
        )}
        {photo.canUndo && (
          <span className="tile-cleaned">
            <Icon name="clean" size={13} />
            {say("album.cleaned")}
          </span>
        )}
      </div>
      <p className="tile-name" title={photo.name}>
        {props.day !== null && <strong className="tile-day">{formats.date(props.day)}</strong>}
        {photo.name}
      </p>
      <p className="tile-facts">
        {photo.error === null ? (
          <KindIcons kinds={photo.kinds} />
        ) : (
          <span className="tile-failed" title={say(`error.${photo.error}`)}>
            <Icon name="high" size={15} />
            <span className="tile-reason">{say(`errorShort.${photo.error}`)}</span>
          </span>
        )}
      </p>
    </div>
  );
}

/** The place of a photo that is being read. */
export const TileToCome = ({ style }: { readonly style: CSSProperties }) => (
  <div className="tile" style={style} aria-hidden="true">
    <div className="tile-picture" />
  </div>
);
