import { useState } from "react";
import type { VaultItem } from "../../../shared/model/vault.ts";
import { asAppError } from "../../bridge/errors.ts";
import { useChoosePlace } from "../../bridge/use-folders.ts";
import { useDeleteForGood, useRestore, useVaultItems } from "../../bridge/use-vault.ts";
import { Button } from "../../ui/Button.tsx";
import { SearchBox } from "../../ui/Fields.tsx";
import { Empty, Failure, Loading, Notice, Progress } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { Window } from "../../ui/Window.tsx";
import { ForGoodWindow } from "./ForGoodWindow.tsx";
import { OriginalList } from "./OriginalList.tsx";

type Picked = ReadonlySet<string>;
const NOTHING: Picked = new Set();

/** The whole originals in the vault, and the ways out of it. */
export function Originals({ isLocked }: { readonly isLocked: boolean }) {
  const say = useText();
  const { items, isPending, error } = useVaultItems();
  const [words, setWords] = useState("");
  const [picked, setPicked] = useState<Picked>(NOTHING);
  const wanted = words.trim().toLocaleLowerCase();
  const shown = items.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)).toReversed(); // the latest first
  const chosen = items.filter(({ id }) => picked.has(id));
  return (
    <section className="panel originals">
      <header className="originals-head">
        <h2>{say("vault.list")}</h2>
        {items.length > 0 && (
          <SearchBox label={say("vault.search")} value={words} onChange={setWords} />
        )}
      </header>
      {isLocked && <Notice tone="info" text={say("vault.listLocked")} />}
      {error !== null && <Failure error={asAppError(error)} />}
      {isPending && <Loading />}
      {!isPending && error === null && items.length === 0 && (
        <Empty icon="vault" title={say("vault.listEmptyTitle")} text={say("vault.listEmptyText")} />
      )}
      {items.length > 0 && shown.length === 0 && (
        <p className="soft">{say("vault.noMatch", { words })}</p>
      )}
      {shown.length > 0 && (
        <>
          <OriginalList items={shown} picked={picked} onPick={setPicked} />
          <Bar shown={shown} chosen={chosen} onPick={setPicked} />
        </>
      )}
    </section>
  );
}

function Bar(props: {
  readonly shown: readonly VaultItem[];
  readonly chosen: readonly VaultItem[];
  readonly onPick: (picked: Picked) => void;
}) {
  const { shown, chosen, onPick } = props;
  const say = useText();
  const { restore, isRunning, run } = useRestore();
  const { deleteForGood, isRunning: isDeleting } = useDeleteForGood();
  const choosePlace = useChoosePlace();
  const [isAsking, setIsAsking] = useState(false);
  const isNone = chosen.length === 0;
  const entryIds = chosen.map(({ id }) => id);
  const letGo = () => onPick(NOTHING);
  const putBack = (to: Parameters<typeof restore>[0]["to"]) =>
    void restore({ entryIds, to }).then(letGo, () => undefined);
  const putInto = async () => {
    const place = await choosePlace();
    if (place !== null) putBack(place.id);
  };
  const remove = () =>
    void deleteForGood(entryIds)
      .then(letGo, () => undefined)
      .finally(() => setIsAsking(false));
  const onlyHere = chosen.filter(({ kind }) => kind === "quarantine").length;
  return (
    <div className="originals-bar">
      <p role="status">{say("vault.selected", { count: chosen.length })}</p>
      <Button
        look="quiet"
        label={say("vault.selectAll")}
        onPress={() => onPick(new Set(shown.map(({ id }) => id)))}
      />
      {!isNone && <Button look="quiet" label={say("vault.selectNone")} onPress={letGo} />}
      <span className="selection-space" />
      <Button
        icon="delete"
        label={say("vault.delete")}
        isDisabled={isNone}
        onPress={() => setIsAsking(true)}
      />
      <Button
        icon="folder"
        label={say("vault.restoreTo")}
        isDisabled={isNone}
        onPress={() => void putInto()}
      />
      <Button
        look="primary"
        icon="undo"
        label={say("vault.restore")}
        isDisabled={isNone}
        onPress={() => putBack(null)}
      />
      {isRunning && <Restoring share={run.total === 0 ? null : run.done / run.total} />}
      {isAsking && (
        <ForGoodWindow
          title={say("forGood.title", { count: chosen.length })}
          loss={{ onlyHere, changed: chosen.length - onlyHere, old: 0 }}
          isRunning={isDeleting}
          onYes={remove}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}

function Restoring({ share }: { readonly share: number | null }) {
  const say = useText();
  return (
    <Window size="small" title={say("vault.restoring")} buttons={null}>
      <Progress label={say("vault.restoring")} share={share} />
    </Window>
  );
}
