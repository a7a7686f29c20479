/** Endings under which people keep pictures and videos; a file that has one is never passed over silently. */
const PICTURE_ENDINGS = new Set(
  `jpg jpeg jpe jfif jif png apng webp gif tif tiff dng cr2 cr3 nef nrw arw sr2 orf rw2 raf pef srw
   heic heif heics hif avif jxl bmp dib ico svg mp4 m4v mov qt 3gp 3g2`
    .trim()
    .split(/\s+/),
);

/**
 * Endings that belong to something else; such files are not even opened. A file with any other
 * ending, or none, is judged by its first bytes.
 */
const OTHER_ENDINGS = new Set(
  `txt md rtf pdf doc docx odt xls xlsx ods csv tsv ppt pptx odp epub mobi html htm xml json yaml yml
   toml ini cfg conf log css js mjs ts tsx jsx py rb go rs c h cpp java class jar sh bat ps1 exe dll so
   dylib bin iso dmg deb rpm msi apk zip gz tgz bz2 xz 7z rar tar mp3 m4a aac ogg opus flac wav wma mid
   avi mkv webm wmv flv mpg mpeg srt vtt db sqlite sqlite-wal sqlite-shm lock torrent ttf otf woff woff2
   psd ai eps xcf blend xmp aae thm lrcat key pages numbers ics vcf eml msg lnk url desktop`
    .trim()
    .split(/\s+/),
);

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** Would a person expect this file to be a picture? */
export const looksLikePhoto = (name: string): boolean => PICTURE_ENDINGS.has(endingOf(name));

/** Is it worth opening this file to see whether it is a picture? */
export const mayBePhoto = (name: string): boolean => !OTHER_ENDINGS.has(endingOf(name));
