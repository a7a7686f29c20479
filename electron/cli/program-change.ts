import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { exportRequest, type Redaction, redaction } from "../../shared/model/action.ts";
import type { UnitBox } from "../../shared/model/geometry.ts";
import type { PhotoId } from "../../shared/model/ids.ts";
import { PURPOSES, type Purpose, wishesFor } from "../../shared/policy/purposes.ts";
import { errnoOf, writingError } from "../base/errno.ts";
import { makeFolder } from "../base/files.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { realFolder } from "../engine/places.ts";
import { changeCommand } from "./change.ts";
import {
  addBox,
  command,
  examples,
  type GivenBox,
  jobCount,
  kindList,
  PRESETS,
  pixelCount,
  type Runner,
  withPassphrase,
} from "./program-parts.ts";
import { EXIT, note, reason, say } from "./terminal.ts";
import { restoreCommand } from "./vault.ts";

/** Options of every command that changes photos. */
const changing = (made: Command): Command =>
  made
    .argument("<path...>", say("cli.paths"))
    .option("--dry-run", say("cli.strip.dryRun"), false)
    .option("--json", say("cli.scan.json"), false)
    .option("--jobs <n>", say("cli.scan.jobs"), jobCount);

export function addQuarantine(program: Command, run: Runner) {
  changing(command(program, "quarantine", say("cli.quarantine.about"))).action(
    (paths: string[], { dryRun, json, ...options }) =>
      run(options)((engine) =>
        changeCommand(engine, paths, { wish: () => ({ kind: "quarantine" }), dryRun, json }),
      ),
  );
}

/** What can be covered and how, for `redact` and for `export`. */
const covering = (made: Command, name: string): Command =>
  made
    .option(`${name} <list>`, say("cli.redact.kinds"), kindList)
    .option("--box <x,y,w,h>", say("cli.redact.box"), addBox)
    .addOption(
      new Option("--style <name>", say("cli.redact.style"))
        .choices(redaction.shape.style.unwrap().options)
        .default("solid"),
    )
    .option("--ellipse", say("cli.redact.ellipse"), false);

export function addRedact(program: Command, run: Runner) {
  covering(changing(command(program, "redact", say("cli.redact.about"))), "--kinds")
    .addHelpText(
      "after",
      examples([
        "safelight redact --kinds face,document photo.jpg",
        "safelight redact --box 120,80,400,60 photo.jpg",
      ]),
    )
    .action((paths: string[], { dryRun, json, ...options }) =>
      run(options)((engine) => {
        if (options.style !== "solid") note(say("cli.redact.weak"));
        const wish = (photos: readonly PhotoId[]) =>
          ({ kind: "redact", ...redactionOf(engine, photos, options) }) as const;
        return changeCommand(engine, paths, { wish, dryRun, json });
      }),
    );
}

export function addExport(program: Command, run: Runner) {
  covering(changing(command(program, "export", say("cli.export.about"))), "--redact")
    .requiredOption("--to <dir>", say("cli.export.to"))
    .addOption(
      new Option("--preset <name>", say("cli.strip.preset")).choices(PRESETS).default("identity"),
    )
    .option("--keep-date", say("cli.strip.keepDate"), false)
    .addOption(
      new Option("--for <purpose>", say("cli.export.for"))
        .choices(PURPOSES)
        .conflicts(["preset", "keepDate", "resize", "rename", "redact"]),
    )
    .option("--resize <px>", say("cli.export.resize"), pixelCount)
    .option("--rename", say("cli.export.rename"), false)
    .addHelpText(
      "after",
      examples(["safelight export --to ~/for-sale --resize 1600 --rename photo.jpg"]),
    )
    .action((paths: string[], { dryRun, json, to, ...options }) =>
      run(options)(async (engine) => {
        const folder = folderToWrite(to);
        if (folder === undefined) return EXIT.wrongUse;
        const { preset, keepDate, resize, rename, redact: kinds } = copyOptions(options);
        const wish = (photos: readonly PhotoId[]) => {
          const covers = redactionOf(engine, photos, { ...options, kinds });
          const request = exportRequest.parse({
            kind: "export",
            strip: { preset, keepDate },
            redact: covers.kinds.length + covers.boxes.length > 0 ? covers : null,
            resizePx: resize ?? null,
            rename,
          });
          return { ...request, folder };
        };
        return changeCommand(engine, paths, { wish, dryRun, json });
      }),
    );
}

/** What a purpose sets stands for the options of their own. */
function copyOptions(options: CopyOptions): CopyOptions {
  if (options.for === undefined) return options;
  const { strip, cover, resizePx, rename } = wishesFor(options.for, COVERABLE);
  return { ...strip, redact: cover, ...(resizePx !== null && { resize: resizePx }), rename };
}

interface CopyOptions {
  readonly for?: Purpose;
  readonly preset: string;
  readonly keepDate: boolean;
  readonly redact?: Redaction["kinds"];
  readonly resize?: number;
  readonly rename: boolean;
}

const COVERABLE = ["face", "document", "personal-text", "barcode"] as const;

export function addRestore(program: Command, run: Runner) {
  withPassphrase(command(program, "restore", say("cli.restore.about")))
    .argument("[entry...]", say("cli.vault.entry"))
    .option("--all", say("cli.restore.all"), false)
    .option("--to <dir>", say("cli.restore.to"))
    .action((asked: string[], options) =>
      run(options)((engine) => restoreCommand(engine, asked, options)),
    );
}

interface Covering {
  readonly kinds?: Redaction["kinds"];
  readonly box?: readonly GivenBox[];
  readonly style: Redaction["style"];
  readonly ellipse: boolean;
}

function redactionOf(engine: OpenEngine, photos: readonly PhotoId[], given: Covering): Redaction {
  const { kinds = [], box: boxes = [], style, ellipse } = given;
  const drawn = photos.flatMap((photoId) =>
    boxes.flatMap((box) => {
      const fractions = inFractions(engine, photoId, box);
      return fractions ? [{ photoId, box: fractions }] : [];
    }),
  );
  return { kinds, boxes: drawn, style, ellipse };
}

/** Cut at the picture's edges; undefined where the box lies beside the picture or its size is unknown. */
function inFractions(engine: OpenEngine, photo: PhotoId, box: GivenBox): UnitBox | undefined {
  const detail = engine.parts.catalogue.questions.detail(photo);
  if (!detail || detail.width === null || detail.height === null) return undefined;
  const [x, y, width, height] = box;
  const [left, top] = [x / detail.width, y / detail.height];
  const right = Math.min(1, (x + width) / detail.width);
  const bottom = Math.min(1, (y + height) / detail.height);
  return left < right && top < bottom ? [left, top, right - left, bottom - top] : undefined;
}

function folderToWrite(to: string): string | undefined {
  try {
    makeFolder(resolve(to), 0o777);
    const real = realFolder(resolve(to));
    if (real.ok) return real.value;
    note(say("cli.wrongFolder", { path: to, reason: reason(real.error.code) }));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    note(say("cli.wrongFolder", { path: to, reason: reason(writingError(error)) }));
  }
  return undefined;
}
