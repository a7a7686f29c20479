/** What happened, what was left alone, what to do next: one entry for every code a person can meet. */
export const error = {
  "link-skipped":
    "This is a link to another place, so it was passed over. To check that place too, choose its own folder.",
  "hidden-skipped":
    "This is a hidden file or folder, so it was passed over. Nothing in it was read.",
  "system-skipped":
    "This folder belongs to the system and holds no photos of yours, so it was passed over.",
  "special-file-skipped": "This is not an ordinary file, so it was passed over.",
  "folder-unreadable":
    "This folder could not be opened because your account may not read it. Ask for access to it, then check again.",
  "folder-missing":
    "This folder is no longer there. Nothing was changed. If it lies on a memory card or another disk, plug that in and check again.",
  "folder-not-a-folder": "This is a file, not a folder. Please choose the folder that holds it.",
  "folder-name-unusable":
    "A folder cannot have this name. Leave out signs like / \\ : * ? and a dot at either end, and keep it short.",
  "folder-exists":
    "There is something with this name already. Choose it in the list, or take another name.",
  "folder-not-made":
    "No folder could be made here: your account may not write in this place, or the disk is full. Choose another place.",
  "file-vanished":
    "This photo is no longer where it was. Nothing was changed. If you moved it, check the folder again.",
  "file-unreadable":
    "This photo could not be opened because your account may not read it. It was left as it is.",
  "file-empty":
    "This file is empty, so there is no picture in it. If it was copied from a card, try to copy it once more.",
  "file-changed":
    "This photo was changed by something else in the meantime, so Safelight left it alone. Check the folder again and repeat.",
  "read-failed":
    "The disk did not give this photo back. It was left as it is. The disk or card may be failing: copy your photos somewhere safe.",
  "format-unknown":
    "Safelight does not know this kind of file, so it was not read. It was left as it is.",
  "format-damaged":
    "This file is damaged or cut off, so it was read no further and left as it is. If you have another copy, use that one.",
  "decoder-crashed":
    "This photo could not be opened safely, even at the second try. It was left as it is, and all the others were checked.",
  "deadline-exceeded":
    "This photo took far too long to read, so Safelight went on with the others. It was left as it is.",
  "analyst-cannot-start":
    "The part of Safelight that reads photos cannot start. Nothing was changed. Run `safelight doctor`, or install Safelight again.",
  "too-many-pixels":
    "This picture is too large to look inside. Its hidden details were read, but its image was not.",
  "format-not-drawable":
    "Safelight cannot draw this kind of file, so nobody has looked at its image. Its hidden details were read.",
  "format-read-only":
    "Safelight can read this kind of file but cannot yet clean it safely, so it was left as it is. Save a copy as JPEG and clean that.",
  "disk-full": "The disk is full. The photo is exactly as it was. Free some space and try again.",
  "folder-read-only":
    "Nothing may be written in this folder, so the photo is exactly as it was. Copy it to a folder of your own and clean it there.",
  "verify-failed":
    "The cleaned photo did not pass the last check, so it was thrown away. The original is exactly as it was.",
  "nothing-to-remove": "There was nothing to remove in this photo, so it was left as it is.",
  "copy-missing":
    "The copy that is needed for going back is no longer there. The photo was left as it is now.",
  "copy-damaged":
    "The copy that is needed for going back is damaged. The photo was left as it is now.",
  "already-undone": "This has been undone already. There is nothing more to do.",
  "name-taken": "A file with this name exists already. Nothing was overwritten.",
  "scan-needed": "This photo has not been checked yet. Check its folder first, then try again.",
  interrupted:
    "Safelight was closed while it worked on this photo. The photo is exactly as it was; you can simply try again.",
  "nothing-to-cover":
    "There is nothing to cover in this photo, so it was left as it is. Mark an area by hand, or choose what to look for.",
  "format-not-paintable":
    "Safelight cannot paint over this kind of file in place, so it was left as it is. Make a safe copy instead: that works for most photos.",
  "face-unclear":
    "This face is too small to be compared with others. Nothing was kept. Choose a photo in which it is larger.",
  "vault-locked": "The vault is locked. Nothing was changed. Enter its passphrase first.",
  "wrong-passphrase":
    "That is not the vault's passphrase. Nothing was changed. Look for capital letters and the keyboard's language, and try again. The key from the recovery sheet opens the vault too.",
  "passphrase-too-short":
    "A passphrase needs at least 8 characters. Nothing was changed. Four or five unrelated words are easy to keep in mind.",
  "keychain-unavailable":
    "There is no system key chain here that keeps a secret safe (on Linux: GNOME Keyring or KWallet, asked by Safelight's window). Nothing was changed. A passphrase protects the vault as well.",
  "keychain-refused":
    "The system's key chain did not give the vault's key. Nothing was changed. Unlock your key chain and try again, or enter the key from the recovery sheet.",
  "vault-not-empty":
    "There are still photos that exist nowhere but in the vault. Nothing was removed. Put them back first, or say that they may go too.",
  "not-confirmed": "This cannot be undone and was not confirmed, so nothing was done.",
  "safelight-running":
    "Another Safelight is open and works with the same records. Nothing was removed. Close it first.",
  "photo-not-found": "This photo is no longer in the list. Check its folder again.",
  "action-not-found": "This step is no longer in the history, so nothing was changed.",
  "preview-expired":
    "Too much time has passed since this preview, so nothing was changed. Please look at it once more.",
  "scan-running":
    "This folder is being checked right now. Wait until it is done, or stop it first.",
  "catalogue-too-new":
    "Safelight's records were written by a newer version. Nothing was changed. Please use that newer version.",
  "data-folder-unusable":
    "Safelight cannot use the folder where it keeps its records. Your photos were not touched. Check that the disk is not full and may be written to.",
  unexpected:
    "Something went wrong that should not have. Your photos are safe: nothing is changed half way. Please try again.",
} as const;

/** The same in a few words, for tiles and lists. */
export const errorShort = {
  "link-skipped": "Links to other places",
  "hidden-skipped": "Hidden files and folders",
  "system-skipped": "System folders",
  "special-file-skipped": "Not ordinary files",
  "folder-unreadable": "Folder cannot be opened",
  "folder-missing": "Folder is gone",
  "folder-not-a-folder": "Not a folder",
  "folder-name-unusable": "Unusable folder name",
  "folder-exists": "Folder exists already",
  "folder-not-made": "Folder not made",
  "file-vanished": "Photo is gone",
  "file-unreadable": "May not be opened",
  "file-empty": "Empty file",
  "file-changed": "Changed meanwhile",
  "read-failed": "Disk could not read it",
  "format-unknown": "Unknown kind of file",
  "format-damaged": "Damaged file",
  "decoder-crashed": "Could not be opened",
  "deadline-exceeded": "Took too long",
  "analyst-cannot-start": "Safelight is incomplete",
  "too-many-pixels": "Too large",
  "format-not-drawable": "Image not looked at",
  "format-read-only": "Cannot be cleaned yet",
  "disk-full": "Disk is full",
  "folder-read-only": "Folder is read-only",
  "verify-failed": "Failed the last check",
  "nothing-to-remove": "Nothing to remove",
  "copy-missing": "Copy is gone",
  "copy-damaged": "Copy is damaged",
  "already-undone": "Undone already",
  "name-taken": "Name is taken",
  "scan-needed": "Not checked yet",
  interrupted: "Interrupted",
  "nothing-to-cover": "Nothing to cover",
  "format-not-paintable": "Cannot be painted over",
  "face-unclear": "Face is too small",
  "vault-locked": "Vault is locked",
  "wrong-passphrase": "Wrong passphrase",
  "passphrase-too-short": "Passphrase too short",
  "keychain-unavailable": "No safe key chain",
  "keychain-refused": "Key chain refused",
  "vault-not-empty": "Vault is not empty",
  "not-confirmed": "Not confirmed",
  "safelight-running": "Safelight is open",
  "photo-not-found": "Not in the list",
  "action-not-found": "Not in the history",
  "preview-expired": "Preview too old",
  "scan-running": "Being checked now",
  "catalogue-too-new": "Records too new",
  "data-folder-unusable": "Records unusable",
  unexpected: "Something went wrong",
} as const;
