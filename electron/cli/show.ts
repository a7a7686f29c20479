import { lawsOf } from "../../shared/policy/law.ts";
import { riskOf } from "../../shared/policy/risk.ts";
import { inLaw } from "../../shared/text/law-words.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { type PhotoRecord, photoRecords } from "./document.ts";
import { look } from "./look.ts";
import { placesInWords } from "./places.ts";
import { namedOrComplain } from "./scan.ts";
import { EXIT, type ExitCode, language, nameOfType, note, print, reason, say } from "./terminal.ts";

/** `safelight show <path>`: what one photo gives away, read anew if it changed. */
export async function showCommand(
  engine: OpenEngine,
  path: string,
  json: boolean,
): Promise<ExitCode> {
  const named = namedOrComplain(engine, [path]);
  if (!named) return EXIT.wrongUse;
  await look(engine, named, { depth: "full" });
  const records = photoRecords(engine, named);
  if (records.length === 0) {
    note(reason("photo-not-found"));
    return EXIT.someFailed;
  }
  for (const record of records) {
    if (json) print(JSON.stringify(record));
    else tell(engine, record);
  }
  return records.some(({ status }) => status === "failed") ? EXIT.someFailed : EXIT.fine;
}

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
