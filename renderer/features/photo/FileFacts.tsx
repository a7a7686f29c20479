import type { PhotoDetail } from "../../../shared/model/photo.ts";
import { useFormats, useText } from "../../ui/text.ts";

/** What there is to know of the file itself. */
export function FileFacts({ photo }: { readonly photo: PhotoDetail }) {
  const say = useText();
  const formats = useFormats();
  const { name, folderName, format, bytes, width, height, copies } = photo;
  const facts = [
    { label: "photo.name", value: name },
    { label: "photo.folder", value: folderName === "" ? say("photo.sameFolder") : folderName },
    { label: "photo.format", value: format?.toUpperCase() ?? say("photo.unknown") },
    { label: "photo.size", value: formats.bytes(bytes) },
    {
      label: "photo.pixels",
      value:
        width === null || height === null
          ? say("photo.unknown")
          : say("photo.pixelsValue", { width, height }),
    },
    ...(copies > 0
      ? [{ label: "photo.copies", value: say("photo.copiesValue", { count: copies }) } as const]
      : []),
  ] as const;
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{say(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
