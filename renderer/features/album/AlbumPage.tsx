import { useState } from "react";
import type { FindingKind } from "../../../shared/model/finding.ts";
import type { PhotoFilter, PhotoTile } from "../../../shared/model/photo.ts";
import { canPaint } from "../../../shared/policy/paintable.ts";
import type { TextKey } from "../../../shared/text/index.ts";
import {
  coverable,
  openAction,
  useFinishedActions,
  type WantedKind,
} from "../../bridge/action-desk.ts";
import { asAppError } from "../../bridge/errors.ts";
import { EVERY_PHOTO, goTo, hrefOf, replaceRoute } from "../../bridge/route.ts";
import { createStore } from "../../bridge/store.ts";
import { showToast } from "../../bridge/toasts.ts";
import { useUndo } from "../../bridge/use-actions.ts";
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
  const choice = isEmpty(selection)
    ? choiceOf({ ...NOTHING, ids: new Set(picked.map(({ id }) => id)) }, filter)
    : choiceOf(selection, filter);
  const coverKinds = coverable(picked.flatMap(({ kinds }) => kinds));
  const noCover = whyNoCover(picked, coverKinds);
  const act = (kind: WantedKind) => {
    if (choice === null) return;
    if (kind === "redact" && noCover !== null) showToast({ tone: "bad", key: noCover, facts: {} });
    else openAction(kind, choice, coverKinds);
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
    else if (ACTION_KEYS[key] !== undefined) act(ACTION_KEYS[key]);
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
          choice={choice}
          coverKinds={coverKinds}
          noCover={noCover}
          onStrip={() => act("strip")}
          onUndo={undoPicked}
        />
      )}
    </div>
  );
}

const ACTION_KEYS: Readonly<Record<string, WantedKind>> = {
  s: "strip",
  v: "quarantine",
  c: "redact",
  e: "export",
};

/** On a single photo a person can mark areas; of several, only what was found can be covered. */
function whyNoCover(
  picked: readonly PhotoTile[],
  coverKinds: readonly FindingKind[],
): TextKey | null {
  const [photo, ...others] = picked;
  if (photo !== undefined && others.length === 0)
    return canPaint(photo.format) ? null : "ways.redactFormat";
  return coverKinds.length === 0 ? "ways.redactNone" : null;
}

/** The selection; it is let go once something was done to the photos in it. */
function useSelection() {
  const actions = useFinishedActions();
  const [made, setMade] = useState({ selection: NOTHING, actions });
  return {
    selection: made.actions === actions ? made.selection : NOTHING,
    select: (selection: Selection) => setMade({ selection, actions }),
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
