/** Sentences that the shells say outside the page: in the terminal, in a dialog, on a plain page. */
export const shells = {
  start: {
    building: "Building Safelight…",
    fetching: "Fetching Electron, once…",
    noElectron: "Electron is not here and could not be fetched; Safelight opens in your browser.",
    noDisplay: "There is no display; Safelight opens in a browser instead.",
    openAt: "Safelight is at {{address}}",
    openByHand: "Open this address in a browser on this machine. It works once.",
    stopHint: "Press Ctrl+C to stop.",
    updating: "Bringing the records of an older version up to date… {{percent}} %",
    folderRefused: "This folder cannot be scanned: {{reason}}",
    buildFailed: "The build failed; its messages stand above.",
  },
  startAgain: {
    title: "Start Safelight again",
    body: "This address was used already; it works once, so that nobody else can use it. Close this page, stop Safelight and start it again.",
  },
  /** Shown by the system, on locked screens too: numbers only. */
  news: {
    title: "New photos checked",
    body_one: "{{count}} new photo in the folders you watch. Dangerous: {{dangerous}}.",
    body_other: "{{count}} new photos in the folders you watch. Dangerous: {{dangerous}}.",
  },
  engineStopped: {
    title: "Safelight stopped",
    body: "The part that reads photos ended unexpectedly. Your photos are as they were; start Safelight again and it will finish or take back what was half done.",
  },
} as const;
