import { dirname } from "node:path";
import type { PhotoId } from "../../shared/model/ids.ts";
import { displayPath } from "../base/paths.ts";
import type { OpenEngine } from "../engine/engine.ts";
import type { Match } from "../engine/persons/persons.ts";
import { type FindingRecord, inPixels, type PhotoRecord, photoRecords } from "./document.ts";
import { type Named, photosOf } from "./engine.ts";
import { look, tellProblems } from "./look.ts";
import { namedOrComplain } from "./scan.ts";
import { EXIT, type ExitCode, note, print, reason, StatusLine, say } from "./terminal.ts";

export interface FindPersonCommand {
  /** Counted from 1, in the order of the photo's findings; null where the person did not say. */
  readonly face: number | null;
  readonly json: boolean;
}

type Box = NonNullable<FindingRecord["box"]>;

/** Raise it when a script that reads the document would have to change. */
const DOCUMENT_VERSION = 1;

/** The one document that `find-person --json` prints. Measured numbers are in no document. */
interface PersonDocument {
  readonly version: number;
  readonly person: { readonly path: string; readonly face: Box };
  /** The most alike first; `distance` is 0 for the chosen face. */
  readonly photos: readonly {
    readonly path: string;
    readonly face: Box | null;
    readonly distance: number;
  }[];
  readonly summary: {
    readonly compared: number;
    readonly unclear: number;
    readonly elapsedMs: number;
  };
}

/** `safelight find-person <file> [dir…]`: looks for faces where that was not done yet, then compares them. */
export async function findPersonCommand(
  engine: OpenEngine,
  path: string,
  folders: readonly string[],
  { face, json }: FindPersonCommand,
): Promise<ExitCode> {
  const startedAt = performance.now();
  const named = namedOrComplain(engine, [path, ...folders]);
  const [file] = named ?? [];
  if (!named || file?.kind !== "file") return EXIT.wrongUse;
  const where = folders.length > 0 ? named.slice(1) : namedOrComplain(engine, [dirname(file.path)]);
  if (!where) return EXIT.wrongUse;
  const looked = await look(engine, [file, ...where], { depth: "full", sights: ["faces"] });
  if (looked.isStopped) return EXIT.stopped;
  tellProblems(looked);
  const [record] = photoRecords(engine, [file]);
  const chosen = record && chosenFace(record, face);
  const [photoId] = photosOf(engine, [file]);
  if (!record || photoId === undefined || !chosen) return EXIT.wrongUse;
  const search = await compare(engine, photoId, chosen.index, where);
  if (!search) return EXIT.someFailed;
  const elapsedMs = Math.round(performance.now() - startedAt);
  const document: PersonDocument = {
    version: DOCUMENT_VERSION,
    person: { path: record.path, face: chosen.box },
    photos: matchRecords(engine, search.matches),
    summary: { compared: search.total, unclear: search.unclear, elapsedMs },
  };
  tell(document, json);
  return search.isStopped ? EXIT.stopped : EXIT.fine;
}

/** The face that was named, or the only one there is; where there are more, they are listed. */
function chosenFace(record: PhotoRecord, face: number | null) {
  const faces = record.findings.flatMap(({ kind, box }, index) =>
    kind === "face" && box ? [{ index, box }] : [],
  );
  const chosen = faces[face === null && faces.length === 1 ? 0 : (face ?? 0) - 1];
  if (faces.length === 0) note(say("findPerson.none"));
  else if (!chosen) {
    note(say("findPerson.which", { count: faces.length }));
    for (const [at, { box }] of faces.entries()) {
      const [x, y, width, height] = box;
      note(`  ${say("findPerson.line", { number: at + 1, x, y, width, height })}`);
    }
  }
  return chosen;
}

async function compare(
  engine: OpenEngine,
  photoId: PhotoId,
  index: number,
  where: readonly Named[],
) {
  const { persons, catalogue } = engine.parts;
  const box = catalogue.questions.findings(photoId)[index]?.box;
  if (!box) return undefined;
  const withFaces = photosOf(engine, where).filter((id) =>
    catalogue.questions.findings(id).some(({ kind }) => kind === "face"),
  );
  const started = persons.find({ photoId, box }, withFaces);
  if (!started.ok) {
    note(reason(started.error.code));
    return undefined;
  }
  const person = started.value;
  const stop = () => persons.stop(person);
  process.once("SIGINT", stop);
  const line = new StatusLine();
  const deaf = persons.onProgress(({ done, total }) =>
    line.show(() => say("findPerson.progress", { done, total })),
  );
  const matches = await persons.ended(person);
  deaf();
  line.clear();
  process.removeListener("SIGINT", stop);
  const [progress] = persons.current().filter(({ personId }) => personId === person);
  persons.forget(person);
  if (progress?.error) note(reason(progress.error));
  if (!progress || progress.state === "failed") return undefined;
  const { done: total, unclear, state } = progress;
  return { matches, total, unclear, isStopped: state === "stopped" };
}

function matchRecords(engine: OpenEngine, matches: readonly Match[]): PersonDocument["photos"] {
  const { photos, questions } = engine.parts.catalogue;
  return matches
    .toSorted((a, b) => a.distance - b.distance)
    .flatMap(({ photoId, box, distance }) => {
      const [place, photo] = [photos.place(photoId), questions.detail(photoId)];
      if (!place || !photo) return [];
      const path = displayPath(place.path);
      return [{ path, face: inPixels({ box }, photo), distance: inThousandths(distance) }];
    });
}

const inThousandths = (value: number): number => Math.round(1000 * value) / 1000;

function tell(document: PersonDocument, json: boolean) {
  const { photos, summary } = document;
  if (json) print(JSON.stringify(document));
  else for (const { path } of photos) print(path);
  note(say("findPerson.found", { count: photos.length, unclear: summary.unclear }));
}
