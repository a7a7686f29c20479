import { lawsOf } from "../../shared/policy/law.ts";
import { riskOf } from "../../shared/policy/risk.ts";
import { inLaw } from "../../shared/text/law-words.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { sightsOf } from "../engine/scan/versions.ts";
import { type PhotoRecord, photoRecords } from "./document.ts";
import { type Named, photosOf } from "./engine.ts";
import { look } from "./look.ts";
import { placesInWords } from "./places.ts";
import { namedOrComplain } from "./scan.ts";
import { EXIT, type ExitCode, language, nameOfType, note, print, reason, say } from "./terminal.ts";

/** `safelight show <path>`: what one photo gives away, read anew if it changed. */
export async function showCommand(
  engine: OpenEngine,
  path: string,
  { json, reveal }: { readonly json: boolean; readonly reveal: boolean },
): Promise<ExitCode> {
  const named = namedOrComplain(engine, [path]);
  if (!named) return EXIT.wrongUse;
  const sights = sightsOf(engine.settings().detectors);
  await look(engine, named, { depth: "full", sights });
  const records = photoRecords(engine, named);
  if (records.length === 0) {
    note(reason("photo-not-found"));
    return EXIT.someFailed;
  }
  for (const record of records) {
    if (json) print(JSON.stringify(record));
    else tell(engine, record);
  }
  if (reveal && !(await tellValues(engine, named))) return EXIT.someFailed;
  return records.some(({ status }) => status === "failed") ? EXIT.someFailed : EXIT.fine;
}

/** The real values, read anew, on the terminal and nowhere else. */
async function tellValues(engine: OpenEngine, named: readonly Named[]): Promise<boolean> {
  note(say("cli.show.revealNote"));
  let isTold = true;
  for (const id of photosOf(engine, named)) {
    const revealed = await engine.photos.reveal(id);
    isTold &&= revealed.ok;
    if (!revealed.ok) note(`  ${reason(revealed.error.code)}`);
    for (const { kind, type, source, value } of revealed.ok ? revealed.value : []) {
      print(`  ${say(`kind.${kind}.name`)}: ${nameOfType(type)}  ${printable(value)}  (${source})`);
    }
  }
  return isTold;
}

/** A file's text must not steer the terminal (ECMA-48, 5.4). */
const printable = (value: string): string => value.replace(/\p{Cc}+/gu, " ");

function tell(engine: OpenEngine, record: PhotoRecord) {
  print(`${record.path}  ${say(`severity.${record.severity}.name`)}`);
  if (record.error) note(`  ${reason(record.error)}`);
  else if (record.findings.length === 0) print(`  ${say("cli.show.clean")}`);
  const { story } = riskOf(record.findings);
  if (story) print(`  ${say(`risk.${story}`)}`);
  const laws = lawsOf(record.findings).map((category) => inLaw(language, category));
  if (laws.length > 0) print(`  ${say("law.title")}: ${laws.join("; ")}`);
  for (const finding of record.findings) {
    const { kind, type, value, source, location } = finding;
    const where = location
      ? [
          `${location.lat.toFixed(5)}, ${location.lon.toFixed(5)}`,
          ...placesInWords(engine, [finding]),
        ].join("  ")
      : value;
    const what = `${say(`kind.${kind}.name`)}: ${nameOfType(type)}`;
    print(`  ${[what, where, `(${source})`].filter(Boolean).join("  ")}`);
  }
}
