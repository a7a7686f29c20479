import { useState } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import type { DirectoryNode } from "../../../shared/model/folder.ts";
import type { DirectoryId } from "../../../shared/model/ids.ts";
import type { PhotoFilter } from "../../../shared/model/photo.ts";
import { useFolder } from "../../bridge/use-folders.ts";
import { useTree } from "../../bridge/use-tree.ts";
import { Icon } from "../../ui/icons.tsx";
import { Loading } from "../../ui/Parts.tsx";
import { useFormats, useText } from "../../ui/text.ts";

interface Props {
  readonly filter: PhotoFilter;
  readonly onPick: (directoryId: DirectoryId | null) => void;
}

/** Narrows the album to one folder of the tree below the chosen one, or below all of them. */
export function FolderTree({ filter, onPick }: Props) {
  const say = useText();
  const top = useFolder(filter.folderId)?.directoryId ?? null;
  const [name, setName] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const pick = (node: DirectoryNode | null) => {
    setName(node?.name ?? null);
    setIsOpen(false);
    onPick(node?.id ?? null);
  };
  const isAll = filter.directoryId === null;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <AriaButton className={isAll ? "picker-button" : "picker-button picker-chosen"}>
        <Icon name="folder" size={18} />
        <span className="picker-words">
          {isAll ? say("desk.allFolders") : (name ?? say("desk.oneFolder"))}
        </span>
        <span className="button-turn">
          <Icon name="next" size={14} />
        </span>
      </AriaButton>
      <Popover className="menu tree" placement="bottom start">
        <Dialog aria-label={say("desk.folders")}>
          <button
            type="button"
            className="tree-name"
            aria-pressed={isAll}
            onClick={() => pick(null)}
          >
            <Icon name="photos" size={18} />
            <span>{say("desk.allFolders")}</span>
          </button>
          <Branch at={top} chosen={filter.directoryId} onPick={pick} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface BranchProps {
  readonly chosen: DirectoryId | null;
  readonly onPick: (node: DirectoryNode) => void;
}

function Branch(props: BranchProps & { readonly at: DirectoryId | null }) {
  const nodes = useTree(props.at);
  if (nodes === null) return <Loading />;
  return (
    <ul className="tree-branch">
      {nodes.map((node) => (
        <TreeNode key={node.id} node={node} {...props} />
      ))}
    </ul>
  );
}

function TreeNode(props: BranchProps & { readonly node: DirectoryNode }) {
  const { node, chosen, onPick } = props;
  const say = useText();
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const { name, photos, dangerous } = node;
  return (
    <li>
      <div className="tree-row">
        {node.folders > 0 ? (
          <button
            type="button"
            className={isOpen ? "tree-turn tree-open" : "tree-turn"}
            aria-expanded={isOpen}
            aria-label={say("desk.inside", { name })}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Icon name="next" size={14} />
          </button>
        ) : (
          <span className="tree-turn" />
        )}
        <button
          type="button"
          className="tree-name"
          aria-pressed={chosen === node.id}
          onClick={() => onPick(node)}
        >
          <span title={name}>{name}</span>
          <span className="tree-count">{formats.number(photos)}</span>
          {dangerous > 0 && (
            <span className="nav-count" title={say("home.dangerous", { count: dangerous })}>
              {formats.number(dangerous)}
            </span>
          )}
        </button>
      </div>
      {isOpen && <Branch at={node.id} chosen={chosen} onPick={onPick} />}
    </li>
  );
}
