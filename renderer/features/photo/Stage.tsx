import { type CSSProperties, useRef, useState } from "react";
import type { UnitBox } from "../../../shared/model/geometry.ts";
import type { PhotoDetail } from "../../../shared/model/photo.ts";
import { isPlain, useShortcuts } from "../../bridge/use-shortcuts.ts";
import { useZoom } from "../../bridge/use-zoom.ts";
import { turnVeil, useVeil } from "../../bridge/veil.ts";
import { Button } from "../../ui/Button.tsx";
import { Tick } from "../../ui/Parts.tsx";
import { FinePicture, Picture } from "../../ui/Picture.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import { Mark } from "./Mark.tsx";

/** Longer side of the large picture in pixels, and when it is looked at closely. */
const STAGE_PX = 1600;
const CLOSE_PX = 4096;
/** From here on the first picture's dots would be seen. */
const CLOSE_SCALE = 1.4;

declare module "react" {
  interface CSSProperties {
    /** How much larger than its room the picture is drawn; lines on it are thinner by as much. */
    "--scale"?: number;
  }
}

interface Props {
  readonly photo: PhotoDetail;
  readonly pointed: readonly number[];
  readonly onPoint: (indexes: readonly number[]) => void;
}

/** The large picture, as close as a person wants it, with a frame around each finding that has a place in it. */
export function Stage(props: Props) {
  const { photo } = props;
  const say = useText();
  const room = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(room, frame);
  const [hasMarks, setHasMarks] = useState(true);
  const { canVeil, isVeiled } = useVeil(photo);
  const { scale, x, y } = zoom.view;
  useShortcuts((event) => {
    const arrow = event.shiftKey ? ARROWS[event.key] : undefined;
    if (!isPlain(event)) return false;
    if (arrow !== undefined) zoom.step(...arrow);
    else if (event.key === "+" || event.key === "=") zoom.zoomIn();
    else if (event.key === "-") zoom.zoomOut();
    else if (event.key === "0") zoom.whole();
    else if (event.key.toLowerCase() === "p" && canVeil) turnVeil(photo.id);
    else return false;
    return true;
  });
  return (
    <div className="stage">
      <div
        ref={room}
        className={scale > 1 ? "stage-fit stage-close" : "stage-fit"}
        {...zoom.handlers}
      >
        <div
          ref={frame}
          className="stage-frame"
          style={{ ...shapeOf(photo), translate: `${x}px ${y}px`, scale, "--scale": scale }}
        >
          <Picture
            photo={photo}
            px={STAGE_PX}
            alt={say(isVeiled ? "veil.picture" : "photo.picture", { name: photo.name })}
            isVeiled={isVeiled}
          />
          {scale > CLOSE_SCALE && !isVeiled && <FinePicture photo={photo} px={CLOSE_PX} />}
          {hasMarks && <Marks {...props} />}
        </div>
        {isVeiled && <Veil onReveal={() => turnVeil(photo.id)} />}
      </div>
      <div className="stage-tools">
        <ZoomButtons scale={scale} zoom={zoom} />
        {photo.findings.some(({ box }) => box !== null) && (
          <Tick label={say("photo.showBoxes")} isSelected={hasMarks} onChange={setHasMarks} />
        )}
        {canVeil && !isVeiled && (
          <Button
            look="quiet"
            icon="veil"
            iconOnly
            label={say("veil.hide")}
            onPress={() => turnVeil(photo.id)}
          />
        )}
      </div>
    </div>
  );
}

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** As large as the room allows, in the photo's own shape, and not larger than the photo itself. */
function shapeOf({ width, height, status }: PhotoDetail): CSSProperties {
  if (width === null || height === null || status === "failed") return {};
  return {
    inlineSize: `min(100cqi, ${(100 * width) / height}cqb, ${width}px)`,
    aspectRatio: `${width} / ${height}`,
  };
}

/** The largest first, so that those inside it can be reached. */
function Marks({ photo, pointed, onPoint }: Props) {
  return photo.findings
    .flatMap((finding, index) =>
      finding.box === null || photo.judged[index] ? [] : [{ finding, index, box: finding.box }],
    )
    .sort((a, b) => areaOf(b.box) - areaOf(a.box))
    .map((mark) => (
      <Mark key={mark.index} {...mark} isPointed={pointed.includes(mark.index)} onPoint={onPoint} />
    ));
}

const areaOf = ([, , width, height]: UnitBox): number => width * height;

/** Says why the picture is blurred, and shows it when asked. */
function Veil({ onReveal }: { readonly onReveal: () => void }) {
  const say = useText();
  return (
    <div className="stage-veil">
      <p>{say("veil.why")}</p>
      <Button icon="medium" label={say("veil.show")} onPress={onReveal} />
    </div>
  );
}

function ZoomButtons(props: {
  readonly scale: number;
  readonly zoom: Pick<ReturnType<typeof useZoom>, "zoomIn" | "zoomOut" | "whole">;
}) {
  const { scale, zoom } = props;
  const say = useText();
  const formats = useFormats();
  return (
    <fieldset className="zoom">
      <legend className="unseen">{say("zoom.title")}</legend>
      <Button
        look="quiet"
        icon="minus"
        iconOnly
        label={say("zoom.out")}
        isDisabled={scale === 1}
        onPress={zoom.zoomOut}
      />
      <Button
        look="quiet"
        label={formats.percent(scale)}
        name={say("zoom.whole", { percent: formats.percent(scale) })}
        isDisabled={scale === 1}
        onPress={zoom.whole}
      />
      <Button look="quiet" icon="plus" iconOnly label={say("zoom.in")} onPress={zoom.zoomIn} />
    </fieldset>
  );
}
