/** piexifjs ships no types; only what is safe to use stands here. */
declare module "piexifjs" {
  type Directory = Readonly<Record<number, string | number>>;
  const piexif: {
    /** What `dump` knows of each tag; a tag that is missing makes it throw. */
    readonly TAGS: { readonly Exif: Record<number, { name: string; type: "Ascii" }> };
    /** A binary string: "Exif\0\0", then a big-endian TIFF structure. */
    dump(exif: { readonly "0th"?: Directory; readonly Exif?: Directory }): string;
  };
  export default piexif;
}
