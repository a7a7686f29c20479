import type { Severity } from "../../../shared/model/finding.ts";
import type { Report } from "../../../shared/model/report.ts";
import type { Language } from "../../../shared/model/settings.ts";
import { html, Markup } from "./markup.ts";
import { REPORT_STYLE } from "./style.ts";
import { reportWords, type Words } from "./words.ts";

/** Folders told on paper, the worst first; the other files have them all. */
const FOLDERS = 40;

/**
 * The report as one page that needs nothing else: no script, no picture from elsewhere, and a policy
 * that would forbid both. Every text that is not ours is escaped (markup.ts).
 */
export function reportHtml(report: Report, language: Language): string {
  const words = reportWords(language);
  const { say } = words;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say("report.title")}</title>
<style>${new Markup(REPORT_STYLE)}</style>
</head>
<body>
<main>
<header>
<p class="brand">${LAMP}${say("app.name")}</p>
<h1>${say("report.title")}</h1>
<p class="soft">${name(report.folder === "" ? say("report.allFolders") : report.folder)} · ${words.when(report.madeAt)}</p>
</header>
${unknownPart(report, words)}
${numbers(report, words)}
${severities(report, words)}
${types(report, words)}
${laws(report, words)}
${folders(report, words)}
${actions(report, words)}
${about(report, words)}
</main>
</body>
</html>
`.text;
}

/** What nobody knows comes first: whatever else the report says holds for the rest only. */
function unknownPart({ unknown, photos }: Report, words: Words): Markup {
  const { say, number } = words;
  const failed = unknown.failed.reduce((sum, one) => sum + one.photos, 0);
  const reasons = unknown.failed.map(
    (one) => html`<li>${words.reason(one.reason)}: ${number(one.photos)}</li>`,
  );
  const lines = [
    ...(failed > 0
      ? [html`<li>${say("report.failed", { count: failed })}<ul>${reasons}</ul></li>`]
      : []),
    ...(["unseen", "unread", "skipped"] as const)
      .filter((word) => unknown[word] > 0)
      .map((word) => html`<li>${say(`report.${word}`)}: ${number(unknown[word])}</li>`),
  ];
  if (photos === 0) return html``;
  if (lines.length === 0) return html`<p class="known">${say("report.allKnown")}</p>`;
  return html`<section class="unknown">
<h2>${words.part("unknown")}</h2>
<p>${say("report.unknownLead")}</p>
<ul>${lines}</ul>
</section>`;
}

const numbers = ({ photos, dangerous }: Report, { say, number }: Words): Markup =>
  html`<div class="numbers">
<p><strong>${number(photos)}</strong> ${say("report.checked", { count: photos })}</p>
<p class="${dangerous > 0 ? "bad" : "good"}">
<strong>${number(dangerous)}</strong> ${say("report.hurt", { count: dangerous })}</p>
</div>`;

/** A section with one table: its first column names, the others count. */
const table = (title: string, heads: readonly Markup[], bodies: readonly Markup[], note?: string) =>
  html`<section>
<h2>${title}</h2>
<table>
${heads.length > 0 ? html`<thead><tr><td></td>${heads}</tr></thead>` : html``}
${bodies}
</table>
${note === undefined ? html`` : html`<p class="note">${note}</p>`}
</section>`;

const head = (text: string): Markup => html`<th scope="col" class="count">${text}</th>`;
const count = (text: string): Markup => html`<td class="count">${text}</td>`;
const row = (name: Markup, cells: readonly Markup[]): Markup =>
  html`<tr><th scope="row">${name}</th>${cells}</tr>
`;
const name = (text: string): Markup => html`<bdi>${text}</bdi>`;

const badge = (severity: Severity, words: Words): Markup =>
  html`<span class="badge ${severity}">${words.severity(severity)}</span>`;

function severities({ bySeverity, photos: all }: Report, words: Words): Markup {
  const rows = bySeverity.map(({ severity, photos }) => {
    const size = all === 0 ? 0 : Math.round((1000 * photos) / all) / 10;
    const bar = html`<span style="inline-size:${size}%" class="bar-${severity}"></span>`;
    return row(badge(severity, words), [
      html`<td class="bar">${bar}</td>`,
      count(words.number(photos)),
    ]);
  });
  return table(words.part("severity"), [], [html`<tbody>${rows}</tbody>`]);
}

function types({ byType }: Report, words: Words): Markup {
  const { say, number } = words;
  const title = words.part("type");
  if (byType.length === 0)
    return html`<section><h2>${title}</h2><p>${say("report.nothing")}</p></section>`;
  // The kind with the worst comes first: types are sorted so.
  const groups = [...Map.groupBy(byType, ({ kind }) => kind)].map(([kind, ofKind]) => {
    const rows = ofKind.map((one) =>
      row(name(words.type(one)), [
        html`<td>${badge(one.severity, words)}</td>`,
        count(number(one.photos)),
        count(number(one.items)),
        count(one.different === null ? "–" : number(one.different)),
      ]),
    );
    return html`<tbody class="group">
<tr><th scope="rowgroup" colspan="5">${words.kind(kind)}</th></tr>
${rows}</tbody>`;
  });
  const heads = ["photos", "items", "different"] as const;
  return table(
    title,
    [html`<td></td>`, ...heads.map((word) => head(say(`report.${word}`)))],
    groups,
    say("report.differentNote"),
  );
}

function laws({ byLaw }: Report, words: Words): Markup {
  if (byLaw.length === 0) return html``;
  const { say, number } = words;
  const rows = byLaw.map(({ category, photos }) =>
    row(name(words.law(category)), [
      html`<td>${words.articles(category)}</td>`,
      count(number(photos)),
    ]),
  );
  const heads = [html`<th scope="col">${say("report.articles")}</th>`, head(say("report.photos"))];
  return table(words.part("law"), heads, [html`<tbody>${rows}</tbody>`], say("law.note"));
}

function folders({ byFolder }: Report, words: Words): Markup {
  if (byFolder.length === 0) return html``;
  const { say, number } = words;
  const rows = byFolder
    .slice(0, FOLDERS)
    .map((one) => row(name(one.folder), [count(number(one.photos)), count(number(one.dangerous))]));
  const more = byFolder.length - FOLDERS;
  const note = more > 0 ? say("report.moreFolders", { count: more }) : undefined;
  const heads = [head(say("report.photos")), head(say("report.dangerous"))];
  return table(words.part("folder"), heads, [html`<tbody>${rows}</tbody>`], note);
}

function actions({ byAction }: Report, words: Words): Markup {
  if (byAction.length === 0) return html``;
  const { say, number } = words;
  const rows = byAction.map(({ kind, done, undone, failed }) =>
    row(
      name(words.action(kind)),
      [done, undone, failed].map((each) => count(number(each))),
    ),
  );
  const heads = ["done", "undone", "notDone"] as const;
  return table(
    words.part("action"),
    heads.map((word) => head(say(`report.${word}`))),
    [html`<tbody>${rows}</tbody>`],
  );
}

function about(report: Report, words: Words): Markup {
  const { fact, number } = words;
  const looked = report.detectors.map(
    ({ word, photos }) => html`<li>${words.detector(word)}: ${number(photos)}</li>`,
  );
  const by =
    report.madeBy === null ? html`` : html`<dt>${fact("by")}</dt><dd>${name(report.madeBy)}</dd>`;
  return html`<section class="about">
<h2>${words.part("facts")}</h2>
<dl>
${by}
<dt>${fact("at")}</dt><dd>${words.when(report.madeAt)}</dd>
<dt>${fact("with")}</dt><dd>Safelight ${report.safelight}</dd>
<dt>${words.part("detector")}</dt><dd><ul>${looked}</ul></dd>
</dl>
<p class="note">${words.say("report.privacy")}</p>
</section>`;
}

/** The sign of the program (renderer/icon.svg), in one colour. */
const LAMP = html`<svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
<path d="M16 4v5M10 25l-1.800 2.300M16 26v2.500M22 25l1.800 2.300" stroke="currentColor" stroke-width="2.2"/>
<path d="M7.500 18.500a8.500 8.500 0 0 1 17 0zM12 19h8a4 4 0 0 1-8 0z" fill="currentColor"/>
</svg>`;
