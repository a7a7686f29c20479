import { useState } from "react";
import type { RevealedValue } from "../../../shared/model/photo.ts";
import type { Reveal } from "../../bridge/use-reveal.ts";
import { Button } from "../../ui/Button.tsx";
import { useFindingText, useText } from "../../ui/text.ts";
import type { FindingGroup } from "./findings.ts";
import "./reveal.css";

/** Masked values, and what they stand for while the person wants to see it. */
export function FindingValues(props: { readonly group: FindingGroup; readonly reveal: Reveal }) {
  const { group, reveal } = props;
  const say = useText();
  const { name } = useFindingText()(group.finding);
  const [isWanted, setIsWanted] = useState(false);
  const known = reveal.values?.filter((value) => isOf(group, value)) ?? null;
  const shown = isWanted && known !== null ? unique(known) : null;
  const show = () => {
    setIsWanted(true);
    if (reveal.values === null) reveal.ask();
  };
  return (
    <>
      <ul className="finding-values">
        {(shown ?? group.values).map((value) => (
          <li key={value}>{value}</li>
        ))}
      </ul>
      {shown?.length === 0 && <p className="soft">{say("reveal.gone")}</p>}
      <div className="finding-reveal">
        <Button
          look="quiet"
          icon="medium"
          label={say(shown === null ? "reveal.show" : "reveal.hide")}
          name={say(shown === null ? "reveal.showOf" : "reveal.hideOf", { name })}
          isDisabled={isWanted && reveal.isAsking}
          onPress={() => (shown === null ? show() : setIsWanted(false))}
        />
      </div>
    </>
  );
}

const isOf = ({ finding, values, sources }: FindingGroup, revealed: RevealedValue): boolean =>
  revealed.kind === finding.kind &&
  revealed.type === finding.type &&
  sources.includes(revealed.source) &&
  revealed.masked !== null &&
  values.includes(revealed.masked);

const unique = (values: readonly RevealedValue[]): readonly string[] => [
  ...new Set(values.map(({ value }) => value)),
];
