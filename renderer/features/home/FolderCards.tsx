import { useState } from "react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Folder } from "../../../shared/model/folder.ts";
import { EVERY_PHOTO, hrefOf } from "../../bridge/route.ts";
import { useEnterFolder, useForgetFolder, useWatchFolder } from "../../bridge/use-folders.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";

/** The folders a person chose before, with what was found in each. */
export function FolderCards({ folders }: { readonly folders: readonly Folder[] }) {
  const say = useText();
  return (
    <section className="folders">
      <h2>{say("home.recent")}</h2>
      <ul>
        {folders.map((folder) => (
          <FolderCard key={folder.id} folder={folder} />
        ))}
      </ul>
    </section>
  );
}

function FolderCard({ folder }: { readonly folder: Folder }) {
  const say = useText();
  const formats = useFormats();
  const { id, name, path, photos, dangerous, scannedAt, isWatched } = folder;
  const checked =
    scannedAt === null
      ? say("home.neverScanned")
      : say("home.scannedAt", { when: formats.day(scannedAt) });
  return (
    <li className="folder">
      <a
        className="folder-link"
        href={hrefOf({ page: "album", filter: { ...EVERY_PHOTO, folderId: id } })}
      >
        <Icon name="folder" size={26} />
        <span className="folder-text">
          <strong>{name}</strong>
          <span className="folder-path" title={path}>
            {path}
          </span>
        </span>
        <span className="folder-counts">
          {dangerous > 0 ? (
            <span className="badge badge-high">
              <Icon name="high" size={15} />
              {say("home.dangerous", { count: dangerous })}
            </span>
          ) : (
            photos > 0 && (
              <span className="badge badge-none">
                <Icon name="none" size={15} />
                {say("home.allSafe")}
              </span>
            )
          )}
          <span>{say("home.photos", { count: photos })}</span>
          <span>{checked}</span>
          {isWatched && <span>{say("home.watched")}</span>}
        </span>
      </a>
      <FolderMenu folder={folder} />
    </li>
  );
}

function FolderMenu({ folder }: { readonly folder: Folder }) {
  const say = useText();
  const enter = useEnterFolder();
  const { mutate: watch } = useWatchFolder();
  const { id, isWatched } = folder;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <MenuTrigger>
        <AriaButton
          className="button button-quiet button-icon"
          aria-label={say("home.folderMenu", { name: folder.name })}
        >
          <Icon name="more" />
        </AriaButton>
        <Popover className="menu" placement="bottom end">
          <Menu>
            <MenuItem className="menu-item" onAction={() => enter(id)}>
              <Icon name="refresh" size={18} />
              {say("home.scanAgain")}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => watch({ id, on: !isWatched })}>
              <Icon name={isWatched ? "stop" : "time"} size={18} />
              {say(isWatched ? "home.unwatch" : "home.watch")}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => setIsAsking(true)}>
              <Icon name="close" size={18} />
              {say("home.forget")}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {isAsking && <ForgetWindow folder={folder} onClose={() => setIsAsking(false)} />}
    </>
  );
}

function ForgetWindow(props: { readonly folder: Folder; readonly onClose: () => void }) {
  const { folder, onClose } = props;
  const say = useText();
  const { mutate: forget } = useForgetFolder();
  const confirm = () => {
    forget(folder.id);
    onClose();
  };
  return (
    <Window
      size="small"
      role="alertdialog"
      title={say("home.forgetTitle", { name: folder.name })}
      onClose={onClose}
      buttons={
        <>
          <Button label={say("common.cancel")} onPress={onClose} />
          <Button look="primary" label={say("home.forgetYes")} onPress={confirm} />
        </>
      }
    >
      <p>{say("home.forgetText")}</p>
    </Window>
  );
}
