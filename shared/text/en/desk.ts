/** The home page once something was checked. A number stands large before `hurt` and begins its sentence. */
export const overview = {
  hurt_one: "of {{count}} photo would hurt you if stolen",
  hurt_other: "of {{count}} photos would hurt you if stolen",
  safe_one: "Your photo would not hurt you if stolen",
  safe_other: "None of your {{count}} photos would hurt you if stolen",
  soFar_one: "Nothing dangerous was found in your photo so far",
  soFar_other: "Nothing dangerous was found in your {{count}} photos so far",
  unseen_one: "{{count}} photo was not looked at to the end",
  unseen_other: "{{count}} photos were not looked at to the end",
  unread_one: "{{count}} photo could not be read",
  unread_other: "{{count}} photos could not be read",
  look_one: "Look at it",
  look_other: "Look at them",
  worst: "The worst first",
  gives: "What your photos give away",
  givesKind_one: "{{kind}}: {{count}} photo",
  givesKind_other: "{{kind}}: {{count}} photos",
  useButton:
    "Here in the browser, use the button. Safelight’s own window also takes a folder that you drop on it.",
} as const;

/** Pictures that are dangerous to show are drawn blurred until somebody asks for them. */
export const veil = {
  tile: "{{words}}. Blurred",
  picture: "The photo {{name}}, blurred",
  why: "This picture is blurred because others must not see it. It stays so until you want to look.",
  show: "Show the picture",
  hide: "Blur it again",
} as const;

export const zoom = {
  title: "How close the picture is",
  in: "Closer",
  out: "Farther",
  whole: "{{percent}}: show the whole picture",
} as const;

/** What narrows and sorts the album. */
export const desk = {
  search: "Search names, folders and places",
  folders: "Folders of this album",
  allFolders: "All folders",
  oneFolder: "One folder",
  inside: "Folders in {{name}}",
  sort: "Order",
  sorts: {
    worst: "Worst first",
    name: "By name",
    newest: "Newest first",
    oldest: "Oldest first",
    largest: "Largest first",
  },
  changed: "Cleaned",
  shown_one: "{{count}} photo shown",
  shown_other: "{{count}} photos shown",
} as const;

/** More settings. */
export const prefs = {
  textSize: "Size of letters",
  sights: "What to look for in pictures",
  sightsText:
    "What stands in the files themselves is always read. Changes count from the next check on.",
  analysts: "How many photos are read at a time",
  analystsAll: "As many as this computer can",
  analystsText: "Fewer leave more of the computer to you. Counts from the next start of Safelight.",
  vault: "Vault",
  vaultText: "How originals are protected, and how long they are kept, is set on the vault’s page.",
  toVault: "Open the vault’s page",
} as const;

/** What a person says of a finding. */
export const judge = {
  fine: "This is fine",
  fineOf: "This is fine: {{name}}",
  wrong: "Wrong",
  wrongOf: "Wrong: {{name}}",
  aside_one: "{{count}} thing set aside",
  aside_other: "{{count}} things set aside",
  said: {
    fine: "You said that it is fine.",
    wrong: "You said that it is wrong.",
  },
  back: "Count it again",
  backOf: "Count it again: {{name}}",
} as const;
