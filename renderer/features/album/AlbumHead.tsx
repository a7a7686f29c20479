import type { PhotoCounts, PhotoFilter } from "../../../shared/model/photo.ts";
import { COVER_KINDS, openAction } from "../../bridge/action-desk.ts";
import { replaceRoute } from "../../bridge/route.ts";
import { useFolder } from "../../bridge/use-folders.ts";
import { useCounts } from "../../bridge/use-photos.ts";
import { isRunning, useScans, useStartScan } from "../../bridge/use-scans.tsx";
import { ActionMenu } from "../../ui/ActionMenu.tsx";
import { Button } from "../../ui/Button.tsx";
import { type Say, useText } from "../../ui/text.ts";
import { isNarrowed, widened } from "./FilterBar.tsx";
import { KeysHelp } from "./KeysHelp.tsx";

/** Which album this is, how it stands, and what can be done with all of it. */
export function AlbumHead(props: {
  readonly filter: PhotoFilter;
  readonly counts: PhotoCounts | null;
}) {
  const { filter, counts } = props;
  const { folderId } = filter;
  const say = useText();
  const folder = useFolder(folderId);
  const scans = useScans();
  const scan = folderId === null ? undefined : scans.get(folderId);
  const { mutate: start } = useStartScan();
  const coverKinds = COVER_KINDS.filter((kind) => (counts?.byKind[kind] ?? 0) > 0);
  const all = say(filter.person === null ? "album.all" : "person.album");
  const isScanning = scan !== undefined && isRunning(scan);
  return (
    <header className="album-head">
      <div className="album-title">
        <h1 title={folder?.path}>{folderId === null ? all : (folder?.name ?? "")}</h1>
        {isNarrowed(filter) ? (
          <Narrowed filter={filter} />
        ) : (
          <p>{counts !== null && counts.photos > counts.failed && say(...summary(counts))}</p>
        )}
      </div>
      <div className="album-buttons">
        <KeysHelp />
        {folderId !== null && (
          <Button
            icon="refresh"
            iconOnly
            label={say("home.scanAgain")}
            isDisabled={isScanning}
            onPress={() => start(folderId)}
          />
        )}
        <ActionMenu
          choice={counts === null || counts.photos === 0 ? null : { filter, except: [] }}
          coverKinds={coverKinds}
          noCover={coverKinds.length === 0 ? "ways.redactNone" : null}
        />
        <Button
          look="primary"
          icon="clean"
          label={say("album.cleanAll")}
          isDisabled={counts === null || counts.photos === 0}
          onPress={() => openAction("strip", { filter, except: [] })}
        />
      </div>
    </header>
  );
}

/** How many are left of the album, and the way back to all. */
function Narrowed({ filter }: { readonly filter: PhotoFilter }) {
  const say = useText();
  const shown = useCounts(filter);
  return (
    <p className="album-shown">
      <span role="status">{shown && say("desk.shown", { count: shown.photos })}</span>
      <Button
        look="quiet"
        icon="close"
        label={say("album.clearFilters")}
        onPress={() => replaceRoute({ page: "album", filter: widened(filter) })}
      />
    </p>
  );
}

function summary(counts: PhotoCounts): Parameters<Say> {
  const read = counts.photos - counts.failed;
  const dangerous = (counts.bySeverity.high ?? 0) + (counts.bySeverity.critical ?? 0);
  const unseen = counts.byKind.unseen ?? 0;
  if (dangerous > 0) return ["album.summary", { count: read, dangerous }];
  return unseen > 0
    ? ["album.summarySoFar", { count: read, unseen }]
    : ["album.summarySafe", { count: read }];
}
