import {
  AI,
  AUTHOR,
  CAPTION,
  COMMENT,
  CONTACT,
  COPYRIGHT,
  COUNTRY,
  CREDENTIALS,
  DOCUMENT_ID,
  FACE,
  GPS,
  guessByName,
  HISTORY,
  IMAGE,
  KEYWORDS,
  MAKER_NOTE,
  type Meaning,
  MODEL,
  MODIFIED,
  OWNER,
  PERSON,
  PLACE,
  SERIAL,
  SOFTWARE,
  TAKEN,
  THUMBNAIL,
  UNIQUE_ID,
} from "./meaning.ts";

const S: Meaning = "structure";
const T: Meaning = "technical";

/** A namespace's properties: meaning → names; `*` is what every other name of it is. */
type Namespace = readonly (readonly [Meaning, string])[];

const EXIF: Namespace = [
  [TAKEN, "DateTimeOriginal DateTimeDigitized OffsetTimeOriginal OffsetTimeDigitized"],
  [TAKEN, "SubSecTimeOriginal SubSecTimeDigitized"],
  [MODIFIED, "OffsetTime SubSecTime"],
  [COMMENT, "UserComment RelatedSoundFile"],
  [UNIQUE_ID, "ImageUniqueID"],
  [MAKER_NOTE, "MakerNote DeviceSettingDescription"],
  [MODEL, "LensModel LensMake"],
  [OWNER, "CameraOwnerName OwnerName"],
  [SERIAL, "BodySerialNumber LensSerialNumber SerialNumber"],
  [GPS, "*GPS"],
  [
    T,
    `ExifVersion FlashpixVersion ColorSpace ComponentsConfiguration CompressedBitsPerPixel
    PixelXDimension PixelYDimension ExposureTime FNumber ExposureProgram SpectralSensitivity
    ISOSpeedRatings OECF ShutterSpeedValue ApertureValue BrightnessValue ExposureBiasValue
    MaxApertureValue SubjectDistance MeteringMode LightSource Flash FocalLength SubjectArea
    FlashEnergy SpatialFrequencyResponse FocalPlaneXResolution FocalPlaneYResolution
    FocalPlaneResolutionUnit SubjectLocation ExposureIndex SensingMethod FileSource SceneType
    CFAPattern CustomRendered ExposureMode WhiteBalance DigitalZoomRatio FocalLengthIn35mmFilm
    SceneCaptureType GainControl Contrast Saturation Sharpness SubjectDistanceRange Gamma
    PhotographicSensitivity SensitivityType StandardOutputSensitivity RecommendedExposureIndex
    ISOSpeed ISOSpeedLatitudeyyy ISOSpeedLatitudezzz LensSpecification InteroperabilityIndex
    CompositeImage NativeDigest Fired Return Mode Function RedEyeMode Columns Rows Values Settings
    JPEGInterchangeFormat JPEGInterchangeFormatLength FlashPixVersion`,
  ],
];

const PLACES: Namespace = [
  [PLACE, "Location Sublocation City ProvinceState LocationName LocationId WorldRegion"],
  [COUNTRY, "CountryName CountryCode"],
];

const NAMESPACES: Readonly<Record<string, Namespace>> = {
  "http://www.w3.org/1999/02/22-rdf-syntax-ns": [[DOCUMENT_ID, "about ID nodeID resource"]],
  "adobe:ns:meta": [[SOFTWARE, "xmptk"]],
  "http://ns.adobe.com/exif/1.0": EXIF,
  "http://cipa.jp/exif/1.0": [...EXIF, [PERSON, "Photographer ImageEditor"]],
  "http://ns.adobe.com/exif/1.0/aux": [
    [SERIAL, "SerialNumber LensSerialNumber"],
    [UNIQUE_ID, "LensID ImageNumber"],
    [OWNER, "OwnerName"],
    [MODEL, "Lens"],
    [SOFTWARE, "Firmware"],
    [T, "LensInfo FlashCompensation ApproximateFocusDistance"],
  ],
  "http://ns.adobe.com/tiff/1.0": [
    [MODEL, "Make Model"],
    [SOFTWARE, "Software"],
    [MODIFIED, "DateTime"],
    [AUTHOR, "Artist"],
    [COPYRIGHT, "Copyright"],
    [CAPTION, "ImageDescription"],
    [DOCUMENT_ID, "NativeDigest"],
    [
      T,
      `Orientation ImageWidth ImageLength BitsPerSample Compression PhotometricInterpretation
      SamplesPerPixel PlanarConfiguration YCbCrSubSampling YCbCrPositioning XResolution YResolution
      ResolutionUnit TransferFunction WhitePoint PrimaryChromaticities YCbCrCoefficients
      ReferenceBlackWhite JPEGInterchangeFormat JPEGInterchangeFormatLength`,
    ],
  ],
  "http://ns.adobe.com/photoshop/1.0": [
    [PLACE, "City State"],
    [COUNTRY, "Country"],
    [AUTHOR, "AuthorsPosition CaptionWriter Credit Source"],
    [CAPTION, "Headline Instructions TransmissionReference"],
    [KEYWORDS, "Category SupplementalCategories"],
    [TAKEN, "DateCreated"],
    [HISTORY, "History DocumentAncestors TextLayers LayerName LayerText SidecarForExtension"],
    [DOCUMENT_ID, "LegacyIPTCDigest EmbeddedXMPDigest"],
    [CAPTION, "Urgency"],
    [T, "ColorMode ICCProfile"],
    [UNIQUE_ID, "CameraProfiles"],
  ],
  "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns": [
    [CONTACT, "CreatorContactInfo *Ci"],
    [PLACE, "Location"],
    [COUNTRY, "CountryCode"],
    [CAPTION, "IntellectualGenre Scene SubjectCode AltTextAccessibility ExtDescrAccessibility"],
  ],
  "http://iptc.org/std/Iptc4xmpExt/2008-02-29": [
    [PLACE, "LocationShown LocationCreated Location"],
    ...PLACES,
    [PERSON, "PersonInImage PersonInImageWDetails PersonName ModelAge ShownEvent"],
    [FACE, "ImageRegion"],
    [CAPTION, "Event EventId OrganisationInImageName OrganisationInImageCode Headline"],
    [CAPTION, "ProductInImage ArtworkOrObject PersonHeard"],
    [AI, "DigitalSourceType DigitalSourcefileType AISystemUsed AISystemVersionUsed"],
    [AI, "AIPromptInformation AIPromptWriterName"],
    [AUTHOR, "Contributor Creator ImageCreator AddlModelInfo"],
    [DOCUMENT_ID, "DigImageGUID RegistryId"],
    [KEYWORDS, "CVterm AboutCvTerm Genre"],
    [T, "MaxAvailWidth MaxAvailHeight"],
  ],
  "http://purl.org/dc/elements/1.1": [
    [AUTHOR, "creator contributor publisher"],
    [COPYRIGHT, "rights"],
    [CAPTION, "title description coverage relation"],
    [KEYWORDS, "subject"],
    [TAKEN, "date"],
    [DOCUMENT_ID, "identifier source"],
    [T, "format type language"],
  ],
  "http://ns.adobe.com/xap/1.0": [
    [SOFTWARE, "CreatorTool"],
    [TAKEN, "CreateDate"],
    [MODIFIED, "ModifyDate MetadataDate"],
    [KEYWORDS, "Label"],
    [CAPTION, "Nickname Title Description"],
    [AUTHOR, "Author"],
    [DOCUMENT_ID, "Identifier BaseURL"],
    [THUMBNAIL, "Thumbnails"],
    [T, "Rating Format"],
  ],
  "http://ns.adobe.com/xap/1.0/g/img": [[THUMBNAIL, "*"]],
  "http://ns.adobe.com/xap/1.0/mm": [
    [HISTORY, "History Versions Manifest Pantry Ingredients"],
    [DOCUMENT_ID, "*"],
  ],
  "http://ns.adobe.com/xap/1.0/rights": [
    [OWNER, "Owner"],
    [COPYRIGHT, "*"],
  ],
  "http://ns.adobe.com/xap/1.0/bj": [[DOCUMENT_ID, "*"]],
  "http://ns.adobe.com/xmp/note": [[DOCUMENT_ID, "HasExtendedXMP"]],
  "http://ns.adobe.com/xap/1.0/sType/ResourceEvent": [[HISTORY, "*"]],
  "http://ns.adobe.com/xap/1.0/sType/ResourceRef": [[DOCUMENT_ID, "*"]],
  "http://ns.adobe.com/xap/1.0/sType/Dimensions": [[T, "*"]],
  "http://ns.adobe.com/xmp/sType/Area": [[T, "*"]],
  "http://ns.adobe.com/xmp/1.0/DynamicMedia": [
    [PLACE, "shotLocation"],
    [TAKEN, "shotDate"],
    [AUTHOR, "artist composer engineer director client"],
    [COPYRIGHT, "copyright"],
    [MODEL, "cameraModel"],
    [OWNER, "cameraLabel"],
    [COMMENT, "logComment comment"],
    [DOCUMENT_ID, "projectName projectRef"],
  ],
  "http://ns.adobe.com/camera-raw-settings/1.0": [[HISTORY, "*"]],
  "http://ns.adobe.com/camera-raw-defaults/1.0": [[HISTORY, "*"]],
  "http://ns.adobe.com/camera-raw-saved-settings/1.0": [[HISTORY, "*"]],
  "http://ns.adobe.com/lightroom/1.0": [
    [KEYWORDS, "hierarchicalSubject weightedFlatSubject"],
    [HISTORY, "*"],
  ],
  "http://www.metadataworkinggroup.com/schemas/regions": [
    [PERSON, "Name Description"],
    [FACE, "*"],
  ],
  "http://www.metadataworkinggroup.com/schemas/keywords": [[KEYWORDS, "*"]],
  "http://www.metadataworkinggroup.com/schemas/collections": [[KEYWORDS, "*"]],
  "http://ns.microsoft.com/photo/1.2": [[FACE, "*"]],
  "http://ns.microsoft.com/photo/1.2/t/RegionInfo": [[FACE, "*"]],
  "http://ns.microsoft.com/photo/1.2/t/Region": [
    [PERSON, "PersonDisplayName PersonEmailDigest PersonLiveIdCID PersonSourceID"],
    [FACE, "*"],
  ],
  "http://ns.microsoft.com/photo/1.0": [
    [SERIAL, "CameraSerialNumber"],
    [TAKEN, "DateAcquired"],
    [KEYWORDS, "LastKeywordXMP LastKeywordIPTC LastKeywordWDPP"],
    [MODEL, "LensManufacturer LensModel FlashManufacturer FlashModel"],
    [T, "Rating"],
  ],
  "http://ns.apple.com/faceinfo/1.0": [[FACE, "*"]],
  "http://ns.apple.com/adjustment-settings/1.0": [[HISTORY, "*"]],
  "http://www.digikam.org/ns/1.0": [
    [KEYWORDS, "TagsList"],
    [CAPTION, "CaptionsAuthorNames CaptionsDateTimeStamps"],
    [HISTORY, "ImageHistory"],
    [UNIQUE_ID, "ImageUniqueID"],
  ],
  "http://rs.tdwg.org/dwc/index.htm": [[GPS, "decimalLatitude decimalLongitude"]],
  "http://rs.tdwg.org/dwc/terms": [[GPS, "decimalLatitude decimalLongitude"]],
  "http://developer.sonyericsson.com/cell/1.0": [[PLACE, "*"]],
  "http://www.w3.org/2003/01/geo/wgs84_pos": [[GPS, "*"]],
  "http://www.dji.com/drone-dji/1.0": [
    [GPS, "GpsLatitude GpsLongitude GpsLongtitude AbsoluteAltitude RelativeAltitude RtkFlag"],
    [SERIAL, "DroneSerialNumber CameraSerialNumber"],
    [MODEL, "DroneModel Model"],
    [TAKEN, "UTCAtExposure"],
  ],
  "http://ns.useplus.org/ldf/xmp/1.0": [
    [AUTHOR, "ImageCreator ImageSupplier Licensor"],
    [COPYRIGHT, "*"],
  ],
  "http://ns.google.com/photos/1.0/camera": [
    [MAKER_NOTE, "hdrp_makernote shot_log_data HdrPlusMakernote ShotLogData"],
    [T, "SpecialTypeID *MicroVideo *MotionPhoto BurstPrimary DisableAutoCreation"],
    [UNIQUE_ID, "BurstID"],
  ],
  "http://ns.google.com/photos/1.0/container": [[S, "*"]],
  "http://ns.google.com/photos/1.0/container/item": [[S, "*"]],
  "http://ns.google.com/photos/1.0/image": [[IMAGE, "*"]],
  "http://ns.google.com/photos/1.0/depthmap": [[IMAGE, "Data Confidence"]],
  "http://ns.google.com/photos/1.0/audio": [[{ kind: "hidden-data", type: "embedded-video" }, "*"]],
  "http://ns.google.com/photos/1.0/panorama": [
    [TAKEN, "FirstPhotoDate LastPhotoDate"],
    [SOFTWARE, "CaptureSoftware StitchingSoftware"],
    [T, "*"],
  ],
  "http://ns.google.com/videos/1.0/spherical": [
    [SOFTWARE, "StitchingSoftware"],
    [T, "*"],
  ],
  "http://ns.adobe.com/hdr-gain-map/1.0": [[S, "*"]],
  "http://ns.adobe.com/hdr-metadata/1.0": [[S, "*"]],
  "http://ns.apple.com/HDRGainMap/1.0": [[S, "*"]],
  "http://ns.apple.com/pixeldatainfo/1.0": [[S, "*"]],
  "http://cipa.jp/mpf/1.0": [[S, "*"]],
  "http://c2pa.org/manifest": [[CREDENTIALS, "*"]],
};

interface Lookup {
  readonly names: ReadonlyMap<string, Meaning>;
  readonly starts: readonly (readonly [start: string, Meaning])[];
  readonly other: Meaning | undefined;
}

const LOOKUPS: ReadonlyMap<string, Lookup> = new Map(
  Object.entries(NAMESPACES).map(([uri, rows]) => [uri, lookupOf(rows)]),
);

function lookupOf(rows: Namespace): Lookup {
  const all = rows.flatMap(([meaning, names]) => {
    return names.split(/\s+/).map((name) => [name, meaning] as const);
  });
  return {
    names: new Map(all.filter(([name]) => !name.startsWith("*"))),
    starts: all.flatMap(([n, m]) => (n.length > 1 && n.startsWith("*") ? [[n.slice(1), m]] : [])),
    other: all.find(([name]) => name === "*")?.[1],
  };
}

/** A namespace URI without the trailing "/" or "#" that writers disagree about. */
export const bareUri = (uri: string): string => uri.trim().replace(/[/#]+$/, "");

/** What an XMP property is, by namespace URI and local name (ISO 16684-1; IPTC Photo Metadata 2023.2). */
export function xmpProperty(uri: string, name: string): Meaning {
  const known = LOOKUPS.get(bareUri(uri));
  return (
    known?.names.get(name) ??
    known?.starts.find(([start]) => name.startsWith(start))?.[1] ??
    known?.other ??
    guessByName(name)
  );
}
