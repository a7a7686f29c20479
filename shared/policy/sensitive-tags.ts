/**
 * Which tags are private. An allowlist: what no table knows counts as hidden data, so a tag that
 * is invented tomorrow is reported and removed like the rest.
 */
export { exifTag, exifTagName } from "./exif-tags.ts";
export {
  isPrivate,
  type Meaning,
  type MetadataType,
  type Reveals,
} from "./meaning.ts";
export {
  iptcDataset,
  iptcDatasetName,
  isAiRecord,
  photoshopResource,
  photoshopResourceName,
  quickTimeKey,
  textKeyword,
} from "./named-tags.ts";
export { bareUri, xmpProperty } from "./xmp-properties.ts";
