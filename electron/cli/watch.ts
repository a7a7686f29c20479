import { once } from "node:events";
import type { OpenEngine } from "../engine/engine.ts";
import { sightsOf } from "../engine/scan/versions.ts";
import { look } from "./look.ts";
import { namedOrComplain } from "./scan.ts";
import { EXIT, type ExitCode, note, print, say } from "./terminal.ts";

/** `safelight watch <dir>…`: until Ctrl+C. Which folders it was given is not remembered. */
export async function watchCommand(
  engine: OpenEngine,
  paths: readonly string[],
): Promise<ExitCode> {
  const named = namedOrComplain(engine, paths);
  if (!named) return EXIT.wrongUse;
  const { watching } = engine.parts;
  const { detectors, effort } = engine.settings();
  const sights = sightsOf(detectors, effort);
  const { isStopped } = await look(engine, named, { depth: "full", sights });
  if (isStopped) return EXIT.stopped;
  const pathOf = new Map(
    named.flatMap((one) => (one.kind === "folder" ? [[one.folderId, one.path] as const] : [])),
  );
  watching.onNews(({ folderId, photos, dangerous }) =>
    print(say("cli.watch.news", { count: photos, dangerous, path: pathOf.get(folderId) ?? "" })),
  );
  for (const [folderId, path] of pathOf) watching.follow(folderId, path);
  note(say("cli.watch.waiting"));
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  return EXIT.fine;
}
