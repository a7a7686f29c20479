import type { PlaceListing } from "../../../shared/model/folder.ts";
import type { PlaceId } from "../../../shared/model/ids.ts";
import { asAppError } from "../../bridge/errors.ts";
import { closePicker, useMakePlace, usePicking, usePlaces } from "../../bridge/use-folders.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { Failure, Loading, Notice } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";
import { NewFolder } from "./NewFolder.tsx";
import "./picker.css";

/** The page's own folder dialog, for shells that have none. */
export function FolderPicker() {
  const say = useText();
  const picking = usePicking();
  const { listing, goTo, choose } = usePlaces();
  const here = listing.data?.here;
  const make = useMakePlace(here?.id ?? null, goTo);
  return (
    <Window
      size="medium"
      title={say("picker.title")}
      onClose={closePicker}
      buttons={
        <>
          <Button label={say("common.cancel")} onPress={closePicker} />
          <Button
            look="primary"
            icon="check"
            label={say("picker.choose", { name: here?.name ?? "…" })}
            isDisabled={here === undefined || choose.isPending}
            onPress={() => here && choose.mutate(here)}
          />
        </>
      }
    >
      <div className="picker">
        {picking?.purpose === "album" && picking.isAfterDrop && (
          <Notice tone="info" text={say("home.dropBrowser")} />
        )}
        {choose.error !== null && <Failure error={asAppError(choose.error)} />}
        {listing.error !== null && (
          <Failure error={asAppError(listing.error)} again={() => goTo(null)} />
        )}
        {listing.isPending && <Loading />}
        {listing.data && <Listing listing={listing.data} goTo={goTo} />}
        {here !== undefined && picking?.purpose === "place" && (
          <NewFolder key={here.id} make={make} />
        )}
      </div>
    </Window>
  );
}

function Listing(props: {
  readonly listing: PlaceListing;
  readonly goTo: (place: PlaceId) => void;
}) {
  const say = useText();
  const { here, parent, shortcuts, folders, files } = props.listing;
  return (
    <div className="places">
      <nav className="places-side" aria-label={say("picker.shortcuts")}>
        {shortcuts.map(({ id, name }) => (
          <Place key={id} icon="home" name={name} onPress={() => props.goTo(id)} />
        ))}
      </nav>
      <div className="places-main">
        <div className="places-here">
          <Button
            icon="up"
            iconOnly
            label={say("picker.up")}
            isDisabled={parent === null}
            onPress={() => parent !== null && props.goTo(parent)}
          />
          <p title={here.path}>
            <strong>{here.name}</strong>
            {here.path !== here.name && <span>{here.path}</span>}
          </p>
        </div>
        <ul className="places-list">
          {folders.map(({ id, name }) => (
            <li key={id}>
              <Place icon="folder" name={name} onPress={() => props.goTo(id)} />
            </li>
          ))}
        </ul>
        {folders.length === 0 && <p className="soft">{say("picker.empty")}</p>}
        {files > 0 && <p className="soft">{say("picker.files", { count: files })}</p>}
      </div>
    </div>
  );
}

function Place(props: {
  readonly icon: IconName;
  readonly name: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="place" onClick={props.onPress}>
      <Icon name={props.icon} />
      <span>{props.name}</span>
    </button>
  );
}
