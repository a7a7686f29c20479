/** How a report looks, on a screen and on A4. Colours are those of the page in its light theme (renderer/ui/tokens.css). */
export const REPORT_STYLE = `
:root { color-scheme: light; --ink: #25201b; --soft: #5f564c; --line: #e2dbd0; --accent: #1d5e59; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: #f7f4ef; color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-inline-size: 52rem; margin: 2rem auto; padding: 2.5rem; background: #fff; border: 1px solid var(--line); border-radius: 0.75rem; }
header { margin-block-end: 1.5rem; }
.brand { display: flex; align-items: center; gap: 0.5rem; color: var(--accent); font-weight: 600; }
h1 { margin-block: 0.5rem 0.25rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin-block-end: 0.5rem; font-size: 1.0625rem; }
section { margin-block-start: 2rem; }
.soft, .note { color: var(--soft); overflow-wrap: anywhere; }
.note { margin-block-start: 0.5rem; font-size: 0.8125rem; }
.unknown { padding: 1rem 1.25rem; background: #f8ebc8; border-inline-start: 4px solid #7a5300; border-radius: 0.375rem; }
.unknown ul { margin: 0.5rem 0 0 1.25rem; }
.unknown ul ul { margin-block-start: 0; }
.known { padding: 0.75rem 1.25rem; background: #e1efe4; color: #2c6440; border-radius: 0.375rem; }
.numbers { display: flex; flex-wrap: wrap; gap: 1rem; margin-block-start: 1.5rem; }
.numbers p { flex: 1 1 14rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 0.5rem; color: var(--soft); }
.numbers strong { display: block; color: var(--ink); font-size: 2.25rem; line-height: 1.1; font-variant-numeric: tabular-nums; }
.numbers .bad strong { color: #a8241c; }
.numbers .good strong { color: #2c6440; }
table { inline-size: 100%; border-collapse: collapse; font-size: 0.875rem; }
th { text-align: start; font-weight: 400; }
thead th { padding: 0.25rem 0.5rem; color: var(--soft); font-size: 0.8125rem; vertical-align: bottom; }
tbody th, tbody td { padding: 0.375rem 0.5rem; border-block-end: 1px solid var(--line); vertical-align: top; }
tbody th:first-child { padding-inline-start: 0; }
.count, thead .count { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
th[scope="rowgroup"] { padding-block-start: 1rem; color: var(--accent); font-weight: 600; }
tbody th { overflow-wrap: anywhere; }
.badge { display: inline-block; padding: 0 0.5rem; border-radius: 1rem; font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
.none { background: #e1efe4; color: #2c6440; }
.low { background: #e4eaf0; color: #44596d; }
.medium { background: #f8ebc8; color: #7a5300; }
.high { background: #fce4d3; color: #9c3d00; }
.critical { background: #b3261e; color: #fff; }
td.bar { inline-size: 60%; vertical-align: middle; }
.bar span { display: block; block-size: 0.625rem; border-radius: 0.3125rem; }
.bar-none { background: #7bb58d; }
.bar-low { background: #90a5b8; }
.bar-medium { background: #d9a93a; }
.bar-high { background: #e0783a; }
.bar-critical { background: #b3261e; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; font-size: 0.875rem; }
dt { color: var(--soft); }
dd ul { list-style: none; }
@page { size: A4; margin: 16mm; }
@media print {
  body { background: #fff; font-size: 10.5pt; }
  main { max-inline-size: none; margin: 0; padding: 0; border: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  thead { display: table-header-group; }
  tr, .group, .unknown, .numbers p, .about { break-inside: avoid; }
  h2, th[scope="rowgroup"] { break-after: avoid; }
}
`;
