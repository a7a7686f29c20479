import { useState } from "react";
import type { PhotoDetail } from "../../../shared/model/photo.ts";
import { Tick } from "../../ui/Parts.tsx";
import { Picture } from "../../ui/Picture.tsx";
import { useFindingText, useText } from "../../ui/text.ts";

/** Longer side of the large picture in pixels. */
const STAGE_PX = 1600;

/** The large picture with a frame around each finding that has a place in it. */
export function Stage(props: { readonly photo: PhotoDetail; readonly pointed: readonly number[] }) {
  const { photo, pointed } = props;
  const say = useText();
  const findingText = useFindingText();
  const [hasMarks, setHasMarks] = useState(true);
  const marks = photo.findings.flatMap((finding, index) =>
    finding.box === null
      ? []
      : [{ box: finding.box, index, severity: finding.severity, name: findingText(finding).name }],
  );
  return (
    <div className="stage">
      <div className="stage-fit">
        <div className="stage-frame">
          <Picture photo={photo} px={STAGE_PX} alt={say("photo.picture", { name: photo.name })} />
          {hasMarks &&
            marks.map(({ box: [x, y, width, height], index, severity, name }) => (
              <span
                key={index}
                className={`mark mark-${severity}${pointed.includes(index) ? " mark-pointed" : ""}`}
                title={name}
                style={{
                  insetInlineStart: `${100 * x}%`,
                  insetBlockStart: `${100 * y}%`,
                  inlineSize: `${100 * width}%`,
                  blockSize: `${100 * height}%`,
                }}
              />
            ))}
        </div>
      </div>
      {marks.length > 0 && (
        <Tick label={say("photo.showBoxes")} isSelected={hasMarks} onChange={setHasMarks} />
      )}
    </div>
  );
}
