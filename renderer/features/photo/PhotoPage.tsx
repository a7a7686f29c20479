import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { FindingKind } from "../../../shared/model/finding.ts";
import type { FolderId, PhotoId } from "../../../shared/model/ids.ts";
import type { PhotoDetail, PhotoFilter } from "../../../shared/model/photo.ts";
import { canPaint } from "../../../shared/policy/paintable.ts";
import { coverable, openAction, type WantedKind } from "../../bridge/action-desk.ts";
import { asAppError } from "../../bridge/errors.ts";
import { goTo, hrefOf, replaceRoute } from "../../bridge/route.ts";
import { showToast } from "../../bridge/toasts.ts";
import { useUndo } from "../../bridge/use-actions.ts";
import { useNeighbours, usePhoto } from "../../bridge/use-photos.ts";
import { isPlain, useShortcuts } from "../../bridge/use-shortcuts.ts";
import { ActionMenu } from "../../ui/ActionMenu.tsx";
import { SeverityBadge } from "../../ui/Badges.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Failure, Loading, Notice } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { FileFacts } from "./FileFacts.tsx";
import { FindingList } from "./FindingList.tsx";
import { Stage } from "./Stage.tsx";
import { TagTable } from "./TagTable.tsx";
import "./photo.css";
import "./stage.css";
import "./tags.css";

interface Props {
  readonly photoId: PhotoId;
  readonly filter: PhotoFilter;
}

/** One photo: the picture, what it gives away, and what can be done about it. */
export function PhotoPage({ photoId, filter }: Props) {
  const { data: photo, error, refetch } = usePhoto(photoId);
  const { previous, next } = useNeighbours(photoId, filter);
  const { mutate: undo } = useUndo();
  const show = (id: PhotoId | null) =>
    id !== null && replaceRoute({ page: "photo", photoId: id, filter });
  useShortcuts((event) => {
    const key = event.key.toLowerCase();
    if (!isPlain(event)) return false;
    if (key === "escape") goTo({ page: "album", filter });
    else if (key === "arrowleft" && !event.shiftKey) show(previous);
    else if (key === "arrowright" && !event.shiftKey) show(next);
    else if (ACTION_KEYS[key] !== undefined && photo) act(photo, ACTION_KEYS[key]);
    else if (key === "u" && photo?.canUndo) undo({ photoIds: [photoId] });
    else return false;
    return true;
  });
  return (
    <div className="photo">
      <PhotoHead
        photo={photo ?? null}
        filter={filter}
        previous={previous}
        next={next}
        show={show}
      />
      {error !== null && (
        <div className="page">
          <Failure error={asAppError(error)} again={() => void refetch()} />
        </div>
      )}
      {error === null && photo === undefined && <Loading />}
      {photo && <PhotoBody key={photo.id} photo={photo} folderId={filter.folderId} />}
    </div>
  );
}

const ACTION_KEYS: Readonly<Record<string, WantedKind>> = {
  s: "strip",
  q: "quarantine",
  r: "redact",
  e: "export",
};

const coverKindsOf = ({ findings }: PhotoDetail): readonly FindingKind[] =>
  coverable(findings.flatMap(({ kind, box }) => (box === null ? [] : [kind])));

function act(photo: PhotoDetail, kind: WantedKind): void {
  if (kind === "redact" && !canPaint(photo.format))
    showToast({ tone: "bad", key: "ways.redactFormat", facts: {} });
  else openAction(kind, { photoIds: [photo.id] }, coverKindsOf(photo));
}

function PhotoHead(props: {
  readonly photo: PhotoDetail | null;
  readonly filter: PhotoFilter;
  readonly previous: PhotoId | null;
  readonly next: PhotoId | null;
  readonly show: (id: PhotoId | null) => void;
}) {
  const { photo, show, previous, next } = props;
  const say = useText();
  const { mutate: undo, isPending } = useUndo();
  return (
    <header className="photo-head">
      <a className="button button-quiet" href={hrefOf({ page: "album", filter: props.filter })}>
        <Icon name="back" />
        <span className="photo-back">{say("photo.back")}</span>
      </a>
      <h1 title={photo?.name}>{photo?.name}</h1>
      {photo && photo.error === null && <SeverityBadge severity={photo.severity} />}
      <div className="photo-buttons">
        <Button
          look="quiet"
          icon="previous"
          iconOnly
          label={say("photo.previous")}
          isDisabled={previous === null}
          onPress={() => show(previous)}
        />
        <Button
          look="quiet"
          icon="next"
          iconOnly
          label={say("photo.next")}
          isDisabled={next === null}
          onPress={() => show(next)}
        />
        {photo?.canUndo && (
          <Button
            icon="undo"
            label={say("photo.undo")}
            isDisabled={isPending}
            onPress={() => undo({ photoIds: [photo.id] })}
          />
        )}
        <ActionMenu
          choice={photo && { photoIds: [photo.id] }}
          coverKinds={photo ? coverKindsOf(photo) : []}
          noCover={photo && !canPaint(photo.format) ? "ways.redactFormat" : null}
        />
        <Button
          look="primary"
          icon="clean"
          label={say("photo.clean")}
          isDisabled={photo === null}
          onPress={() => photo && act(photo, "strip")}
        />
      </div>
    </header>
  );
}

function PhotoBody(props: { readonly photo: PhotoDetail; readonly folderId: FolderId | null }) {
  const { photo, folderId } = props;
  const say = useText();
  const [pointed, setPointed] = useState<readonly number[]>([]);
  return (
    <div className="photo-body">
      <Stage photo={photo} pointed={pointed} onPoint={setPointed} />
      <Tabs className="photo-side">
        <TabList className="tabs" aria-label={photo.name}>
          <Tab className="tab" id="findings">
            {say("photo.findings")}
          </Tab>
          <Tab className="tab" id="tags">
            {say("photo.tags")}
          </Tab>
          <Tab className="tab" id="facts">
            {say("photo.facts")}
          </Tab>
        </TabList>
        <TabPanel className="tab-panel" id="findings">
          {photo.canUndo && <Notice tone="info" text={say("photo.cleanedText")} />}
          {photo.error !== null && <Failure error={{ code: photo.error }} />}
          {photo.error === null && (
            <FindingList photo={photo} folderId={folderId} pointed={pointed} onPoint={setPointed} />
          )}
        </TabPanel>
        <TabPanel className="tab-panel" id="tags">
          <TagTable photoId={photo.id} />
        </TabPanel>
        <TabPanel className="tab-panel" id="facts">
          <FileFacts photo={photo} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
