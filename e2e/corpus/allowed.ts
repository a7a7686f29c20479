import { partsOf, type Tags } from "./exiftool.ts";

/* The tags that a file stripped of everything personal may still show, because they draw it. */

const STRUCTURE: readonly RegExp[] = [
  /^(SourceFile|ExifTool:(ExifToolVersion|Warning))$/,
  // What the file system and ExifTool itself say of any file.
  /^(System|File):/,
  /^Composite:(ImageSize|Megapixels)$/,
  /^ICC[-_A-Za-z]*:/,
  /^JFIF:(JFIFVersion|ResolutionUnit|XResolution|YResolution)$/,
  /^Adobe:(DCTEncodeVersion|APP14Flags[01]|ColorTransform)$/,
  // TIFF 6.0: how the strips are to be read. In other containers it is the orientation alone.
  /^IFD0:(Orientation|(Sub)?SubfileType|Image(Width|Height)|BitsPerSample|Compression|Photometric\w+)$/,
  /^IFD0:(SamplesPerPixel|RowsPerStrip|Strip(Offsets|ByteCounts)|PlanarConfiguration|Predictor)$/,
  /^IFD0:(ExtraSamples|SampleFormat|ResolutionUnit|[XY]Resolution)$/,
  // ISO/IEC 23008-12: brands, items and how they are coded.
  /^Meta:(MetaImageSize|PrimaryItemReference)$/,
  /^QuickTime:(MajorBrand|MinorVersion|CompatibleBrands|HandlerType|MediaData(Size|Offset)?)$/,
  /^QuickTime:(QuickTime_HEVCConfig_\w+|HEVCConfigurationVersion|Gen(eral)?[A-Z]\w+|ConstraintIndicatorFlags)$/,
  /^QuickTime:(MinSpatialSegmentationIDC|ParallelismType|ChromaFormat|BitDepth\w+|\w+FrameRate)$/,
  /^QuickTime:(NumTemporalLayers|TemporalIDNested|ImageSpatialExtent|ImagePixelDepth|Rotation)$/,
  /^QuickTime:(ColorProfiles|ColorPrimaries|TransferCharacteristics|MatrixCoefficients)$/,
  /^QuickTime:(VideoFullRangeFlag|AuxiliaryImageType|Free|Unknown_free)$/,
  // A gain map is shown by its own packet (ISO 21496-1 keeps the numbers elsewhere).
  /^XMP-HDRGainMap:HDRGainMapVersion$/,
];

/** With "keep the date": the day and time it was taken. */
const DATE =
  /^(ExifIFD:(DateTimeOriginal|OffsetTimeOriginal|SubSecTimeOriginal)|Composite:SubSecDateTimeOriginal)$/;

/** What a stripped file shows and should not. */
export const notAllowed = (tags: Tags, keepsDate: boolean): readonly string[] =>
  [...tags]
    .filter(([tag]) => !STRUCTURE.some((allowed) => allowed.test(tag)))
    .filter(([tag]) => !(keepsDate && DATE.test(tag)))
    .map(([tag, values]) => `${tag}  ${values.join(" | ")}`);

/** Tags that tell a place, which a strip of the location takes. */
const PLACE =
  /^(GPS|XMP-exif):GPS|^Composite:GPS|^XMP-photoshop:(City|State|Country)$|:(Hometown|TimeZone)City$/;

/** All values but those of places and of the file system. */
export const allButPlaces = (tags: Tags): ReadonlyMap<string, readonly string[]> =>
  new Map([...tags].filter(([tag]) => !PLACE.test(tag) && partsOf(tag).group !== "System"));
