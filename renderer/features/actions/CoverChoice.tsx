import type { Redaction } from "../../../shared/model/action.ts";
import { redaction as redactionSchema } from "../../../shared/model/action.ts";
import type { FindingKind } from "../../../shared/model/finding.ts";
import { CardChoice } from "../../ui/Choices.tsx";
import { Tick } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";

const STYLES = ["solid", "blur", "pixelate"] as const;

interface Props {
  /** Kinds of which something can be covered. */
  readonly kinds: readonly FindingKind[];
  readonly redaction: Redaction;
  readonly onRedaction: (redaction: Redaction) => void;
}

/** What is covered, and with what. */
export function CoverChoice(props: Props & { readonly canMark: boolean }) {
  const { kinds, redaction, canMark } = props;
  const say = useText();
  return (
    <div className="wish">
      <section className="wish-part">
        <h3>{say("redact.kinds")}</h3>
        {kinds.length > 0 ? (
          <CoverKinds {...props} />
        ) : (
          <p className="soft">{say(canMark ? "redact.kindsNone" : "ways.redactNone")}</p>
        )}
      </section>
      <CoverStyle {...props} />
      {redaction.style !== "solid" ? null : <p className="soft">{say("redact.note")}</p>}
    </div>
  );
}

/** Kinds to tick, each with its sign. */
export function CoverKinds({ kinds, redaction, onRedaction }: Props) {
  const say = useText();
  const set = (kind: FindingKind, isOn: boolean) => {
    const others = redaction.kinds.filter((other) => other !== kind);
    onRedaction({ ...redaction, kinds: isOn ? [...others, kind] : others });
  };
  return (
    <div className="kind-ticks">
      {kinds.map((kind) => (
        <Tick
          key={kind}
          icon={kind}
          label={say(`kind.${kind}.name`)}
          isSelected={redaction.kinds.includes(kind)}
          onChange={(isOn) => set(kind, isOn)}
        />
      ))}
    </div>
  );
}

/** Black unless the person wants it softer; faces may be covered round. */
export function CoverStyle({ redaction, onRedaction }: Props) {
  const say = useText();
  return (
    <>
      <CardChoice
        label={say("redact.style")}
        value={redaction.style}
        onChange={(style) =>
          onRedaction({ ...redaction, style: redactionSchema.shape.style.parse(style) })
        }
        options={STYLES.map((style) => ({
          value: style,
          title: say(`redact.${style}`),
          text: say(`redact.${style}Text`),
          ...(style === "solid" && { badge: say("strip.recommended") }),
        }))}
      />
      {redaction.kinds.includes("face") && (
        <Tick
          label={say("redact.ellipse")}
          isSelected={redaction.ellipse}
          onChange={(ellipse) => onRedaction({ ...redaction, ellipse })}
        />
      )}
    </>
  );
}
