import { useState } from "react";
import type { PhotoFilter } from "../../../shared/model/photo.ts";
import { asAppError } from "../../bridge/errors.ts";
import { EVERY_PHOTO, goTo, hrefOf, replaceRoute } from "../../bridge/route.ts";
import { createStore } from "../../bridge/store.ts";
import { showToast } from "../../bridge/toasts.ts";
import { openStrip, useFinishedStrips, useUndo } from "../../bridge/use-actions.ts";
import { useCounts, usePhotos } from "../../bridge/use-photos.ts";
import { isPlain, useShortcuts } from "../../bridge/use-shortcuts.ts";
import { Button } from "../../ui/Button.tsx";
import { Empty, Failure, Loading } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { AlbumHead } from "./AlbumHead.tsx";
import { FilterBar, isNarrowed } from "./FilterBar.tsx";
import { PhotoGrid } from "./PhotoGrid.tsx";
import { SelectionBar } from "./SelectionBar.tsx";
import { choiceOf, EVERYTHING, isEmpty, isSelected, NOTHING, type Selection } from "./selection.ts";
import "./album.css";
import "./grid.css";

/** The album that was left for a photo, and at which one, so that "back" returns there. */
const leftAt = createStore<{ readonly album: string; readonly index: number } | null>(null);

export function AlbumPage({ filter }: { readonly filter: PhotoFilter }) {
  const counts = useCounts(filter.folderId);
  return (
    <div className="album">
      <AlbumHead filter={filter} counts={counts} />
      {counts !== null && counts.photos > 0 && <FilterBar filter={filter} counts={counts} />}
      <Photos key={hrefOf({ page: "album", filter })} filter={filter} />
    </div>
  );
}

function Photos({ filter }: { readonly filter: PhotoFilter }) {
  const { photos, error, isPending, hasMore, loadMore } = usePhotos(filter);
  const { selection, select } = useSelection();
  const [returnTo] = useState(() => returnIndex(filter));
  const [wanted, setCurrent] = useState(returnTo ?? 0);
  const { mutate: undo } = useUndo();
  const current = Math.max(0, Math.min(wanted, photos.length - 1));

  const open = (index: number) => {
    const photo = photos[index];
    if (photo === undefined) return;
    leftAt.set({ album: hrefOf({ page: "album", filter }), index });
    goTo({ page: "photo", photoId: photo.id, filter });
  };
  const picked = isEmpty(selection)
    ? photos.slice(current, current + 1)
    : photos.filter(({ id }) => isSelected(selection, id));
  const strip = () => {
    const choice = choiceOf(selection, filter);
    if (choice !== null) openStrip(choice);
    else if (picked.length > 0) openStrip({ photoIds: picked.map(({ id }) => id) });
  };
  const undoPicked = () => {
    const photoIds = picked.filter(({ canUndo }) => canUndo).map(({ id }) => id);
    if (photoIds.length > 0) undo({ photoIds });
    else showToast({ tone: "bad", key: "undo.nothing", facts: {} });
  };
  useShortcuts((event) => {
    const key = event.key.toLowerCase();
    if (key === "a" && (event.ctrlKey || event.metaKey)) select(EVERYTHING);
    else if (!isPlain(event)) return false;
    else if (key === "escape") select(NOTHING);
    else if (key === "s") strip();
    else if (key === "u") undoPicked();
    else return false;
    return true;
  });

  if (error !== null && photos.length === 0) {
    return (
      <div className="page">
        <Failure error={asAppError(error)} />
      </div>
    );
  }
  if (isPending) return <Loading />;
  if (photos.length === 0) return <NoPhotos filter={filter} />;
  return (
    <div className="album-photos">
      <PhotoGrid
        photos={photos}
        hasMore={hasMore}
        loadMore={loadMore}
        selection={selection}
        onSelect={select}
        onOpen={open}
        current={current}
        onCurrent={setCurrent}
        isReturn={returnTo !== null}
      />
      {!isEmpty(selection) && (
        <SelectionBar
          selection={selection}
          onSelect={select}
          canUndo={picked.some(({ canUndo }) => canUndo)}
          onStrip={strip}
          onUndo={undoPicked}
        />
      )}
    </div>
  );
}

/** The selection; it is let go once the photos in it have been cleaned. */
function useSelection() {
  const strips = useFinishedStrips();
  const [made, setMade] = useState({ selection: NOTHING, strips });
  return {
    selection: made.strips === strips ? made.selection : NOTHING,
    select: (selection: Selection) => setMade({ selection, strips }),
  };
}

function returnIndex(filter: PhotoFilter): number | null {
  const left = leftAt.get();
  return left?.album === hrefOf({ page: "album", filter }) ? left.index : null;
}

function NoPhotos({ filter }: { readonly filter: PhotoFilter }) {
  const say = useText();
  if (!isNarrowed(filter)) {
    return <Empty icon="photos" title={say("album.emptyTitle")} text={say("album.emptyText")} />;
  }
  const showAll = () =>
    replaceRoute({ page: "album", filter: { ...EVERY_PHOTO, folderId: filter.folderId } });
  return (
    <Empty icon="search" title={say("album.emptyFilterTitle")} text={say("album.emptyFilterText")}>
      <Button label={say("album.clearFilters")} onPress={showAll} />
    </Empty>
  );
}
