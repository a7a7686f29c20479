import {
  Button as AriaButton,
  Disclosure,
  DisclosurePanel,
  Heading,
  Label,
  Radio,
  RadioGroup,
} from "react-aria-components";
import {
  STRIP_KINDS,
  type StripKind,
  type StripRequest,
  stripPreset,
} from "../../../shared/model/action.ts";
import { Icon } from "../../ui/icons.tsx";
import { Tick } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";

const PRESETS = ["identity", "location", "everything", "custom"] as const;

/** What a person wants to be gone. */
export function PresetChoice(props: {
  readonly wish: StripRequest;
  readonly onWish: (wish: StripRequest) => void;
}) {
  const { wish, onWish } = props;
  const say = useText();
  const canKeepDate = wish.preset === "identity" || wish.preset === "custom";
  const choose = (value: string) => onWish({ ...wish, preset: stripPreset.parse(value) });
  return (
    <div className="wish">
      <RadioGroup className="presets" value={wish.preset} onChange={choose}>
        <Label>{say("strip.presets")}</Label>
        {PRESETS.map((preset) => (
          <Radio key={preset} className="preset" value={preset}>
            <span className="preset-dot" aria-hidden="true" />
            <span className="preset-text">
              <strong>
                {say(`strip.${preset}`)}
                {preset === "identity" && (
                  <span className="badge badge-none">{say("strip.recommended")}</span>
                )}
              </strong>
              <span>{say(`strip.${preset}Text`)}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {wish.preset === "custom" && <KindTicks wish={wish} onWish={onWish} />}
      {canKeepDate && (
        <Tick
          label={say("strip.keepDate")}
          isSelected={wish.keepDate}
          onChange={(keepDate) => onWish({ ...wish, keepDate })}
        />
      )}
      <Disclosure className="advanced">
        <Heading>
          <AriaButton slot="trigger" className="advanced-button">
            <Icon name="next" size={16} />
            {say("strip.advanced")}
          </AriaButton>
        </Heading>
        <DisclosurePanel>
          <Tick
            label={say("strip.noCopy")}
            isSelected={!wish.keepCopy}
            onChange={(isWithout) => onWish({ ...wish, keepCopy: !isWithout })}
          />
        </DisclosurePanel>
      </Disclosure>
    </div>
  );
}

function KindTicks(props: {
  readonly wish: StripRequest;
  readonly onWish: (wish: StripRequest) => void;
}) {
  const { wish, onWish } = props;
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
