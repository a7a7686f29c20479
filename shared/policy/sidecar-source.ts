/*
 * Files beside a photo that tell about it. A finding says in its source that it stands in one; the
 * file's own name stays out of it, because people put names and places there.
 */
const SIDECAR_KINDS = ["xmp", "aae", "takeout"] as const;
/** Who writes it: XMP editors, Apple's Photos, or Google's export ("Takeout"). */
export type SidecarKind = (typeof SIDECAR_KINDS)[number];

/** What a finding's source calls it, and what the reader of such a file calls itself. */
const NAMES: Readonly<Record<SidecarKind, readonly [name: string, reader: string]>> = {
  xmp: ["XMP sidecar", "sidecar › XMP"],
  aae: ["AAE sidecar", "AAE"],
  takeout: ["Google Takeout sidecar", "Google Takeout"],
};

/** "Google Takeout sidecar geoData", "AAE sidecar › Exif GPS". */
export function sidecarSource(kind: SidecarKind, source: string): string {
  const [name, reader] = NAMES[kind];
  if (source === "" || source === `${kind} sidecar`) return name;
  return source.startsWith(reader) ? name + source.slice(reader.length) : `${name} › ${source}`;
}

/** In which kind of file beside the photo a finding stands; `undefined` when it stands in the photo. */
export const sidecarOf = ({ source }: { readonly source: string }): SidecarKind | undefined =>
  SIDECAR_KINDS.find((kind) => {
    const [name] = NAMES[kind];
    return source === name || source.startsWith(`${name} `);
  });
