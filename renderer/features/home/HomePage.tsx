import { asAppError } from "../../bridge/errors.ts";
import { useFolders } from "../../bridge/use-folders.ts";
import { useOverview } from "../../bridge/use-overview.ts";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { Failure } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { DropTarget } from "./DropTarget.tsx";
import { FolderCards } from "./FolderCards.tsx";
import { Gives } from "./Gives.tsx";
import { Headline } from "./Headline.tsx";
import { Worst } from "./Worst.tsx";
import "./home.css";
import "./overview.css";

const PROMISES = [
  { icon: "lock", title: "home.promiseLocalTitle", text: "home.promiseLocal" },
  { icon: "medium", title: "home.promiseLookTitle", text: "home.promiseLook" },
  { icon: "undo", title: "home.promiseUndoTitle", text: "home.promiseUndo" },
] as const satisfies readonly {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}[];

/** How all photos stand, the worst of them, and the way to more; or a welcome while there are none. */
export function HomePage() {
  const { folders } = useFolders();
  const { counts, worst, isPending, error, again } = useOverview();
  const isNew = !isPending && (counts === null || counts.photos === 0);
  return (
    <div className="page">
      <div className="page-inner home">
        {error !== null && <Failure error={asAppError(error)} again={again} />}
        {isNew && <Welcome />}
        {counts !== null && counts.photos > 0 && (
          <>
            <Headline counts={counts} />
            {worst.length > 0 && <Worst photos={worst} />}
            <div className="home-row">
              <Gives counts={counts} />
              <div className="home-more">
                {folders.length > 0 && <FolderCards folders={folders} />}
                <DropTarget size="small" />
              </div>
            </div>
          </>
        )}
        {isNew && (
          <>
            <DropTarget size="large" />
            {folders.length > 0 && <FolderCards folders={folders} />}
            <Promises />
          </>
        )}
      </div>
    </div>
  );
}

function Welcome() {
  const say = useText();
  return (
    <header className="home-head">
      <h1>{say("home.title")}</h1>
      <p>{say("home.lead")}</p>
    </header>
  );
}

function Promises() {
  const say = useText();
  return (
    <ul className="promises">
      {PROMISES.map(({ icon, title, text }) => (
        <li key={title}>
          <Icon name={icon} size={24} />
          <h2>{say(title)}</h2>
          <p>{say(text)}</p>
        </li>
      ))}
    </ul>
  );
}
