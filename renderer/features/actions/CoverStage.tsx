import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { Redaction } from "../../../shared/model/action.ts";
import type { UnitBox } from "../../../shared/model/geometry.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import { usePhoto } from "../../bridge/use-photos.ts";
import { Button } from "../../ui/Button.tsx";
import { Picture } from "../../ui/Picture.tsx";
import { useText } from "../../ui/text.ts";
import { areaBetween, MIDDLE, movedBy, nudged, type Point, sizedBy } from "./boxes.ts";

/** Longer side of the picture in pixels; twice the room it has, for fine screens. */
const STAGE_PX = 1024;

interface Props {
  readonly photoId: PhotoId;
  readonly redaction: Redaction;
  readonly onRedaction: (redaction: Redaction) => void;
}

/** The picture as it will look; a person drags areas on it. */
export function CoverStage({ photoId, redaction, onRedaction }: Props) {
  const say = useText();
  const { data: photo } = usePhoto(photoId);
  const { boxes, kinds, ellipse } = redaction;
  const setBoxes = (next: readonly UnitBox[]) =>
    onRedaction({ ...redaction, boxes: next.map((box) => ({ photoId, box })) });
  const drawn = boxes.map(({ box }) => box);
  const [past, setPast] = useState<readonly (readonly UnitBox[])[]>([]);
  const change = (next: readonly UnitBox[]) => {
    setPast([...past, drawn]);
    setBoxes(next);
  };
  const undo = () => {
    const before = past.at(-1);
    if (before === undefined) return;
    setPast(past.slice(0, -1));
    setBoxes(before);
  };
  const drag = useDrag((box) => change([...drawn, box]));
  if (photo === undefined) return null;
  const found = photo.findings.flatMap(({ kind, box }) =>
    box !== null && kinds.includes(kind) ? [{ box, isRound: ellipse && kind === "face" }] : [],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl + Z wherever the focus is inside it
    <div
      className="cover-stage"
      tabIndex={-1} // takes the focus from the mouse, so that the key is heard after a drag
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) undo();
      }}
    >
      <div className={`cover-frame cover-${redaction.style}`} {...drag.handlers}>
        <Picture photo={photo} px={STAGE_PX} alt={say("photo.picture", { name: photo.name })} />
        {found.map(({ box, isRound }) => (
          <span
            key={box.join()}
            className={isRound ? "cover cover-round" : "cover"}
            style={styleOf(box)}
          />
        ))}
        {drawn.map((box, at) => (
          <DrawnArea
            // biome-ignore lint/suspicious/noArrayIndexKey: areas move, and keep the focus while they do
            key={at}
            box={box}
            number={at + 1}
            onBox={(next) => change(drawn.map((one, n) => (n === at ? next : one)))}
            onRemove={() => change(drawn.filter((_, n) => n !== at))}
          />
        ))}
        {drag.box !== null && <span className="cover cover-dragged" style={styleOf(drag.box)} />}
      </div>
      <div className="cover-tools">
        <Button
          icon="cover"
          label={say("redact.mark")}
          onPress={() => change([...drawn, MIDDLE])}
        />
        <Button
          look="quiet"
          icon="undo"
          label={say("undo.action")}
          isDisabled={past.length === 0}
          onPress={undo}
        />
        <p className="soft">{say("redact.markHint")}</p>
      </div>
    </div>
  );
}

const styleOf = ([x, y, width, height]: UnitBox) => ({
  insetInlineStart: `${100 * x}%`,
  insetBlockStart: `${100 * y}%`,
  inlineSize: `${100 * width}%`,
  blockSize: `${100 * height}%`,
});

function DrawnArea(props: {
  readonly box: UnitBox;
  readonly number: number;
  readonly onBox: (box: UnitBox) => void;
  readonly onRemove: () => void;
}) {
  const { box, number, onBox, onRemove } = props;
  const say = useText();
  const carry = useCarry(box, onBox);
  const press = (event: KeyboardEvent) => {
    const next = nudged(box, event.key, event.shiftKey);
    if (next !== null) onBox(next);
    else if (event.key === "Delete" || event.key === "Backspace") onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="cover cover-drawn" style={styleOf(carry.draft ?? box)}>
      <button
        type="button"
        className="cover-area"
        aria-label={say("redact.area", { number })}
        onKeyDown={press}
        {...carry.handlers("move")}
      />
      <span className="cover-corner" {...carry.handlers("size")} />
      <button
        type="button"
        className="cover-remove"
        aria-label={say("redact.removeArea", { number })}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={onRemove}
      >
        ×
      </button>
    </div>
  );
}

/** An area that is carried to another place, or by its corner to another size; it counts when it is let go. */
function useCarry(box: UnitBox, onBox: (box: UnitBox) => void) {
  const from = useRef<Point | null>(null);
  const [draft, setDraft] = useState<UnitBox | null>(null);
  const end = () => {
    from.current = null;
    setDraft(null);
  };
  const handlers = (how: "move" | "size") => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation(); // the picture would begin a new area
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = pointOf(event, frameOf(event.currentTarget));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (from.current === null) return;
      const [x, y] = pointOf(event, frameOf(event.currentTarget));
      const by: Point = [x - from.current[0], y - from.current[1]];
      setDraft(how === "move" ? movedBy(box, by) : sizedBy(box, by));
    },
    onPointerUp: () => {
      if (draft !== null) onBox(draft);
      end();
    },
    onPointerCancel: end,
  });
  return { draft, handlers };
}

const frameOf = (part: HTMLElement): Element => part.closest(".cover-frame") ?? part;

/** An area under the mouse or the finger, from where it went down to where it is let go. */
function useDrag(onBox: (box: UnitBox) => void) {
  const from = useRef<Point | null>(null);
  const [box, setBox] = useState<UnitBox | null>(null);
  const end = () => {
    from.current = null;
    setBox(null);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = pointOf(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (from.current !== null) setBox(areaBetween(from.current, pointOf(event)));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const drawn = from.current && areaBetween(from.current, pointOf(event));
      end();
      if (drawn !== null) onBox(drawn);
    },
    onPointerCancel: end,
  };
  return { box, handlers };
}

function pointOf(event: PointerEvent<HTMLElement>, picture: Element = event.currentTarget): Point {
  const { left, top, width, height } = picture.getBoundingClientRect();
  return [(event.clientX - left) / width, (event.clientY - top) / height];
}
