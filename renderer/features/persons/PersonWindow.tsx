import { useState } from "react";
import { closePersonDesk, useFindPerson, usePersonDesk } from "../../bridge/person-search.ts";
import { useFolder } from "../../bridge/use-folders.ts";
import { Button } from "../../ui/Button.tsx";
import { RowChoice } from "../../ui/Choices.tsx";
import { FaceCrop } from "../../ui/FaceCrop.tsx";
import { Notice } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";
import "./persons.css";

const FOLDER = "folder";
const ALL = "all";

/** Says what is going to be measured and what becomes of it, before anything is. */
export function PersonWindow() {
  const desk = usePersonDesk();
  const find = useFindPerson();
  const say = useText();
  const folder = useFolder(desk?.folderId ?? null);
  const [where, setWhere] = useState(ALL);
  if (desk === null) return null;
  const start = () => {
    closePersonDesk();
    void find(desk, where === FOLDER ? desk.folderId : null);
  };
  return (
    <Window
      size="medium"
      title={say("person.title")}
      onClose={closePersonDesk}
      buttons={
        <>
          <Button label={say("common.cancel")} onPress={closePersonDesk} />
          <Button look="primary" icon="search" label={say("person.start")} onPress={start} />
        </>
      }
    >
      <div className="person-ask">
        <FaceCrop {...desk.face} />
        <div className="person-words">
          <p>{say("person.text")}</p>
          <Notice tone="info" text={say("person.memory")} />
          <p className="soft">{say("person.mistakes")}</p>
          {folder !== null && (
            <RowChoice
              label={say("person.where")}
              value={where}
              onChange={setWhere}
              options={[
                { value: ALL, label: say("person.whereAll") },
                { value: FOLDER, label: say("person.whereFolder", { name: folder.name }) },
              ]}
            />
          )}
        </div>
      </div>
    </Window>
  );
}
