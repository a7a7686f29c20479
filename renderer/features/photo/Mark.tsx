import { Button, Tooltip, TooltipTrigger } from "react-aria-components";
import type { Finding } from "../../../shared/model/finding.ts";
import type { UnitBox } from "../../../shared/model/geometry.ts";
import { useFindingText } from "../../ui/text.ts";

/** Milliseconds before the words come: long enough not to flicker while the mouse crosses the picture. */
const DELAY_MS = 150;

/** A frame around a finding; with the mouse over it or the focus on it, it says what is there and why it matters. */
export function Mark(props: {
  readonly finding: Finding;
  readonly box: UnitBox;
  readonly index: number;
  readonly isPointed: boolean;
  readonly onPoint: (indexes: readonly number[]) => void;
}) {
  const { finding, index, onPoint } = props;
  const [x, y, width, height] = props.box;
  const { name, why } = useFindingText()(finding);
  return (
    <TooltipTrigger delay={DELAY_MS} closeDelay={0}>
      <Button
        className={`mark mark-${finding.severity}${props.isPointed ? " mark-pointed" : ""}`}
        aria-label={name}
        onHoverChange={(isOver) => onPoint(isOver ? [index] : [])}
        onFocusChange={(isFocused) => onPoint(isFocused ? [index] : [])}
        onPress={() => document.getElementById(findingId(index))?.scrollIntoView(NEAREST)}
        style={{
          insetInlineStart: `${100 * x}%`,
          insetBlockStart: `${100 * y}%`,
          inlineSize: `${100 * width}%`,
          blockSize: `${100 * height}%`,
        }}
      />
      <Tooltip className="hint" offset={6}>
        <strong>{name}</strong>
        <span>{why}</span>
      </Tooltip>
    </TooltipTrigger>
  );
}

const NEAREST: ScrollIntoViewOptions = { block: "nearest" };

/** Where the list tells of a finding. */
export const findingId = (index: number): string => `finding-${index}`;
