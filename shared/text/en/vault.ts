/** The sheet that a person prints and puts where papers are safe. */
export const sheet = {
  title: "Recovery sheet of a Safelight vault",
  what: "Whoever has this sheet can open the vault, without Safelight and without a passphrase. Keep it like a key to your home.",
  key: "The key:",
  recipient: "It belongs to the vault with this address:",
  how: "To open a sealed file with the free program age (age-encryption.org): write the key into a file key.txt, then",
  where:
    "What is in the vault: the small files in vault/entries say what each large one in vault/objects is. All steps: docs/vault.md.",
} as const;

/** The page of what is kept. */
export const vault = {
  title: "Vault",
  lead: "What Safelight keeps for you, locked, so that every change can be taken back.",
  kept: "What is kept",
  quarantined_one: "photo that is only here",
  quarantined_other: "photos that are only here",
  originals_one: "whole original of a changed photo",
  originals_other: "whole originals of changed photos",
  patches_one: "small note for undoing a cleaning",
  patches_other: "small notes for undoing a cleaning",
  space: "on your disk, all together",
  lock: "Who can open it",
  file: "Anyone who can use this computer account",
  fileText:
    "The key lies unprotected in Safelight’s own folder. Whoever can read that folder can open the vault. Set a passphrase, so that only you can.",
  passphrase: "Only who knows the passphrase",
  passphraseOpen: "It is unlocked at the moment, until you lock it or close Safelight.",
  passphraseLocked:
    "It is locked. Photos can still be put in, but taking anything out needs the passphrase.",
  keychain: "Only your account on this computer",
  keychainOpen:
    "Your system’s key chain keeps the key. The vault is unlocked at the moment, until you lock it or close Safelight.",
  keychainLocked:
    "It is locked. Photos can still be put in; taking anything out asks your system’s key chain, which opens when you are logged in.",
  useKeychain: "Let the system keep the key",
  keychainUsed: "Your system’s key chain keeps the key now",
  set: "Set a passphrase",
  change: "Change the passphrase",
  remove: "Remove the passphrase",
  unlock: "Unlock",
  lockNow: "Lock now",
  lockedNow: "The vault is locked",
  sheet: "Recovery sheet",
  check: "Check everything",
  passphraseSet: "The passphrase is set",
  passphraseGone: "The vault has no passphrase any more",
  keep: "How long to keep",
  keepText: "Nothing is ever deleted by itself. Safelight only tells you what has become old.",
  keepAlways: "As long as I like",
  keepDays_one: "Tell me after {{count}} day",
  keepDays_other: "Tell me after {{count}} days",
  older_one: "{{count}} thing has been kept for longer than you wanted ({{size}}).",
  older_other: "{{count}} things have been kept for longer than you wanted ({{size}}).",
  dropOlder: "Delete what is old…",
  list: "Kept originals",
  listEmptyTitle: "No originals are kept",
  listEmptyText:
    "Photos that you put into the vault, and the whole originals of photos that you covered or cleaned, appear here.",
  listLocked: "The vault is locked. Unlock it to be sure that everything in it is listed.",
  search: "Search by name",
  noMatch: "Nothing here is named “{{words}}”.",
  selectAll: "Select all",
  selectNone: "Select none",
  selected_one: "{{count}} selected",
  selected_other: "{{count}} selected",
  was: { quarantine: "Only here", redact: "Before covering", strip: "Before cleaning" },
  keptAt: "Since {{when}}",
  sidecars_one: "with {{count}} small file that belongs to it",
  sidecars_other: "with {{count}} small files that belong to it",
  restore: "Put back",
  restoreTo: "Put into a folder…",
  restoring: "Bringing them back…",
  restored_one: "{{count}} original is back where it was",
  restored_other: "{{count}} originals are back where they were",
  restoredTo_one: "{{count}} original is in the folder you chose",
  restoredTo_other: "{{count}} originals are in the folder you chose",
  delete: "Delete for good…",
  deleted_one: "{{count}} deleted for good",
  deleted_other: "{{count}} deleted for good",
} as const;

/** Twice asked: what nothing brings back. */
export const forGood = {
  title_one: "Delete {{count}} original for good?",
  title_other: "Delete {{count}} originals for good?",
  titleOld: "Delete what is old for good?",
  onlyHere_one: "{{count}} of them exists nowhere else. After this, that photo is gone.",
  onlyHere_other: "{{count}} of them exist nowhere else. After this, those photos are gone.",
  changed_one: "{{count}} photo stays as it is now: the original cannot be brought back any more.",
  changed_other:
    "{{count}} photos stay as they are now: the originals cannot be brought back any more.",
  old_one: "{{count}} change made long ago can no longer be taken back.",
  old_other: "{{count}} changes made long ago can no longer be taken back.",
  disk: "A disk without moving parts (SSD) or a memory card may keep the deleted data for a while, where experts can find it. With a passphrase it still cannot be opened; without one, they may find the key as well.",
  next: "Go on",
  sure: "This cannot be undone",
  sureText: "I have understood that nothing and nobody can bring them back.",
  yes: "Delete for good",
  working: "Deleting…",
} as const;

export const unlock = {
  title: "Unlock the vault",
  text: "This needs the vault’s passphrase.",
  passphrase: "Passphrase",
  keyChain: "Ask the system’s key chain",
  orSheet: "Or type the key from the recovery sheet, if the key chain does not give it:",
  onlySheet:
    "The key is in your system’s key chain, which only Safelight’s window can ask. Here the key from the recovery sheet opens the vault.",
  sheetKey: "Key from the recovery sheet",
  show: "Show what I type",
  yes: "Unlock",
} as const;

export const newPassphrase = {
  titleSet: "Set a passphrase",
  titleChange: "Change the passphrase",
  titleRemove: "Remove the passphrase?",
  removeText:
    "Afterwards the key lies unprotected in Safelight’s own folder, and whoever can read that folder can open the vault.",
  text: "Four or five words that have nothing to do with each other are easy to remember and hard to guess.",
  first: "New passphrase",
  again: "The same once more",
  short: "At least {{min}} characters, please.",
  differ: "The two are not the same.",
  warning:
    "Nobody can open the vault without it, not even the makers of Safelight. Print the recovery sheet and keep it in a safe place.",
  set: "Set the passphrase",
  remove: "Remove the passphrase",
} as const;

export const keyChain = {
  title: "Let the system keep the key?",
  text: "Your system’s key chain then locks the vault’s key and opens it while you are logged in. There is no passphrase to remember, and no key lies open in Safelight’s folder.",
  asks: "Your system may ask you to allow it. Whoever can use your account can open the vault.",
  lost: "If this account or this computer is lost, the key is lost with it. The recovery sheet comes next: print it.",
  yes: "Let the system keep it",
} as const;

export const checkVault = {
  title: "Check everything in the vault",
  text: "Safelight opens everything it keeps and compares it with what it must be. Nothing is changed.",
  start: "Start the check",
  working: "Checking…",
  progress: "{{done}} of {{total}}",
  good_one: "All is well: {{count}} locked file was opened and compared.",
  good_other: "All is well: {{count}} locked files were opened and compared.",
  empty: "There is nothing in the vault to check.",
  bad_one: "{{count}} thing cannot be brought back",
  bad_other: "{{count}} things cannot be brought back",
} as const;

export const recovery = {
  title: "Recovery sheet",
  text: "With this sheet the vault can be opened when the passphrase is forgotten or this computer is broken. Print it and keep it where you keep important papers.",
  afterKeyChain:
    "The system keeps the key now. Print this sheet today: if you ever lose this account or this computer, it is the only way into the vault.",
  warning: "Whoever has this sheet can open the vault. Do not photograph it, and do not send it.",
  show: "Show the sheet",
  print: "Print",
  qr: "The key as a code that a phone can read",
} as const;

/** Removing everything that Safelight itself has stored. */
export const purge = {
  title: "Remove all traces",
  text: "Removes everything Safelight has stored about your photos on this computer. Photos in your folders are not touched.",
  open: "Remove all traces…",
  goes: "This goes",
  goesFound: "What was found in your photos, and the list of your folders",
  goesHistory: "The history: cleaned and covered photos can no longer be brought back",
  goesVault: "The vault, and all that is in it ({{size}})",
  goesSettings: "Your settings",
  only_one:
    "{{count}} original is still in the vault, and may exist nowhere else. Put it back first, or it is lost.",
  only_other:
    "{{count}} originals are still in the vault, and may exist nowhere else. Put them back first, or they are lost.",
  even: "They may be deleted too",
  toVault: "Look into the vault",
  type: "To go on, type the word “{{word}}”",
  word: "remove",
  yes: "Remove everything",
  doneTitle: "All traces are removed",
  doneText:
    "Safelight looked again after removing them: none of these files is there any more. You can close this page.",
  removed_one: "{{count}} file removed, {{size}}",
  removed_other: "{{count}} files removed, {{size}}",
  disk: "A disk without moving parts (SSD) may keep deleted data for a while, where experts can find it. If the vault had a passphrase, it still cannot be opened; if not, they may find the key as well.",
} as const;
