import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { defaultDataDir } from "../base/paths.ts";

/** What `npm start -- …` understands, in both shells. */
export interface ShellOptions {
  /** A folder to scan at once. */
  readonly folder: string | undefined;
  readonly dataDir: string;
  /** How many analysts; the engine decides when nobody says. */
  readonly jobs: number | undefined;
  readonly opensBrowser: boolean;
}

/**
 * Reads `args`; unknown ones are Chromium's and are passed over. Paths are resolved from
 * `directory`: where the person typed them, which under npm is not the process's own folder.
 */
export function shellOptions(
  args: readonly string[],
  directory: string = process.env.INIT_CWD ?? process.cwd(),
): ShellOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      "data-dir": { type: "string" },
      jobs: { type: "string" },
      "no-open": { type: "boolean" },
    },
  });
  const [folder] = positionals;
  const dataDir = values["data-dir"];
  const jobs = Number(values.jobs);
  return {
    folder: folder === undefined ? undefined : resolve(directory, folder),
    dataDir: typeof dataDir === "string" ? resolve(directory, dataDir) : defaultDataDir(),
    jobs: Number.isInteger(jobs) && jobs > 0 ? jobs : undefined,
    opensBrowser: values["no-open"] !== true,
  };
}

/** The part of them that `openEngine` takes. */
export const engineOptions = ({ dataDir, jobs }: ShellOptions) => ({
  dataDir,
  ...(jobs !== undefined && { jobs }),
});
