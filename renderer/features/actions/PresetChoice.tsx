import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import {
  STRIP_KINDS,
  type StripKind,
  type StripRequest,
  stripPreset,
} from "../../../shared/model/action.ts";
import { CardChoice } from "../../ui/Choices.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Tick } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";

const PRESETS = ["identity", "location", "everything", "custom"] as const;

interface Props {
  readonly wish: StripRequest;
  readonly onWish: (wish: StripRequest) => void;
}

/** What a person wants to be gone. */
export function PresetChoice(
  props: Props & {
    /** Whether going back may be given up; copies need none of it. */
    readonly canSkipCopy: boolean;
  },
) {
  const { wish, onWish } = props;
  const say = useText();
  const canKeepDate = wish.preset === "identity" || wish.preset === "custom";
  return (
    <div className="wish">
      <CardChoice
        label={say("strip.presets")}
        value={wish.preset}
        onChange={(value) => onWish({ ...wish, preset: stripPreset.parse(value) })}
        options={PRESETS.map((preset) => ({
          value: preset,
          title: say(`strip.${preset}`),
          text: say(`strip.${preset}Text`),
          ...(preset === "identity" && { badge: say("strip.recommended") }),
        }))}
      />
      {wish.preset === "custom" && <KindTicks wish={wish} onWish={onWish} />}
      {canKeepDate && (
        <Tick
          label={say("strip.keepDate")}
          isSelected={wish.keepDate}
          onChange={(keepDate) => onWish({ ...wish, keepDate })}
        />
      )}
      {props.canSkipCopy && <Advanced wish={wish} onWish={onWish} />}
    </div>
  );
}

function Advanced({ wish, onWish }: Props) {
  const say = useText();
  return (
    <Disclosure className="advanced">
      <Heading>
        <AriaButton slot="trigger" className="advanced-button">
          <Icon name="next" size={16} />
          {say("strip.advanced")}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <Tick
          label={say("strip.wholeCopy")}
          isSelected={wish.keepCopy && wish.wholeCopy}
          isDisabled={!wish.keepCopy}
          onChange={(wholeCopy) => onWish({ ...wish, wholeCopy })}
        />
        <p className="soft tick-text">{say("strip.wholeCopyText")}</p>
        <Tick
          label={say("strip.noCopy")}
          isSelected={!wish.keepCopy}
          onChange={(isWithout) => onWish({ ...wish, keepCopy: !isWithout })}
        />
      </DisclosurePanel>
    </Disclosure>
  );
}

function KindTicks({ wish, onWish }: Props) {
  const say = useText();
  const set = (kind: StripKind, isOn: boolean) => {
    const others = wish.kinds.filter((other) => other !== kind);
    onWish({ ...wish, kinds: isOn ? [...others, kind] : others });
  };
  return (
    <fieldset className="kind-ticks">
      <legend className="unseen">{say("strip.customKinds")}</legend>
      {STRIP_KINDS.map((kind) => (
        <Tick
          key={kind}
          icon={kind}
          label={say(`kind.${kind}.name`)}
          isSelected={wish.kinds.includes(kind)}
          onChange={(isOn) => set(kind, isOn)}
        />
      ))}
    </fieldset>
  );
}
