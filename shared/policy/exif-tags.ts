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
  OWNER,
  SERIAL,
  SOFTWARE,
  TAKEN,
  THUMBNAIL,
  tagTable,
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

const IMAGE_TAGS = tagTable([
  [0x000b, "ProcessingSoftware", SOFTWARE],
  [0x010d, "DocumentName", CAPTION],
  [0x010e, "ImageDescription", CAPTION],
  [0x010f, "Make", MODEL],
  [0x0110, "Model", MODEL],
  [0x011d, "PageName", CAPTION],
  [0x0131, "Software", SOFTWARE],
  [0x0132, "DateTime", MODIFIED],
  [0x013b, "Artist", AUTHOR],
  [0x013c, "HostComputer", HOST],
  [0x014d, "InkNames", T],
  [0x0151, "TargetPrinter", HOST],
  [0x015f, "OPIProxy", T],
  [0x0201, "ThumbnailOffset", THUMBNAIL],
  [0x0202, "ThumbnailLength", THUMBNAIL],
  [0x02bc, "ApplicationNotes", S],
  [0x1000, "RelatedImageFileFormat", T],
  [0x1001, "RelatedImageWidth", T],
  [0x1002, "RelatedImageLength", T],
  [0x4746, "Rating", T],
  [0x4749, "RatingPercent", T],
  [0x800d, "ImageID", UNIQUE_ID],
  [0x80a4, "WangAnnotation", COMMENT],
  [0x8298, "Copyright", COPYRIGHT],
  [0x830e, "ModelPixelScale", GPS],
  [0x8480, "IntergraphMatrix", GPS],
  [0x8482, "ModelTiepoint", GPS],
  [0x85d8, "ModelTransformation", GPS],
  [0x87af, "GeoKeyDirectory", GPS],
  [0x87b0, "GeoDoubleParams", GPS],
  [0x87b1, "GeoAsciiParams", GPS],
  [0x83bb, "IPTC-NAA", S],
  [0x8649, "PhotoshopSettings", S],
  [0x8825, "GPSInfo", GPS],
  [0x9286, "UserComment", COMMENT],
  [0x9c9b, "XPTitle", CAPTION],
  [0x9c9c, "XPComment", COMMENT],
  [0x9c9d, "XPAuthor", AUTHOR],
  [0x9c9e, "XPKeywords", KEYWORDS],
  [0x9c9f, "XPSubject", CAPTION],
  [0x935c, "ImageSourceData", HISTORY],
  [0x9000, "ExifVersion", T],
  [0xa480, "GDALMetadata", UNKNOWN],
  [0xa481, "GDALNoData", T],
  [0xc4a5, "PrintImageMatching", MAKER_NOTE],
  [0xc573, "OriginalFileName", DOCUMENT_ID],
  [0xc614, "UniqueCameraModel", MODEL],
  [0xc615, "LocalizedCameraModel", MODEL],
  [0xc62f, "CameraSerialNumber", SERIAL],
  [0xc634, "DNGPrivateData", MAKER_NOTE],
  [0xc68b, "OriginalRawFileName", DOCUMENT_ID],
  [0xc68c, "OriginalRawFileData", IMAGE],
  [0xc716, "PreviewApplicationName", SOFTWARE],
  [0xc717, "PreviewApplicationVersion", SOFTWARE],
  [0xc718, "PreviewSettingsName", HISTORY],
  [0xc719, "PreviewSettingsDigest", DOCUMENT_ID],
  [0xc71b, "PreviewDateTime", MODIFIED],
  [0xc71c, "RawImageDigest", UNIQUE_ID],
  [0xc71d, "OriginalRawFileDigest", UNIQUE_ID],
  [0xc65d, "RawDataUniqueID", UNIQUE_ID],
  [0xc763, "TimeCodes", TAKEN],
  [0xc764, "FrameRate", T],
  [0xc772, "TStop", T],
  [0xc789, "ReelName", CAPTION],
  [0xc7a1, "CameraLabel", OWNER],
  [0xea1c, "Padding", T],
]);

/**
 * What a TIFF or Exif tag is, by directory ("IFD0", "ExifIFD", "GPS", "Interop", "SubIFD0"…) and
 * number. GPSVersionID alone is no place: callers that report look at the whole directory.
 * Pointers to XMP, IPTC and Photoshop blocks are `structure`, because their contents are judged.
 */
export function exifTag(directory: string, tag: number): Meaning {
  const ifd = lastPart(directory);
  if (ifd === "GPS") return GPS;
  if (ifd === "Interop") return tag === 1 || tag === 2 || tag >= 0x1000 ? T : UNKNOWN;
  if (ifd === "ExifIFD")
    return (EXIF_IFD_TAGS.get(tag) ?? IMAGE_TAGS.get(tag))?.[1] ?? imageTag(tag);
  return imageTag(tag);
}

function imageTag(tag: number): Meaning {
  if (TIFF_STRUCTURE.has(tag)) return S;
  const named = IMAGE_TAGS.get(tag) ?? EXIF_IFD_TAGS.get(tag);
  if (named) return named[1];
  return DNG_STRUCTURE.some(([first, last]) => tag >= first && tag <= last) ? S : UNKNOWN;
}

/** The tag's standard name, or its number ("0xC4A5") where no table knows it. */
export function exifTagName(directory: string, tag: number): string {
  const ifd = lastPart(directory);
  if (ifd === "GPS") return GPS_NAMES[tag] ?? hex(tag);
  if (ifd === "Interop") return ["", "InteropIndex", "InteropVersion"][tag] ?? hex(tag);
  return (
    (EXIF_IFD_TAGS.get(tag) ?? IMAGE_TAGS.get(tag))?.[0] ?? STRUCTURE_NAMES.get(tag) ?? hex(tag)
  );
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

const STRUCTURE_NAMES: ReadonlyMap<number, string> = new Map([
  [0x00fe, "NewSubfileType"],
  [0x0100, "ImageWidth"],
  [0x0101, "ImageLength"],
  [0x0102, "BitsPerSample"],
  [0x0103, "Compression"],
  [0x0106, "PhotometricInterpretation"],
  [0x0111, "StripOffsets"],
  [0x0112, "Orientation"],
  [0x0115, "SamplesPerPixel"],
  [0x0116, "RowsPerStrip"],
  [0x0117, "StripByteCounts"],
  [0x011a, "XResolution"],
  [0x011b, "YResolution"],
  [0x011c, "PlanarConfiguration"],
  [0x0128, "ResolutionUnit"],
  [0x013d, "Predictor"],
  [0x014a, "SubIFDs"],
  [0x0213, "YCbCrPositioning"],
  [0x8769, "ExifOffset"],
  [0x8773, "ICCProfile"],
  [0xa005, "InteropOffset"],
]);
