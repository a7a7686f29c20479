import { useRef, useState } from "react";
import { PHOTO_SORTS, type PhotoFilter, photoSort } from "../../../shared/model/photo.ts";
import { SearchBox } from "../../ui/Fields.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";
import { FolderTree } from "./FolderTree.tsx";

/** Milliseconds after the last letter before the search begins. */
const PAUSE_MS = 200;

/** Search, folder and order: what narrows and sorts the album besides its chips. */
export function Toolbar(props: {
  readonly filter: PhotoFilter;
  readonly onChange: (part: Partial<PhotoFilter>) => void;
}) {
  const { filter, onChange } = props;
  const say = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | null>(null);
  const search = (text: string) => {
    setTyped(text);
    if (pause.current !== null) clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      setTyped(null);
      onChange({ text });
    }, PAUSE_MS);
  };
  return (
    <div className="toolbar">
      <SearchBox label={say("desk.search")} value={typed ?? filter.text} onChange={search} />
      <FolderTree filter={filter} onPick={(directoryId) => onChange({ directoryId })} />
      <label className="picker-button sort">
        <Icon name="sort" size={18} />
        <span className="unseen">{say("desk.sort")}</span>
        <select
          value={filter.sort}
          onChange={(event) => onChange({ sort: photoSort.parse(event.target.value) })}
        >
          {PHOTO_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {say(`desk.sorts.${sort}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
