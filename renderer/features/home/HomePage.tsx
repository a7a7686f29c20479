import { useState } from "react";
import { useAppInfo } from "../../bridge/use-app.ts";
import { useChooseFolder, useDropFolder, useFolders } from "../../bridge/use-folders.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { Notice } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { FolderCards } from "./FolderCards.tsx";
import "./home.css";

const PROMISES = [
  { icon: "lock", title: "home.promiseLocalTitle", text: "home.promiseLocal" },
  { icon: "medium", title: "home.promiseLookTitle", text: "home.promiseLook" },
  { icon: "undo", title: "home.promiseUndoTitle", text: "home.promiseUndo" },
] as const satisfies readonly {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}[];

export function HomePage() {
  const say = useText();
  const { folders } = useFolders();
  const recovered = useAppInfo()?.recovered;
  const wasInterrupted = recovered !== undefined && recovered.finished + recovered.reverted > 0;
  return (
    <div className="page">
      <div className="page-inner home">
        {wasInterrupted && <Notice tone="info" text={say("home.recovered")} />}
        <header className="home-head">
          <h1>{say("home.title")}</h1>
          <p>{say("home.lead")}</p>
        </header>
        <DropTarget />
        {folders.length > 0 && <FolderCards folders={folders} />}
        <ul className="promises">
          {PROMISES.map(({ icon, title, text }) => (
            <li key={title}>
              <Icon name={icon} size={24} />
              <h2>{say(title)}</h2>
              <p>{say(text)}</p>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function DropTarget() {
  const say = useText();
  const { choose, isBusy } = useChooseFolder();
  const drop = useDropFolder();
  const [isOver, setIsOver] = useState(false);
  return (
    <section
      className={isOver ? "drop drop-over" : "drop"}
      aria-label={say("home.choose")}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        drop(event.dataTransfer.files);
      }}
    >
      <Icon name="drop" size={40} />
      <Button
        look="primary"
        size="large"
        icon="folder"
        label={say("home.choose")}
        onPress={choose}
        isDisabled={isBusy}
      />
      <p>{say(isOver ? "home.dropHere" : "home.drop")}</p>
    </section>
  );
}
