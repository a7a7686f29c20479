import type { FindingKind } from "../../../shared/model/finding.ts";
import { PURPOSES, purposeOf, wishesFor } from "../../../shared/policy/purposes.ts";
import { CardChoice } from "../../ui/Choices.tsx";
import { useText } from "../../ui/text.ts";
import type { Wishes } from "./wishes.ts";

interface Props {
  readonly kinds: readonly FindingKind[];
  readonly wishes: Wishes;
  readonly onWishes: (wishes: Wishes) => void;
}

/** What the copies are for sets all the rest. None is marked once the person has set something else. */
export function PurposeChoice({ kinds, wishes, onWishes }: Props) {
  const say = useText();
  const { strip, redaction, copies } = wishes;
  const { resizePx, rename } = copies;
  const now = purposeOf({ strip, cover: redaction.kinds, resizePx, rename }, kinds);
  const set = (value: string) => {
    const purpose = PURPOSES.find((one) => one === value);
    if (purpose === undefined) return;
    const { cover, ...next } = wishesFor(purpose, kinds);
    onWishes({
      strip: { ...strip, ...next.strip },
      redaction: { ...redaction, kinds: cover, style: "solid" },
      copies: { ...copies, resizePx: next.resizePx, rename: next.rename },
    });
  };
  return (
    <CardChoice
      label={say("purpose.title")}
      value={now ?? ""}
      onChange={set}
      options={PURPOSES.map((purpose) => ({
        value: purpose,
        title: say(`purpose.${purpose}`),
        text: say(`purpose.${purpose}Text`),
      }))}
    />
  );
}
