import type { SidecarKind } from "../../../../shared/policy/sidecar-source.ts";

/*
 * Files that stand beside a photo and tell about it, found by their names alone. Names are compared
 * without regard to case, as the systems that write them do. Rules of Google's export were learnt
 * from many people's archives, as nothing official describes them.
 */

export interface Sidecar {
  /** The file's name in the photo's folder, as it stands there. */
  readonly name: string;
  readonly kind: SidecarKind;
}

/** The names of one folder, ready to be asked about many photos. */
export interface SidecarIndex {
  /** The sidecars of a photo, by its name in the same folder, sorted by name. */
  of(photo: string): readonly Sidecar[];
}

const EXTENSIONS: readonly (readonly [extension: string, kind: SidecarKind])[] = [
  [".xmp", "xmp"],
  [".aae", "aae"],
  [".json", "takeout"],
];

/** Google cuts a name before ".json" here; with it that makes 51. */
const TAKEOUT_STEM = 46;
const SUPPLEMENT = ".supplemental-metadata";

/** What Google's editors put behind the name of a copy; the copy shares its original's file. */
const COPY_SUFFIXES = [
  "edited",
  "effects",
  "smile",
  "mix",
  "bearbeitet",
  "bewerkt",
  "edytowane",
  "editado",
  "ha editado",
  "editat",
  "modifié",
  "modificato",
  "編集済み",
  "已修改",
  "已編輯",
];

/** Could a file of this name be a sidecar of some photo? */
export const maybeSidecar = (name: string): boolean => kindByEnding(name) !== undefined;

function kindByEnding(name: string): SidecarKind | undefined {
  const ending = name.slice(name.lastIndexOf(".")).toLowerCase();
  return EXTENSIONS.find(([extension]) => extension === ending)?.[1];
}

/** Sorts a folder's names once. Files that are no sidecars by their extension cost nothing later. */
export function indexSidecars(names: readonly string[]): SidecarIndex {
  const byKey = new Map<string, Sidecar[]>();
  for (const name of names) {
    const kind = kindByEnding(name);
    const key = fold(name);
    if (kind) byKey.set(key, [...(byKey.get(key) ?? []), { name, kind }]);
  }
  // Most folders hold none, and a photo's sidecar may have a hundred names.
  if (byKey.size === 0) return { of: () => [] };
  return {
    of(photo) {
      const found = new Map<string, Sidecar>();
      for (const key of expectedNames(fold(photo)))
        for (const sidecar of byKey.get(key) ?? [])
          if (sidecar.name !== photo) found.set(sidecar.name, sidecar);
      return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** A single photo's sidecars among the names in its folder; for many photos use {@link indexSidecars}. */
export const sidecarsOf = (photo: string, names: readonly string[]): readonly Sidecar[] =>
  indexSidecars(names).of(photo);

/** Apple and macOS archives write "é" as "e" and an accent. */
const fold = (name: string): string => name.normalize("NFC").toLowerCase();

/** Every name, in lower case, that a sidecar of this photo may have. */
function* expectedNames(photo: string): Generator<string> {
  const { stem, extension } = split(photo);
  yield `${stem}.xmp`;
  yield `${photo}.xmp`;
  yield* darktableNames(stem, extension);
  yield* appleNames(stem);
  for (const original of [photo, ...originals(stem, extension)]) yield* takeoutNames(original);
}

/** Duplicates in darktable are "IMG_1_01.jpg.xmp", counted to 99 (its manual, "sidecar files"). */
function* darktableNames(stem: string, extension: string): Generator<string> {
  for (let version = 1; version <= 99; version++)
    yield `${stem}_${String(version).padStart(2, "0")}${extension}.xmp`;
}

/** On an iPhone IMG_E1 is the edited picture, IMG_O1 the edit before it; both belong to IMG_1. */
function* appleNames(stem: string): Generator<string> {
  yield `${stem}.aae`;
  const number = /^img_[eo]?(\d.*)$/.exec(stem)?.[1];
  if (number === undefined) return;
  for (const mark of ["", "o", "e"]) yield `img_${mark}${number}.aae`;
}

/** The picture that an edited copy was made from: "a-edited(1).jpg" from "a(1).jpg". */
function originals(stem: string, extension: string): string[] {
  const { base, number } = counted(stem);
  const suffix = COPY_SUFFIXES.find((one) => base.endsWith(`-${one.normalize("NFC")}`));
  return suffix ? [`${base.slice(0, -suffix.length - 1)}${number}${extension}`] : [];
}

/**
 * "a.jpg.json", later "a.jpg.supplemental-metadata.json", either cut to 46 characters before
 * ".json". The number of a second "a.jpg" stands behind the cut: "a(1).jpg" has "a.jpg(1).json".
 */
function* takeoutNames(photo: string): Generator<string> {
  const { stem, extension } = split(photo);
  const { base, number } = counted(stem);
  yield* takeoutStems(photo, "");
  if (number) yield* takeoutStems(base + extension, number);
  // The oldest exports left the extension out.
  yield `${stem}.json`;
}

/** Any cut of the supplement is taken: archives have been seen with a character more or less. */
function* takeoutStems(photo: string, number: string): Generator<string> {
  const full = photo + SUPPLEMENT;
  const shortest = Math.min(photo.length, TAKEOUT_STEM);
  for (let length = shortest; length <= full.length; length++)
    yield `${full.slice(0, length)}${number}.json`;
}

function split(name: string): { readonly stem: string; readonly extension: string } {
  const dot = name.lastIndexOf(".");
  return dot > 0
    ? { stem: name.slice(0, dot), extension: name.slice(dot) }
    : { stem: name, extension: "" };
}

/** "a(2)" as "a" and "(2)". */
function counted(stem: string): { readonly base: string; readonly number: string } {
  const number = /\(\d{1,5}\)$/.exec(stem)?.[0] ?? "";
  return { base: stem.slice(0, stem.length - number.length), number };
}
