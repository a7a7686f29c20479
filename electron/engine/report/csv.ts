import type { Report } from "../../../shared/model/report.ts";
import type { Language } from "../../../shared/model/settings.ts";
import { reportWords, type Words } from "./words.ts";

/** Excel takes a file without it for one of the system's old encodings. U+FEFF, in UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** What begins a formula in spreadsheets, half-width or full-width, spaces before it or not. @see OWASP, CSV Injection */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|＝＋－＠]|^[\t\r\n]/u;

/** A cell that no spreadsheet computes: an apostrophe in front shows it as text. @see RFC 4180, 2.5–2.7 */
export function cell(value: string | number | undefined): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** The same columns throughout, so that the table can be filtered and summed. */
interface Row {
  readonly part: string;
  readonly name: string;
  /** The same in every language, for scripts. */
  readonly code?: string;
  readonly photos?: number;
  readonly items?: number;
  readonly different?: number | null;
  readonly dangerous?: number;
  readonly failed?: number;
}

/** The report as one table: a row for each count. Lines end as RFC 4180, 2.1 wants. */
export function reportCsv(report: Report, language: Language): string {
  const words = reportWords(language);
  const { say } = words;
  const head = [
    say("report.csv.part"),
    say("report.csv.name"),
    say("report.csv.code"),
    say("report.photos"),
    say("report.items"),
    say("report.different"),
    say("report.dangerous"),
    say("report.notDone"),
  ];
  const rows = [...facts(report, words), ...unknowns(report, words), ...counts(report, words)];
  return BYTE_ORDER_MARK + [head, ...rows.map(cellsOf)].map(line).join("");
}

const cellsOf = (row: Row) => [
  row.part,
  row.name,
  row.code,
  row.photos,
  row.items,
  row.different ?? undefined,
  row.dangerous,
  row.failed,
];

const line = (cells: readonly (string | number | undefined)[]): string =>
  `${cells.map(cell).join(",")}\r\n`;

/** Who, when, with what. */
function facts(report: Report, words: Words): readonly Row[] {
  const part = words.part("facts");
  const fact = (key: "by" | "at" | "with" | "folder", value: string): Row => ({
    part,
    name: value,
    code: words.fact(key),
  });
  return [
    fact("folder", report.folder === "" ? words.say("report.allFolders") : report.folder),
    fact("at", report.madeAt),
    ...(report.madeBy === null ? [] : [fact("by", report.madeBy)]),
    fact("with", `Safelight ${report.safelight}`),
    ...report.detectors.map(({ word, photos }) => ({
      part: words.part("detector"),
      name: words.detector(word),
      code: word,
      photos,
    })),
  ];
}

function unknowns({ unknown }: Report, words: Words): readonly Row[] {
  const part = words.part("unknown");
  const { say } = words;
  return [
    ...unknown.failed.map(({ reason, photos }) => ({
      part,
      name: words.reason(reason),
      code: reason,
      photos,
    })),
    { part, name: say("report.unseen"), code: "unseen", photos: unknown.unseen },
    { part, name: say("report.unread"), code: "unread", photos: unknown.unread },
    { part, name: say("report.skipped"), code: "skipped", photos: unknown.skipped },
  ];
}

function counts(report: Report, words: Words): readonly Row[] {
  const { photos, dangerous } = report;
  return [
    { part: words.part("all"), name: words.part("all"), code: "all", photos, dangerous },
    ...report.bySeverity.map(({ severity, ...count }) => ({
      part: words.part("severity"),
      name: words.severity(severity),
      code: severity,
      ...count,
    })),
    ...report.byKind.map(({ kind, ...count }) => ({
      part: words.part("kind"),
      name: words.kind(kind),
      code: kind,
      ...count,
    })),
    ...report.byType.map((one) => ({
      part: words.part("type"),
      name: words.type(one),
      code: one.type,
      photos: one.photos,
      items: one.items,
      different: one.different,
    })),
    ...report.byLaw.map(({ category, ...count }) => ({
      part: words.part("law"),
      name: `${words.law(category)} (${words.articles(category)})`,
      code: category,
      photos: count.photos,
    })),
    ...report.byFolder.map(({ folder, ...count }) => ({
      part: words.part("folder"),
      name: folder,
      ...count,
    })),
    ...report.byAction.map(({ kind, done, failed }) => ({
      part: words.part("action"),
      name: words.action(kind),
      code: kind,
      photos: done,
      failed,
    })),
  ];
}
