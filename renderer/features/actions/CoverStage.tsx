import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { Redaction } from "../../../shared/model/action.ts";
import type { UnitBox } from "../../../shared/model/geometry.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import { usePhoto } from "../../bridge/use-photos.ts";
import { Button } from "../../ui/Button.tsx";
import { Picture } from "../../ui/Picture.tsx";
import { useText } from "../../ui/text.ts";
import { areaBetween, MIDDLE, nudged, type Point } from "./boxes.ts";

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
  const drag = useDrag((box) => setBoxes([...drawn, box]));
  if (photo === undefined) return null;
  const found = photo.findings.flatMap(({ kind, box }) =>
    box !== null && kinds.includes(kind) ? [{ box, isRound: ellipse && kind === "face" }] : [],
  );
  return (
    <div className="cover-stage">
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
            onBox={(next) => setBoxes(drawn.map((one, n) => (n === at ? next : one)))}
            onRemove={() => setBoxes(drawn.filter((_, n) => n !== at))}
          />
        ))}
        {drag.box !== null && <span className="cover cover-dragged" style={styleOf(drag.box)} />}
      </div>
      <div className="cover-tools">
        <Button
          icon="cover"
          label={say("redact.mark")}
          onPress={() => setBoxes([...drawn, MIDDLE])}
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
  const press = (event: KeyboardEvent) => {
    const next = nudged(box, event.key, event.shiftKey);
    if (next !== null) onBox(next);
    else if (event.key === "Delete" || event.key === "Backspace") onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="cover cover-drawn" style={styleOf(box)}>
      <button
        type="button"
        className="cover-area"
        aria-label={say("redact.area", { number })}
        onKeyDown={press}
      />
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

function pointOf(event: PointerEvent<HTMLElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return [(event.clientX - left) / width, (event.clientY - top) / height];
}
