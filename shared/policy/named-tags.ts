import {
  AI,
  AUTHOR,
  CAPTION,
  COMMENT,
  CONTACT,
  COPYRIGHT,
  COUNTRY,
  DOCUMENT_ID,
  GPS,
  guessByName,
  HISTORY,
  HOST,
  KEYWORDS,
  LIVE_PHOTO,
  type Meaning,
  MODEL,
  MODIFIED,
  type NamedMeaning,
  OWNER,
  PLACE,
  PREVIEW,
  SERIAL,
  SOFTWARE,
  TAKEN,
  THUMBNAIL,
  UNIQUE_ID,
  UNKNOWN,
} from "./meaning.ts";

const S: Meaning = "structure";
const T: Meaning = "technical";

/** IPTC-IIM 4.2, record 2; records 1 and 3 to 9 describe the transport and the picture. */
const IPTC_APPLICATION: Readonly<Record<number, NamedMeaning>> = {
  0: ["RecordVersion", T],
  3: ["ObjectType", T],
  4: ["ObjectAttribute", CAPTION],
  5: ["ObjectName", CAPTION],
  7: ["EditStatus", CAPTION],
  8: ["EditorialUpdate", T],
  10: ["Urgency", T],
  12: ["SubjectReference", KEYWORDS],
  15: ["Category", KEYWORDS],
  20: ["SupplementalCategories", KEYWORDS],
  22: ["FixtureIdentifier", DOCUMENT_ID],
  25: ["Keywords", KEYWORDS],
  26: ["ContentLocationCode", PLACE],
  27: ["ContentLocationName", PLACE],
  30: ["ReleaseDate", MODIFIED],
  35: ["ReleaseTime", MODIFIED],
  37: ["ExpirationDate", MODIFIED],
  38: ["ExpirationTime", MODIFIED],
  40: ["SpecialInstructions", CAPTION],
  42: ["ActionAdvised", T],
  45: ["ReferenceService", DOCUMENT_ID],
  47: ["ReferenceDate", MODIFIED],
  50: ["ReferenceNumber", DOCUMENT_ID],
  55: ["DateCreated", TAKEN],
  60: ["TimeCreated", TAKEN],
  62: ["DigitalCreationDate", TAKEN],
  63: ["DigitalCreationTime", TAKEN],
  65: ["OriginatingProgram", SOFTWARE],
  70: ["ProgramVersion", SOFTWARE],
  75: ["ObjectCycle", T],
  80: ["By-line", AUTHOR],
  85: ["By-lineTitle", AUTHOR],
  90: ["City", PLACE],
  92: ["Sub-location", PLACE],
  95: ["Province-State", PLACE],
  100: ["Country-PrimaryLocationCode", COUNTRY],
  101: ["Country-PrimaryLocationName", COUNTRY],
  103: ["OriginalTransmissionReference", DOCUMENT_ID],
  105: ["Headline", CAPTION],
  110: ["Credit", AUTHOR],
  115: ["Source", AUTHOR],
  116: ["CopyrightNotice", COPYRIGHT],
  118: ["Contact", CONTACT],
  120: ["Caption-Abstract", CAPTION],
  121: ["LocalCaption", CAPTION],
  122: ["Writer-Editor", AUTHOR],
  125: ["RasterizedCaption", CAPTION],
  130: ["ImageType", T],
  131: ["ImageOrientation", T],
  135: ["LanguageIdentifier", T],
  150: ["AudioType", T],
  151: ["AudioSamplingRate", T],
  152: ["AudioSamplingResolution", T],
  153: ["AudioDuration", T],
  184: ["JobID", DOCUMENT_ID],
  185: ["MasterDocumentID", DOCUMENT_ID],
  186: ["ShortDocumentID", DOCUMENT_ID],
  187: ["UniqueDocumentID", DOCUMENT_ID],
  188: ["OwnerID", OWNER],
  200: ["ObjectPreviewFileFormat", PREVIEW],
  201: ["ObjectPreviewFileVersion", PREVIEW],
  202: ["ObjectPreviewData", PREVIEW],
  221: ["Prefs", T],
  225: ["ClassifyState", T],
  228: ["SimilarityIndex", T],
  230: ["DocumentNotes", COMMENT],
  231: ["DocumentHistory", HISTORY],
  232: ["ExifCameraInfo", MODEL],
};

const IPTC_ENVELOPE: Readonly<Record<number, NamedMeaning>> = {
  0: ["EnvelopeRecordVersion", T],
  5: ["Destination", CONTACT],
  20: ["FileFormat", T],
  22: ["FileVersion", T],
  30: ["ServiceIdentifier", DOCUMENT_ID],
  40: ["EnvelopeNumber", DOCUMENT_ID],
  50: ["ProductID", DOCUMENT_ID],
  60: ["EnvelopePriority", T],
  70: ["DateSent", MODIFIED],
  80: ["TimeSent", MODIFIED],
  90: ["CodedCharacterSet", S],
  100: ["UniqueObjectName", DOCUMENT_ID],
};

/** What an IPTC-IIM dataset is. */
export const iptcDataset = (record: number, dataset: number): Meaning =>
  iptcRow(record, dataset)?.[1] ?? (record === 3 ? T : UNKNOWN);

/** Its name in the standard, or "2:77". */
export const iptcDatasetName = (record: number, dataset: number): string =>
  iptcRow(record, dataset)?.[0] ?? `${record}:${dataset}`;

const iptcRow = (record: number, dataset: number) =>
  (record === 1 ? IPTC_ENVELOPE : record === 2 ? IPTC_APPLICATION : {})[dataset];

/** Image resource ids (Adobe Photoshop File Formats Specification, "Image Resource IDs"). */
const PHOTOSHOP: Readonly<Record<number, NamedMeaning>> = {
  1002: ["MacintoshPrintInfo", HOST],
  1003: ["XMLData", UNKNOWN],
  1008: ["PStringCaption", CAPTION],
  1028: ["IPTC", S],
  1030: ["AlphaChannelNames", T],
  1033: ["ThumbnailOld", THUMBNAIL],
  1034: ["CopyrightFlag", COPYRIGHT],
  1035: ["URL", CONTACT],
  1036: ["Thumbnail", THUMBNAIL],
  1040: ["Watermark", COPYRIGHT],
  1044: ["DocumentSpecificIDs", T],
  1051: ["WorkflowURL", CONTACT],
  1054: ["URLList", CONTACT],
  1058: ["ExifInfo", S],
  1059: ["ExifInfo2", S],
  1060: ["XMP", S],
  1061: ["IPTCDigest", S],
  1085: ["WindowsDEVMODE", HOST],
  1084: ["MacintoshNSPrintInfo", HOST],
  1086: ["AutoSaveFilePath", HOST],
  1088: ["PathSelectionState", T],
  2999: ["ClippingPathName", T],
  8000: ["LightroomWorkflow", HISTORY],
  10000: ["PrintFlagsInfo", T],
};

/** Sizes, colours, guides, slices and paths: how the document is drawn or printed. */
const PHOTOSHOP_TECHNICAL: readonly (readonly [first: number, last: number])[] = [
  [1000, 1001],
  [1005, 1007],
  [1009, 1027],
  [1029, 1050],
  [1052, 1057],
  [1062, 1083],
  [1087, 1092],
  [2000, 2998],
];

/** What a Photoshop image resource is; those that hold IPTC, XMP or Exif are judged by their contents. */
export const photoshopResource = (id: number): Meaning =>
  PHOTOSHOP[id]?.[1] ??
  (PHOTOSHOP_TECHNICAL.some(([first, last]) => id >= first && id <= last) ? T : UNKNOWN);

export const photoshopResourceName = (id: number): string =>
  PHOTOSHOP[id]?.[0] ?? `0x${id.toString(16).padStart(4, "0")}`;

/** QuickTime user data (QuickTime File Format, "User Data Atoms"; 3GPP TS 26.244 clause 8). */
const QUICKTIME: readonly (readonly [Meaning, string])[] = [
  [
    GPS,
    "©xyz loci com.apple.quicktime.location.ISO6709 com.apple.quicktime.location.accuracy.horizontal",
  ],
  [PLACE, "com.apple.quicktime.location.name"],
  [AUTHOR, "©aut auth ©ART ©art ©dir ©prd ©wrt perf aART ©prf com.apple.quicktime.author"],
  [COPYRIGHT, "©cpy cprt"],
  [CAPTION, "©nam titl dscp desc ldes ©des ©inf ©alb albm gnre ©gen com.apple.quicktime.title"],
  [COMMENT, "©cmt ©com com.apple.quicktime.comment"],
  [KEYWORDS, "kywd ©key keyw"],
  [MODEL, "©mak ©mod @mak manu modl com.apple.quicktime.make com.apple.quicktime.model"],
  [SOFTWARE, "©swr ©too ©enc compressorname hdlr com.apple.quicktime.software com.android.version"],
  [HOST, "©hst"],
  [SERIAL, "©xsn ©ser ser# CAME SNum"],
  [TAKEN, "©day yrrc com.apple.quicktime.creationdate"],
  [UNIQUE_ID, "GUMI"],
  [LIVE_PHOTO, "com.apple.quicktime.content.identifier"],
  [T, "com.android.capture.fps com.apple.quicktime.live-photo.auto WLOC SDLN hinf"],
];
const QUICKTIME_KEYS: ReadonlyMap<string, Meaning> = new Map(
  QUICKTIME.flatMap(([meaning, keys]) => keys.split(" ").map((key) => [key, meaning] as const)),
);

/** What a QuickTime key or user-data atom is ("©xyz", "com.apple.quicktime.make"). */
export const quickTimeKey = (key: string): Meaning => QUICKTIME_KEYS.get(key) ?? guessByName(key);

/** Keywords of PNG text (PNG 3, 11.3.3.1) and what image generators write there. */
const KEYWORD_MEANINGS: Readonly<Record<string, Meaning>> = {
  title: CAPTION,
  author: AUTHOR,
  description: CAPTION,
  copyright: COPYRIGHT,
  "creation time": TAKEN,
  "date:create": TAKEN,
  "date:modify": MODIFIED,
  "date:timestamp": MODIFIED,
  software: SOFTWARE,
  disclaimer: COPYRIGHT,
  warning: CAPTION,
  source: MODEL,
  comment: COMMENT,
  parameters: AI,
  prompt: AI,
  workflow: AI,
  "sd-metadata": AI,
  dream: AI,
  invokeai_metadata: AI,
  generation_data: AI,
  "ai-record": AI,
  "thumb::uri": HOST,
  "thumb::mtime": MODIFIED,
  "svg:base-uri": HOST,
};

/** A map, as a file's keyword may be a name that every object has ("constructor"). */
const KNOWN_KEYWORDS: ReadonlyMap<string, Meaning> = new Map(Object.entries(KEYWORD_MEANINGS));

/** What a text with this keyword is (PNG, SVG metadata, user data of other containers). */
export const textKeyword = (keyword: string): Meaning =>
  KNOWN_KEYWORDS.get(keyword.trim().toLowerCase()) ??
  QUICKTIME_KEYS.get(keyword) ??
  guessByName(keyword);

/** Words that only a record of an image generator has, wherever it stands. */
const AI_RECORD =
  /\bnegative prompt:|\bsteps: \d+, sampler:|"class_type"\s*:|trainedAlgorithmicMedia|compositeSynthetic|\bcfg scale:|"sampler_name"|\bmidjourney\b|\bstable diffusion\b/i;

/** Does the text read like what an image generator noted about its work? Reads 64 KB at most. */
export const isAiRecord = (text: string): boolean => AI_RECORD.test(text.slice(0, 65_536));
