import { useChooseFolder, useEnterFolder, useFolders } from "../../bridge/use-folders.ts";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/text.ts";
import { Screen } from "./Screen.tsx";

/** Folders offered again at most: more would be a list to search in. */
const MAX_FOLDERS = 4;

export function ChooseStep() {
  const say = useText();
  const { choose, isBusy } = useChooseFolder();
  const { folders } = useFolders();
  const enter = useEnterFolder();
  return (
    <Screen title={say("simple.chooseTitle")} text={say("simple.chooseText")}>
      <div className="screen-buttons">
        <Button
          look="primary"
          size="large"
          icon="folder"
          label={say("simple.choose")}
          onPress={choose}
          isDisabled={isBusy}
        />
      </div>
      {folders.length > 0 && (
        <div className="known-folders">
          <p>{say("simple.again")}</p>
          {folders.slice(0, MAX_FOLDERS).map(({ id, name }) => (
            <Button key={id} size="large" icon="photos" label={name} onPress={() => enter(id)} />
          ))}
        </div>
      )}
    </Screen>
  );
}
