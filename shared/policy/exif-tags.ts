import { EXIF_IFD_TAGS } from "./exif-ifd-tags.ts";
import {
  AUTHOR,
  CAPTION,
  COMMENT,
  COPYRIGHT,
  DOCUMENT_ID,
  GPS,
  HISTORY,
  HOST,
  IMAGE,
  KEYWORDS,
  MAKER_NOTE,
  type Meaning,
  MODEL,
  MODIFIED,
  type NamedMeaning,
  OWNER,
  SERIAL,
  SOFTWARE,
  TAKEN,
  THUMBNAIL,
  UNIQUE_ID,
  UNKNOWN,
} from "./meaning.ts";

/*
 * Tags of the image directories (IFD0, IFD1, SubIFDs), after TIFF 6.0, TIFF/EP (ISO 12234-2),
 * Exif 2.32 (CIPA DC-008) and DNG 1.7.
 */
const S = "structure";
const T = "technical";

const TIFF_STRUCTURE = new Set([
  0x00fe, 0x00ff, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0107, 0x0108, 0x0109, 0x010a, 0x0111,
  0x0112, 0x0115, 0x0116, 0x0117, 0x0118, 0x0119, 0x011a, 0x011b, 0x011c, 0x011e, 0x011f, 0x0120,
  0x0121, 0x0122, 0x0123, 0x0124, 0x0125, 0x0128, 0x0129, 0x012c, 0x012d, 0x013d, 0x013e, 0x013f,
  0x0140, 0x0141, 0x0142, 0x0143, 0x0144, 0x0145, 0x0146, 0x0147, 0x0148, 0x014a, 0x014c, 0x014e,
  0x0150, 0x0152, 0x0153, 0x0154, 0x0155, 0x0156, 0x0157, 0x0158, 0x0159, 0x015a, 0x015b, 0x0190,
  0x0191, 0x0192, 0x0193, 0x0194, 0x0195, 0x01b1, 0x01b2, 0x0200, 0x0203, 0x0205, 0x0206, 0x0207,
  0x0208, 0x0209, 0x0211, 0x0212, 0x0213, 0x0214, 0x022f, 0x828d, 0x828e, 0x8773, 0x8769, 0xa005,
  // SGI's sample formats, TIFF/IT (ISO 12639), SGI LogLuv's Stonits, LERC: decoders need them.
  0x80e3, 0x80e4, 0x80e5, 0x80e6, 0x84e0, 0x84e1, 0x84e2, 0x84e3, 0x84e4, 0x84e5, 0x84e6, 0x84e7,
  0x84e8, 0x84e9, 0x84ea, 0x84eb, 0x84ec, 0x84ed, 0x84ee, 0x84ef, 0x84f0, 0x923f, 0xc5f2,
]);

/** Calibration without which a DNG cannot be developed (DNG 1.7, chapters 4 to 6). */
const DNG_STRUCTURE: readonly (readonly [first: number, last: number])[] = [
  [0xc612, 0xc613],
  [0xc616, 0xc62e],
  [0xc630, 0xc633],
  [0xc635, 0xc635],
  [0xc65a, 0xc65c],
  [0xc68d, 0xc692],
  [0xc6bf, 0xc6c5],
  [0xc6f3, 0xc6fe],
  [0xc714, 0xc715],
  [0xc71a, 0xc71a],
  [0xc71e, 0xc726],
  [0xc740, 0xc741],
  [0xc74e, 0xc74e],
  [0xc761, 0xc761],
  [0xc791, 0xc793],
  [0xc7a3, 0xc7a8],
  [0xc7b5, 0xc7b5],
  [0xc7e9, 0xc7ee],
  [0xcd2c, 0xcd41],
];

const IMAGE_TAGS: Readonly<Record<number, NamedMeaning>> = {
  11: ["ProcessingSoftware", SOFTWARE],
  269: ["DocumentName", CAPTION],
  270: ["ImageDescription", CAPTION],
  271: ["Make", MODEL],
  272: ["Model", MODEL],
  285: ["PageName", CAPTION],
  305: ["Software", SOFTWARE],
  306: ["DateTime", MODIFIED],
  315: ["Artist", AUTHOR],
  316: ["HostComputer", HOST],
  333: ["InkNames", T],
  337: ["TargetPrinter", HOST],
  351: ["OPIProxy", T],
  513: ["ThumbnailOffset", THUMBNAIL],
  514: ["ThumbnailLength", THUMBNAIL],
  700: ["ApplicationNotes", S],
  4096: ["RelatedImageFileFormat", T],
  4097: ["RelatedImageWidth", T],
  4098: ["RelatedImageLength", T],
  18246: ["Rating", T],
  18249: ["RatingPercent", T],
  32781: ["ImageID", UNIQUE_ID],
  32932: ["WangAnnotation", COMMENT],
  33432: ["Copyright", COPYRIGHT],
  33550: ["ModelPixelScale", GPS],
  33920: ["IntergraphMatrix", GPS],
  33922: ["ModelTiepoint", GPS],
  34264: ["ModelTransformation", GPS],
  34735: ["GeoKeyDirectory", GPS],
  34736: ["GeoDoubleParams", GPS],
  34737: ["GeoAsciiParams", GPS],
  33723: ["IPTC-NAA", S],
  34377: ["PhotoshopSettings", S],
  34853: ["GPSInfo", GPS],
  37510: ["UserComment", COMMENT],
  40091: ["XPTitle", CAPTION],
  40092: ["XPComment", COMMENT],
  40093: ["XPAuthor", AUTHOR],
  40094: ["XPKeywords", KEYWORDS],
  40095: ["XPSubject", CAPTION],
  37724: ["ImageSourceData", HISTORY],
  36864: ["ExifVersion", T],
  42112: ["GDALMetadata", UNKNOWN],
  42113: ["GDALNoData", T],
  50341: ["PrintImageMatching", MAKER_NOTE],
  50547: ["OriginalFileName", DOCUMENT_ID],
  50708: ["UniqueCameraModel", MODEL],
  50709: ["LocalizedCameraModel", MODEL],
  50735: ["CameraSerialNumber", SERIAL],
  50740: ["DNGPrivateData", MAKER_NOTE],
  50827: ["OriginalRawFileName", DOCUMENT_ID],
  50828: ["OriginalRawFileData", IMAGE],
  50966: ["PreviewApplicationName", SOFTWARE],
  50967: ["PreviewApplicationVersion", SOFTWARE],
  50968: ["PreviewSettingsName", HISTORY],
  50969: ["PreviewSettingsDigest", DOCUMENT_ID],
  50971: ["PreviewDateTime", MODIFIED],
  50972: ["RawImageDigest", UNIQUE_ID],
  50973: ["OriginalRawFileDigest", UNIQUE_ID],
  50781: ["RawDataUniqueID", UNIQUE_ID],
  51043: ["TimeCodes", TAKEN],
  51044: ["FrameRate", T],
  51058: ["TStop", T],
  51081: ["ReelName", CAPTION],
  51105: ["CameraLabel", OWNER],
  59932: ["Padding", T],
};

/**
 * What a TIFF or Exif tag is, by directory ("IFD0", "ExifIFD", "GPS", "Interop", "SubIFD0"…) and
 * number. GPSVersionID alone is no place: callers that report look at the whole directory.
 * Pointers to XMP, IPTC and Photoshop blocks are `structure`, because their contents are judged.
 */
export function exifTag(directory: string, tag: number): Meaning {
  const ifd = lastPart(directory);
  if (ifd === "GPS") return GPS;
  if (ifd === "Interop") return tag === 1 || tag === 2 || tag >= 0x1000 ? T : UNKNOWN;
  if (ifd === "ExifIFD") return (EXIF_IFD_TAGS[tag] ?? IMAGE_TAGS[tag])?.[1] ?? imageTag(tag);
  return imageTag(tag);
}

function imageTag(tag: number): Meaning {
  if (TIFF_STRUCTURE.has(tag)) return S;
  const named = IMAGE_TAGS[tag] ?? EXIF_IFD_TAGS[tag];
  if (named) return named[1];
  return DNG_STRUCTURE.some(([first, last]) => tag >= first && tag <= last) ? S : UNKNOWN;
}

/** The tag's standard name, or its number ("0xC4A5") where no table knows it. */
export function exifTagName(directory: string, tag: number): string {
  const ifd = lastPart(directory);
  if (ifd === "GPS") return GPS_NAMES[tag] ?? hex(tag);
  if (ifd === "Interop") return ["", "InteropIndex", "InteropVersion"][tag] ?? hex(tag);
  return (EXIF_IFD_TAGS[tag] ?? IMAGE_TAGS[tag])?.[0] ?? STRUCTURE_NAMES[tag] ?? hex(tag);
}

/** "IFD1/GPS" is the GPS directory of the second page. */
const lastPart = (directory: string) => directory.slice(directory.lastIndexOf("/") + 1);

const hex = (tag: number) => `0x${tag.toString(16).toUpperCase().padStart(4, "0")}`;

/** Exif 2.32, table 15. */
const GPS_NAMES: readonly string[] =
  `GPSVersionID GPSLatitudeRef GPSLatitude GPSLongitudeRef GPSLongitude GPSAltitudeRef GPSAltitude
  GPSTimeStamp GPSSatellites GPSStatus GPSMeasureMode GPSDOP GPSSpeedRef GPSSpeed GPSTrackRef
  GPSTrack GPSImgDirectionRef GPSImgDirection GPSMapDatum GPSDestLatitudeRef GPSDestLatitude
  GPSDestLongitudeRef GPSDestLongitude GPSDestBearingRef GPSDestBearing GPSDestDistanceRef
  GPSDestDistance GPSProcessingMethod GPSAreaInformation GPSDateStamp GPSDifferential
  GPSHPositioningError`.split(/\s+/);

const STRUCTURE_NAMES: Readonly<Record<number, string>> = {
  254: "NewSubfileType",
  256: "ImageWidth",
  257: "ImageLength",
  258: "BitsPerSample",
  259: "Compression",
  262: "PhotometricInterpretation",
  273: "StripOffsets",
  274: "Orientation",
  277: "SamplesPerPixel",
  278: "RowsPerStrip",
  279: "StripByteCounts",
  282: "XResolution",
  283: "YResolution",
  284: "PlanarConfiguration",
  296: "ResolutionUnit",
  317: "Predictor",
  330: "SubIFDs",
  531: "YCbCrPositioning",
  34665: "ExifOffset",
  34675: "ICCProfile",
  40965: "InteropOffset",
};
