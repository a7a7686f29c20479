import { Checkbox, GridList, GridListItem, ListLayout, Virtualizer } from "react-aria-components";
import type { VaultItem } from "../../../shared/model/vault.ts";
import { Icon } from "../../ui/icons.tsx";
import { useFormats, useText } from "../../ui/text.ts";

/** Height of a row in CSS pixels; all are alike, so that only those in sight need to exist. */
const ROW_PX = 64;
/** Upper and lower border of the list. */
const BORDER_PX = 2;
/** The list is at most six and a half rows high: the half one tells that there are more. */
const MOST_PX = 6.5 * ROW_PX;

/** Originals to pick from, however many there are. */
export function OriginalList(props: {
  readonly items: readonly VaultItem[];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
}) {
  const { items, picked, onPick } = props;
  const say = useText();
  const pick = (keys: "all" | Iterable<string | number>) =>
    onPick(keys === "all" ? new Set(items.map(({ id }) => id)) : new Set([...keys].map(String)));
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW_PX }}>
      <GridList
        className="original-list"
        aria-label={say("vault.list")}
        items={items}
        style={{ blockSize: Math.min(items.length * ROW_PX + BORDER_PX, MOST_PX) }}
        selectionMode="multiple"
        selectedKeys={picked}
        onSelectionChange={pick}
      >
        {(item) => <Original item={item} />}
      </GridList>
    </Virtualizer>
  );
}

function Original({ item }: { readonly item: VaultItem }) {
  const { id, kind, name, folder, bytes, keptAt, sidecars } = item;
  const say = useText();
  const formats = useFormats();
  const isOnlyHere = kind === "quarantine";
  return (
    <GridListItem id={id} className="original" textValue={name}>
      <Checkbox slot="selection" className="tick">
        <span className="tick-box" aria-hidden="true">
          <Icon name="check" size={14} />
        </span>
      </Checkbox>
      <div className="original-text">
        <strong title={name}>{name}</strong>
        <span className="soft" title={folder}>
          {folder}
          {sidecars > 0 && ` · ${say("vault.sidecars", { count: sidecars })}`}
        </span>
      </div>
      <span className={isOnlyHere ? "badge badge-high" : "badge badge-low"}>
        {say(`vault.was.${kind}`)}
      </span>
      <span className="original-facts">
        <span>{formats.bytes(bytes)}</span>
        <span className="soft">{say("vault.keptAt", { when: formats.day(keptAt) })}</span>
      </span>
    </GridListItem>
  );
}
