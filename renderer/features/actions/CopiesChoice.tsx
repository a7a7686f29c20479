import type { FindingKind } from "../../../shared/model/finding.ts";
import { useChoosePlace } from "../../bridge/use-folders.ts";
import { Button } from "../../ui/Button.tsx";
import { RowChoice } from "../../ui/Choices.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Tick } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { CoverKinds, CoverStyle } from "./CoverChoice.tsx";
import { PresetChoice } from "./PresetChoice.tsx";
import { PurposeChoice } from "./PurposeChoice.tsx";
import type { Wishes } from "./wishes.ts";

/** Pixels of the longer side: what fills a screen, and what a message carries. */
const SIZES = [
  { value: "full", px: null, label: "copies.sizeFull" },
  { value: "screen", px: 2048, label: "copies.sizeScreen" },
  { value: "message", px: 1280, label: "copies.sizeMessage" },
] as const;

interface Props {
  readonly kinds: readonly FindingKind[];
  readonly wishes: Wishes;
  readonly onWishes: (wishes: Wishes) => void;
}

/** Where copies for others go, and what they are like. */
export function CopiesChoice({ kinds, wishes, onWishes }: Props) {
  const say = useText();
  const { copies, redaction } = wishes;
  const change = (part: Partial<Wishes["copies"]>) =>
    onWishes({ ...wishes, copies: { ...copies, ...part } });
  const cover = {
    kinds,
    redaction,
    onRedaction: (next: Wishes["redaction"]) => onWishes({ ...wishes, redaction: next }),
  };
  const size = SIZES.find(({ px }) => px === copies.resizePx) ?? SIZES[0];
  return (
    <div className="wish">
      <Target to={copies.to} onTo={(to) => change({ to })} />
      <PurposeChoice kinds={kinds} wishes={wishes} onWishes={onWishes} />
      <PresetChoice
        wish={wishes.strip}
        onWish={(strip) => onWishes({ ...wishes, strip })}
        canSkipCopy={false}
      />
      {kinds.length > 0 && (
        <section className="wish-part">
          <h3>{say("copies.cover")}</h3>
          <CoverKinds {...cover} />
          {redaction.kinds.length > 0 && <CoverStyle {...cover} />}
        </section>
      )}
      <RowChoice
        label={say("copies.size")}
        value={size.value}
        onChange={(value) =>
          change({ resizePx: SIZES.find((one) => one.value === value)?.px ?? null })
        }
        options={SIZES.map(({ value, px, label }) => ({
          value,
          label: say(label),
          ...(px !== null && { hint: say("copies.sizeDots", { dots: px }) }),
        }))}
      />
      <div>
        <Tick
          label={say("copies.rename")}
          isSelected={copies.rename}
          onChange={(rename) => change({ rename })}
        />
        <p className="soft tick-text">{say("copies.renameText")}</p>
      </div>
    </div>
  );
}

function Target(props: {
  readonly to: Wishes["copies"]["to"];
  readonly onTo: (to: Wishes["copies"]["to"]) => void;
}) {
  const { to, onTo } = props;
  const say = useText();
  const choosePlace = useChoosePlace();
  const choose = async () => {
    const place = await choosePlace();
    if (place !== null) onTo(place);
  };
  return (
    <section className="wish-part">
      <h3>{say("copies.folder")}</h3>
      <div className="target">
        {to !== null && (
          <p className="target-folder" title={to.path}>
            <span className="accent">
              <Icon name="folder" size={22} />
            </span>
            <span>
              <strong>{to.name}</strong>
              <span className="soft">{to.path}</span>
            </span>
          </p>
        )}
        <Button
          icon="folder"
          label={say(to === null ? "copies.chooseFolder" : "copies.otherFolder")}
          onPress={() => void choose()}
        />
      </div>
      <p className="soft">{say("copies.note")}</p>
    </section>
  );
}
