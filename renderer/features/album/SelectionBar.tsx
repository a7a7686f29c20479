import type { PhotoChoice } from "../../../shared/contract/index.ts";
import type { FindingKind } from "../../../shared/model/finding.ts";
import type { TextKey } from "../../../shared/text/index.ts";
import { ActionMenu } from "../../ui/ActionMenu.tsx";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/text.ts";
import { EVERYTHING, NOTHING, type Selection } from "./selection.ts";

/** What can be done with the photos that are picked; there only while some are. */
export function SelectionBar(props: {
  readonly selection: Selection;
  readonly count: number;
  readonly onSelect: (selection: Selection) => void;
  readonly canUndo: boolean;
  readonly choice: PhotoChoice | null;
  readonly coverKinds: readonly FindingKind[];
  readonly noCover: TextKey | null;
  readonly onStrip: () => void;
  readonly onUndo: () => void;
}) {
  const { selection, onSelect } = props;
  const isWhole = selection.all && selection.tiles.size === 0;
  const say = useText();
  const words = isWhole ? say("album.allSelected") : say("album.selected", { count: props.count });
  return (
    <section className="selection" aria-label={words}>
      <p role="status">{words}</p>
      {!isWhole && (
        <Button look="quiet" label={say("album.selectAll")} onPress={() => onSelect(EVERYTHING)} />
      )}
      <Button look="quiet" label={say("album.selectNone")} onPress={() => onSelect(NOTHING)} />
      <span className="selection-space" />
      {props.canUndo && <Button icon="undo" label={say("album.undo")} onPress={props.onUndo} />}
      <ActionMenu choice={props.choice} coverKinds={props.coverKinds} noCover={props.noCover} />
      <Button look="primary" icon="clean" label={say("album.clean")} onPress={props.onStrip} />
    </section>
  );
}
