import type { PhotoTag } from "../../../shared/model/photo.ts";

/** A tag with its plain name, where there is one. */
export interface NamedTag extends PhotoTag {
  /** Its place in the file; names may repeat. */
  readonly id: number;
  readonly plain: string | null;
}

/** The tags that hold the words anywhere: in their group, either name or their value. */
export function searchTags(tags: readonly NamedTag[], words: string): readonly NamedTag[] {
  const wanted = words.trim().toLowerCase();
  return tags.filter(({ group, name, plain, value }) =>
    [group, name, plain ?? "", value].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** By group, in the order of the file; within a group, what is private comes first. */
export function groupTags(
  tags: readonly NamedTag[],
): readonly (readonly [string, readonly NamedTag[]])[] {
  const isHarmless = (tag: NamedTag) => Number(tag.kind === null);
  return [...Map.groupBy(tags, (tag) => tag.group)].map(([group, members]) => [
    group,
    members.toSorted((a, b) => isHarmless(a) - isHarmless(b)),
  ]);
}
