import { useState } from "react";
import { FINDING_KINDS, type FindingKind } from "../../../shared/model/finding.ts";
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
import { goTo, hrefOf, replaceRoute } from "../../bridge/route.ts";
import { createStore } from "../../bridge/store.ts";
import { showToast } from "../../bridge/toasts.ts";
import { useUndo } from "../../bridge/use-actions.ts";
import { useCounts, usePhotos, useReadRows, useScopeCounts } from "../../bridge/use-photos.ts";
import { isPlain, useShortcuts } from "../../bridge/use-shortcuts.ts";
import { turnVeil } from "../../bridge/veil.ts";
import { Button } from "../../ui/Button.tsx";
import { Empty, Failure, Loading } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { AlbumHead } from "./AlbumHead.tsx";
import { FilterBar, isNarrowed, widened } from "./FilterBar.tsx";
import { PhotoGrid } from "./PhotoGrid.tsx";
import { SelectionBar } from "./SelectionBar.tsx";
import {
  choiceOf,
  countOf,
  EVERYTHING,
  extend,
  isEmpty,
  isSelected,
  NOTHING,
  type Selection,
  toggle,
} from "./selection.ts";
import "./album.css";
import "./grid.css";
import "./toolbar.css";

/** The album that was left for a photo, and at which one, so that "back" returns there. */
const leftAt = createStore<{ readonly album: string; readonly row: number } | null>(null);

export function AlbumPage({ filter }: { readonly filter: PhotoFilter }) {
  const counts = useScopeCounts(filter);
  return (
    <div className="album">
      <AlbumHead filter={filter} counts={counts} />
      {counts !== null && counts.photos > 0 && <FilterBar filter={filter} counts={counts} />}
      <Photos key={hrefOf({ page: "album", filter })} filter={filter} />
    </div>
  );
}

function Photos({ filter }: { readonly filter: PhotoFilter }) {
  const [returnTo] = useState(() => returnRow(filter));
  const rows = usePhotos(filter, returnTo ?? 0);
  const { selection, select } = useSelection();
  const [wanted, setCurrent] = useState(returnTo ?? 0);
  const total = rows.total ?? 0;
  const current = Math.max(0, Math.min(wanted, total - 1));
  const photo = rows.at(current);
  const picks = usePicks(filter, selection, photo);
  const readRows = useReadRows();

  const open = (row: number) => {
    const photo = rows.at(row);
    if (photo === undefined) return;
    leftAt.set({ album: hrefOf({ page: "album", filter }), row });
    goTo({ page: "photo", photoId: photo.id, filter });
  };
  const pick = (row: number) => {
    const photo = rows.at(row);
    if (photo !== undefined) select(toggle(selection, photo, row));
  };
  const pickTo = async (row: number) => {
    const [from, to] = [Math.min(selection.anchor, row), Math.max(selection.anchor, row)];
    select(extend(selection, await readRows(filter, from, to)));
  };
  useShortcuts((event) => {
    const key = event.key.toLowerCase();
    if (key === "a" && (event.ctrlKey || event.metaKey)) select(EVERYTHING);
    else if (!isPlain(event)) return false;
    else if (key === "escape") select(NOTHING);
    else if (ACTION_KEYS[key] !== undefined) picks.act(ACTION_KEYS[key]);
    else if (key === "u") picks.undo();
    else if (key === "p" && photo !== undefined) turnVeil(photo.id);
    else return false;
    return true;
  });

  if (rows.error !== null && rows.total === null) {
    return (
      <div className="page">
        <Failure error={asAppError(rows.error)} />
      </div>
    );
  }
  if (rows.total === null) return <Loading />;
  if (total === 0) return <NoPhotos filter={filter} />;
  return (
    <div className="album-photos">
      <PhotoGrid
        rows={rows}
        total={total}
        selection={selection}
        onPick={pick}
        onPickTo={(row) => void pickTo(row)}
        onOpen={open}
        current={current}
        onCurrent={setCurrent}
        isReturn={returnTo !== null}
        hasDays={filter.sort === "newest" || filter.sort === "oldest"}
      />
      {!isEmpty(selection) && (
        <SelectionBar
          selection={selection}
          count={countOf(selection, total)}
          onSelect={select}
          canUndo={picks.canUndo}
          choice={picks.choice}
          coverKinds={picks.coverKinds}
          noCover={picks.noCover}
          onStrip={() => picks.act("strip")}
          onUndo={picks.undo}
        />
      )}
    </div>
  );
}

/** What can be done with the picked photos; while none is picked, with the current one. */
function usePicks(filter: PhotoFilter, selection: Selection, photo: PhotoTile | undefined) {
  const { mutate } = useUndo();
  const counts = useCounts(filter);
  const readRows = useReadRows();
  const current = photo === undefined ? [] : [photo];
  const tiles = isEmpty(selection) ? current : [...selection.tiles.values()];
  const isAll = selection.all;
  const kinds = isAll
    ? FINDING_KINDS.filter((kind) => (counts?.byKind[kind] ?? 0) > 0)
    : tiles.flatMap((tile) => tile.kinds);
  const coverKinds = coverable(kinds);
  const noCover = whyNoCover(isAll ? [] : tiles, coverKinds);
  const choice = isAll
    ? choiceOf(selection, filter)
    : tiles.length === 0
      ? null
      : { photoIds: tiles.map(({ id }) => id) };
  const act = (kind: WantedKind) => {
    if (choice === null) return;
    if (kind === "redact" && noCover !== null) showToast({ tone: "bad", key: noCover, facts: {} });
    else openAction(kind, choice, coverKinds);
  };
  const changed = async () => {
    if (!isAll) return tiles.filter(({ canUndo }) => canUndo);
    const all = await readRows({ ...filter, changed: true }, 0, (counts?.changed ?? 0) - 1);
    return all.filter(({ id }) => isSelected(selection, id));
  };
  const undo = async () => {
    const photoIds = (await changed()).map(({ id }) => id);
    if (photoIds.length > 0) mutate({ photoIds });
    else showToast({ tone: "bad", key: "undo.nothing", facts: {} });
  };
  const canUndo = isAll ? (counts?.changed ?? 0) > 0 : tiles.some((tile) => tile.canUndo);
  return { choice, coverKinds, noCover, canUndo, act, undo: () => void undo() };
}

const ACTION_KEYS: Readonly<Record<string, WantedKind>> = {
  s: "strip",
  q: "quarantine",
  r: "redact",
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

function returnRow(filter: PhotoFilter): number | null {
  const left = leftAt.get();
  return left?.album === hrefOf({ page: "album", filter }) ? left.row : null;
}

function NoPhotos({ filter }: { readonly filter: PhotoFilter }) {
  const say = useText();
  if (!isNarrowed(filter) && filter.person !== null) {
    return <Empty icon="face" title={say("person.goneTitle")} text={say("person.goneText")} />;
  }
  if (!isNarrowed(filter)) {
    return <Empty icon="photos" title={say("album.emptyTitle")} text={say("album.emptyText")} />;
  }
  const showAll = () => replaceRoute({ page: "album", filter: widened(filter) });
  return (
    <Empty icon="search" title={say("album.emptyFilterTitle")} text={say("album.emptyFilterText")}>
      <Button label={say("album.clearFilters")} onPress={showAll} />
    </Empty>
  );
}
