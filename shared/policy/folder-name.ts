/** Characters at most: even when each takes four bytes, ext4, APFS and NTFS (255) have room for it. */
const MOST_CHARACTERS = 60;

/** Signs that FAT, exFAT and NTFS lack or that mean something else there (Microsoft, "Naming Files, Paths, and Namespaces"). */
const FOREIGN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/u;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

/**
 * A person's name for a new folder, as every disk can hold it and every walk shows it.
 * @returns the name to use; undefined where it would be hidden, lead elsewhere or be refused by some disk.
 */
export function folderName(typed: string): string | undefined {
  const name = typed.trim().normalize("NFC");
  const isShort = [...name].length <= MOST_CHARACTERS;
  const isPlain = name !== "" && !name.startsWith(".") && !name.endsWith(".");
  return isPlain && isShort && !FOREIGN.test(name) && !DEVICE.test(name) ? name : undefined;
}
