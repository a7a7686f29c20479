import { useState } from "react";
import type { PhotoId } from "../../../shared/model/ids.ts";
import type { PhotoTag } from "../../../shared/model/photo.ts";
import { hasText } from "../../../shared/text/index.ts";
import { asAppError } from "../../bridge/errors.ts";
import { useTags } from "../../bridge/use-photos.ts";
import { SearchBox } from "../../ui/Fields.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Failure, Loading } from "../../ui/Parts.tsx";
import { type Say, useText } from "../../ui/text.ts";
import { groupTags, type NamedTag, searchTags } from "./tags.ts";

/** Every tag of the file, in plain words where there are any, and as the file writes it. */
export function TagTable({ photoId }: { readonly photoId: PhotoId }) {
  const say = useText();
  const { data, error, refetch } = useTags(photoId);
  const [words, setWords] = useState("");
  if (error !== null) return <Failure error={asAppError(error)} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.length === 0) return <p className="soft">{say("tags.none")}</p>;
  const found = searchTags(
    data.map((tag, id) => ({ ...tag, id, plain: plainName(tag, say) })),
    words,
  );
  return (
    <div className="tags">
      <SearchBox label={say("tags.search")} value={words} onChange={setWords} />
      <p className="soft" role="status">
        {found.length === 0
          ? say("tags.noMatch", { words })
          : say("tags.count", { count: found.length })}
      </p>
      {groupTags(found).map(([group, tags]) => (
        <section key={group} className="tag-group">
          <h2>{groupName(group, say)}</h2>
          <dl>
            {tags.map((tag) => (
              <TagRow key={tag.id} tag={tag} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function TagRow({ tag }: { readonly tag: NamedTag }) {
  const say = useText();
  return (
    <div className={tag.kind === null ? "tag" : "tag tag-private"}>
      <dt>
        {tag.kind !== null && (
          <span title={say("tags.private", { kind: say(`kind.${tag.kind}.name`) })}>
            <Icon name={tag.kind} size={16} />
            <span className="unseen">
              {say("tags.private", { kind: say(`kind.${tag.kind}.name`) })}
            </span>
          </span>
        )}
        <span>{tag.plain ?? tag.name}</span>
        {tag.plain !== null && <code>{tag.name}</code>}
      </dt>
      <dd>{tag.value}</dd>
    </div>
  );
}

function groupName(group: string, say: Say): string {
  const key = `tagGroup.${group}`;
  return hasText(key) ? say(key) : group;
}

function plainName(tag: PhotoTag, say: Say): string | null {
  const key = `tag.${tag.name}`;
  return hasText(key) ? say(key) : null;
}
