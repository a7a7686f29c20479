import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import type { PhotoTile } from "../../../shared/model/photo.ts";
import { useGridUpkeep } from "../../bridge/use-grid.ts";
import type { Rows } from "../../bridge/use-photos.ts";
import { useWidth } from "../../bridge/use-width.ts";
import { useText } from "../../ui/text.ts";
import { GAP_PX, gridShape, move } from "./grid.ts";
import { isEmpty, isSelected, type Selection } from "./selection.ts";
import { Tile, TileToCome } from "./Tile.tsx";

/** Rows drawn above and below what is in sight. */
const OVERSCAN_ROWS = 3;

interface Props {
  readonly rows: Rows;
  readonly total: number;
  readonly selection: Selection;
  readonly onPick: (index: number) => void;
  /** Adds everything from the last photo picked up to this one. */
  readonly onPickTo: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  /** True when a person comes back from a photo: the grid then takes the focus again. */
  readonly isReturn: boolean;
  /** Photos are in the order of their days: each day's first one then tells it. */
  readonly hasDays: boolean;
}

const tileId = (index: number): string => `photo-${index}`;

/** The photos of an album. Only the tiles in sight exist, however many photos there are. */
export function PhotoGrid(props: Props) {
  const { total, selection, current, onCurrent, onOpen } = props;
  const say = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const shape = gridShape(useWidth(list));
  const rows = useVirtualizer({
    count: Math.ceil(total / shape.columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => shape.rowHeight,
    overscan: OVERSCAN_ROWS,
    paddingEnd: GAP_PX,
  });
  const drawn = rows.getVirtualItems();
  useGridUpkeep({
    rows,
    rowHeight: shape.rowHeight,
    first: (drawn[0]?.index ?? 0) * shape.columns,
    last: Math.min(total, ((drawn.at(-1)?.index ?? 0) + 1) * shape.columns) - 1,
    show: props.rows.show,
    startRow: props.isReturn && shape.tileWidth > 0 ? Math.floor(current / shape.columns) : null,
    list,
  });

  const goTo = (index: number) => {
    onCurrent(index);
    rows.scrollToIndex(Math.floor(index / shape.columns));
  };
  const pick = (index: number, event: MouseEvent | KeyboardEvent) =>
    event.shiftKey ? props.onPickTo(index) : props.onPick(index);
  const click = (index: number, event: MouseEvent) => {
    onCurrent(index);
    const picks = event.shiftKey || event.ctrlKey || event.metaKey || !isEmpty(selection);
    if (picks) pick(index, event);
    else onOpen(index);
  };
  const press = (event: KeyboardEvent) => {
    const pageRows = Math.max(1, Math.floor((rows.scrollRect?.height ?? 0) / shape.rowHeight));
    const to = move(event.key, current, total, shape.columns, pageRows);
    if (to !== null) {
      goTo(to);
      if (event.shiftKey) props.onPickTo(to);
    } else if (event.key === " ") pick(current, event);
    else if (event.key === "Enter") onOpen(current);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={scroller} className="grid-scroller">
      <div
        ref={list}
        className="grid"
        role="listbox"
        aria-multiselectable="true"
        aria-label={say("album.grid")}
        aria-activedescendant={total > 0 ? tileId(current) : undefined}
        tabIndex={0}
        style={{ blockSize: rows.getTotalSize() }}
        onKeyDown={press}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
      >
        {drawn.flatMap((row) =>
          Array.from({ length: shape.columns }, (_, column) => {
            const index = row.index * shape.columns + column;
            if (index >= total) return null;
            const style = {
              inlineSize: shape.tileWidth,
              blockSize: shape.tileHeight,
              transform: `translate(${column * (shape.tileWidth + GAP_PX)}px, ${row.start}px)`,
            };
            const photo = props.rows.at(index);
            if (photo === undefined) return <TileToCome key={`row ${index}`} style={style} />;
            return (
              <Tile
                key={photo.id}
                id={tileId(index)}
                photo={photo}
                index={index}
                setSize={total}
                day={props.hasDays ? dayBegun(photo, props.rows.at(index - 1)) : null}
                isSelected={isSelected(selection, photo.id)}
                isCurrent={hasFocus && index === current}
                style={style}
                onClick={click}
                onTick={pick}
              />
            );
          }),
        )}
      </div>
    </div>
  );
}

/** The day that a photo is from, where the one before it is from another; milliseconds since 1970. */
function dayBegun(photo: PhotoTile, before: PhotoTile | undefined): number | null {
  const day = (ms: number) => new Date(ms).toDateString();
  const { modified } = photo;
  const isSame = before !== undefined && day(before.modified) === day(modified);
  return isSame ? null : modified;
}
