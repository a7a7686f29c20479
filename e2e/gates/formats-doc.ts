/* docs/formats.md names containers and tests; both must exist. */

const HEADING = /^## .*$/gm;
const TEST = /`([\w./-]+\.test\.ts)` "([^"]+)"/g;

/** The ids that no heading of the page names. */
export function untold(page: string, ids: readonly string[]): readonly string[] {
  const headings = (page.match(HEADING) ?? []).join("\n");
  return ids.filter((id) => !headings.includes(`\`${id}\``));
}

/** The tests that the page names and that are not in the file it names. */
export const missingTests = (page: string, read: (path: string) => string): readonly string[] =>
  [...page.matchAll(TEST)].flatMap(([, path = "", name = ""]) =>
    read(path).includes(JSON.stringify(name)) ? [] : [`${path}: ${name}`],
  );

/** The rows of the page's tables of tests that do not name one. */
export function rowsWithoutTest(page: string): readonly string[] {
  const tables = page.split(/^\|.*\| test \|\n.*\n/m).slice(1);
  const rows = tables.flatMap((table) => table.split("\n\n")[0]?.split("\n") ?? []);
  return rows.filter((row) => row !== "" && row.match(TEST)?.length !== 1);
}
