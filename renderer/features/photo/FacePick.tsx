import { Button as AriaButton } from "react-aria-components";
import type { FolderId } from "../../../shared/model/ids.ts";
import type { PhotoDetail } from "../../../shared/model/photo.ts";
import { askForPerson } from "../../bridge/person-search.ts";
import { useVeil } from "../../bridge/veil.ts";
import { Button } from "../../ui/Button.tsx";
import { FaceCrop } from "../../ui/FaceCrop.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";

/** Offers to look for photos of one of the faces; nothing is measured before the person agrees. */
export function FacePick(props: {
  readonly photo: PhotoDetail;
  /** Where this group's faces stand in the photo's list. */
  readonly indexes: readonly number[];
  readonly folderId: FolderId | null;
  readonly onPoint: (indexes: readonly number[]) => void;
}) {
  const { photo, indexes, folderId, onPoint } = props;
  const say = useText();
  const { isVeiled } = useVeil(photo);
  const faces = indexes.flatMap((index) => {
    const box = photo.findings[index]?.box ?? null;
    return box === null ? [] : [{ index, box }];
  });
  const [only, ...others] = faces;
  if (only === undefined) return null;
  if (others.length === 0) {
    return (
      <div className="face-pick">
        <Button
          icon="search"
          label={say("person.find")}
          onPress={() => askForPerson({ photo, box: only.box }, folderId)}
        />
      </div>
    );
  }
  return (
    <div className="face-pick">
      <p>{say("person.pick")}</p>
      <div className="face-pick-faces">
        {faces.map(({ index, box }, at) => (
          <AriaButton
            key={index}
            className="face-button"
            aria-label={say("person.face", { number: at + 1 })}
            onPress={() => askForPerson({ photo, box }, folderId)}
            onHoverStart={() => onPoint([index])}
            onHoverEnd={() => onPoint(indexes)}
            onFocus={() => onPoint([index])}
            onBlur={() => onPoint([])}
          >
            {isVeiled ? <Icon name="face" size={40} /> : <FaceCrop photo={photo} box={box} />}
          </AriaButton>
        ))}
      </div>
    </div>
  );
}
