import type { StripKind } from "../model/action.ts";

/** Every `type` that a finding about a file's metadata can have; each has a sentence in `shared/text`. */
export const METADATA_TYPES = [
  "gps",
  "place-name",
  "country",
  "owner-name",
  "author",
  "copyright",
  "caption",
  "comment",
  "keywords",
  "person-name",
  "face-region",
  "contact",
  "host-computer",
  "serial-number",
  "device-model",
  "software",
  "unique-id",
  "live-photo",
  "maker-note",
  "vendor-block",
  "motion-sensor",
  "capture-time",
  "modify-time",
  "embedded-thumbnail",
  "thumbnail-differs",
  "embedded-preview",
  "edit-history",
  "document-id",
  "ai-record",
  "content-credentials",
  "trailing-data",
  "embedded-image",
  "embedded-video",
  "timed-metadata",
  "unknown-block",
  "unknown-tag",
  "unreadable-block",
] as const;
export type MetadataType = (typeof METADATA_TYPES)[number];

/** What a tag gives away: the harm it belongs to, and the word for it. */
export interface Reveals {
  readonly kind: StripKind;
  readonly type: MetadataType;
}

/**
 * What a tag is. `structure` is needed to draw the picture, `technical` is harmless (exposure,
 * resolution). Everything else is private; a tag that no table knows is `hidden-data`/`unknown-tag`.
 */
export type Meaning = Reveals | "structure" | "technical";

/** A tag's name for people and what it is. */
export type NamedMeaning = readonly [name: string, meaning: Meaning];

/** A table of tags by number. Rows, because the standards number tags in hexadecimal. */
export const tagTable = (
  rows: readonly (readonly [tag: number, name: string, meaning: Meaning])[],
): ReadonlyMap<number, NamedMeaning> =>
  new Map(rows.map(([tag, name, meaning]) => [tag, [name, meaning]]));

/** One word for each fact, so that the tables read as tables. */
export const GPS: Reveals = { kind: "location", type: "gps" };
export const PLACE: Reveals = { kind: "location", type: "place-name" };
export const COUNTRY: Reveals = { kind: "location", type: "country" };
export const OWNER: Reveals = { kind: "identity", type: "owner-name" };
export const AUTHOR: Reveals = { kind: "identity", type: "author" };
export const COPYRIGHT: Reveals = { kind: "identity", type: "copyright" };
export const CAPTION: Reveals = { kind: "identity", type: "caption" };
export const COMMENT: Reveals = { kind: "identity", type: "comment" };
export const KEYWORDS: Reveals = { kind: "identity", type: "keywords" };
export const PERSON: Reveals = { kind: "identity", type: "person-name" };
export const FACE: Reveals = { kind: "identity", type: "face-region" };
export const CONTACT: Reveals = { kind: "identity", type: "contact" };
export const HOST: Reveals = { kind: "identity", type: "host-computer" };
export const SERIAL: Reveals = { kind: "device", type: "serial-number" };
export const MODEL: Reveals = { kind: "device", type: "device-model" };
export const SOFTWARE: Reveals = { kind: "device", type: "software" };
export const UNIQUE_ID: Reveals = { kind: "device", type: "unique-id" };
/** Apple's ContentIdentifier: the same in a still and in its film, which are shown as one Live Photo by it. */
export const LIVE_PHOTO: Reveals = { kind: "device", type: "live-photo" };
export const MAKER_NOTE: Reveals = { kind: "device", type: "maker-note" };
export const MOTION: Reveals = { kind: "device", type: "motion-sensor" };
export const TAKEN: Reveals = { kind: "time", type: "capture-time" };
export const MODIFIED: Reveals = { kind: "time", type: "modify-time" };
export const THUMBNAIL: Reveals = { kind: "thumbnail", type: "embedded-thumbnail" };
export const PREVIEW: Reveals = { kind: "thumbnail", type: "embedded-preview" };
export const HISTORY: Reveals = { kind: "hidden-data", type: "edit-history" };
export const DOCUMENT_ID: Reveals = { kind: "hidden-data", type: "document-id" };
export const AI: Reveals = { kind: "hidden-data", type: "ai-record" };
export const CREDENTIALS: Reveals = { kind: "hidden-data", type: "content-credentials" };
export const IMAGE: Reveals = { kind: "hidden-data", type: "embedded-image" };
export const UNKNOWN: Reveals = { kind: "hidden-data", type: "unknown-tag" };

export const isPrivate = (meaning: Meaning): meaning is Reveals => typeof meaning !== "string";

/*
 * Words in the name of a tag that no table knows. They can only make a finding more telling:
 * a name that matches nothing stays `unknown-tag`, never harmless.
 */
const TELLING_NAMES: readonly (readonly [RegExp, Reveals])[] = [
  [/gps|latitude|longt?itude|geo(tag|loc|hash|point)|iso6709|coordinates?$/i, GPS],
  [/country/i, COUNTRY],
  [
    /city|town|province|(^|[^a-z])state$|address|location|street|postal|venue|landmark|poi\b/i,
    PLACE,
  ],
  [/serial|imei|(device|body|camera|lens)_?id/i, SERIAL],
  [/e?mail|phone|contact/i, CONTACT],
  [/owner/i, OWNER],
  [/creator.?tool/i, SOFTWARE],
  [/author|artist|creator|byline|photographer/i, AUTHOR],
  [/person|people|face.?name|nickname/i, PERSON],
  [/copyright|rights/i, COPYRIGHT],
  [/keyword|tags$|subject/i, KEYWORDS],
  [/prompt|workflow|negative|sampler|stable.?diffusion|comfyui|midjourney|dall-?e/i, AI],
  [/history/i, HISTORY],
  [/uuid|guid|unique|document.?id|instance.?id/i, DOCUMENT_ID],
  [/thumb/i, THUMBNAIL],
  [/preview/i, PREVIEW],
  [/caption|description|title|headline/i, CAPTION],
  [/comment|note/i, COMMENT],
  [/software|application|encoder|writer/i, SOFTWARE],
  [/model|make$|manufacturer|device/i, MODEL],
  [/gyro|accel|yaw|pitch|roll|velocity|speed[xyz]/i, MOTION],
  [/modif|changed/i, MODIFIED],
  [/date|time$|created/i, TAKEN],
];

/** What an unknown tag's name suggests; `unknown-tag` when it suggests nothing. */
export const guessByName = (name: string): Reveals =>
  TELLING_NAMES.find(([words]) => words.test(name))?.[1] ?? UNKNOWN;
