/** One kind of change that the harness breaks in every way it knows. A new kind is one row more. */
export interface Kind {
  readonly name: string;
  /** The command line's words. Everything the kind may change or make lies below `home`; the photos in `home/photos`. */
  readonly change: (home: string) => readonly string[];
}

const ALL: readonly Kind[] = [
  { name: "strip", change: (home) => ["strip", `${home}/photos`, "--preset", "location"] },
  {
    name: "strip, whole originals kept",
    change: (home) => ["strip", `${home}/photos`, "--whole-copy"],
  },
  { name: "quarantine", change: (home) => ["quarantine", `${home}/photos`] },
  { name: "redact", change: (home) => ["redact", `${home}/photos`, "--box", "8,8,16,16"] },
  { name: "export", change: (home) => ["export", `${home}/photos`, "--to", `${home}/copies`] },
  // Beside the originals: every name is taken.
  {
    name: "export beside",
    change: (home) => ["export", `${home}/photos`, "--to", `${home}/photos`],
  },
];

/** All of them; SAFELIGHT_FAULT_KIND tries those whose names hold a word. */
export const KINDS: readonly Kind[] = ALL.filter(({ name }) =>
  name.includes(process.env.SAFELIGHT_FAULT_KIND ?? ""),
);
