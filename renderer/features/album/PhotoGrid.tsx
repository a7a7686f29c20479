import { type KeyboardEvent, type MouseEvent, memo, useRef, useState } from "react";
import type { PhotoTile } from "../../../shared/model/photo.ts";
import { useSettings } from "../../bridge/use-app.ts";
import { useFocusOnce, useGridRows, useSteady, useTellSight } from "../../bridge/use-grid.ts";
import type { Rows } from "../../bridge/use-photos.ts";
import { useWidth } from "../../bridge/use-width.ts";
import { useText } from "../../ui/text.ts";
import { GAP_PX, gridShape, move } from "./grid.ts";
import { isEmpty, isSelected, type Selection } from "./selection.ts";
import { Tile, TileToCome } from "./Tile.tsx";

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
  const shape = gridShape(useWidth(list), useSettings().settings.textSize / 100);
  const grid = useGridRows({
    scroller,
    rowCount: Math.ceil(total / shape.columns),
    rowHeight: shape.tileWidth > 0 ? shape.rowHeight : 0,
    columns: shape.columns,
    start: props.isReturn ? current : null,
  });
  const [first, end] = [grid.first * shape.columns, (grid.last + 1) * shape.columns];
  useTellSight(first, Math.min(total, end) - 1, props.rows.show);
  useFocusOnce(list, props.isReturn);

  const goTo = (index: number) => {
    onCurrent(index);
    grid.reveal(Math.floor(index / shape.columns), "near");
  };
  const pick = useSteady((index: number, event: MouseEvent | KeyboardEvent) =>
    event.shiftKey ? props.onPickTo(index) : props.onPick(index),
  );
  const click = useSteady((index: number, event: MouseEvent) => {
    onCurrent(index);
    const picks = event.shiftKey || event.ctrlKey || event.metaKey || !isEmpty(selection);
    if (picks) pick(index, event);
    else onOpen(index);
  });
  const press = (event: KeyboardEvent) => {
    const to = move(event.key, current, total, shape.columns, grid.pageRows);
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
        style={{ blockSize: grid.height }}
        onKeyDown={press}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
      >
        {Array.from({ length: Math.max(0, Math.min(total, end) - first) }, (_, n) => {
          const index = first + n;
          const photo = props.rows.at(index);
          return (
            <Cell
              key={photo?.id ?? `row ${index}`}
              photo={photo}
              index={index}
              total={total}
              x={(index % shape.columns) * (shape.tileWidth + GAP_PX)}
              y={grid.topOf(Math.floor(index / shape.columns))}
              width={shape.tileWidth}
              height={shape.tileHeight}
              day={props.hasDays && photo ? dayBegun(photo, props.rows.at(index - 1)) : null}
              isSelected={photo !== undefined && isSelected(selection, photo.id)}
              isCurrent={hasFocus && index === current}
              onClick={click}
              onTick={pick}
            />
          );
        })}
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

/** A tile at its place, drawn anew only when something about it changed. Lengths in CSS pixels. */
const Cell = memo(function Cell(props: {
  readonly photo: PhotoTile | undefined;
  readonly index: number;
  readonly total: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly day: number | null;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly onClick: (index: number, event: MouseEvent) => void;
  readonly onTick: (index: number, event: MouseEvent) => void;
}) {
  const { photo, index, total, x, y, width, height, ...rest } = props;
  const transform = `translate(${x}px, ${y}px)`;
  const style = { inlineSize: width, blockSize: height, transform };
  if (photo === undefined) return <TileToCome style={style} />;
  return (
    <Tile id={tileId(index)} photo={photo} index={index} setSize={total} style={style} {...rest} />
  );
});
