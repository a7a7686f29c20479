import { albumsBack } from "./album-back.ts";
import { clockSetBack, oddTimes } from "./clocks.ts";
import { harmedData, wrongKey } from "./damage.ts";
import { fullDisks } from "./disk-full.ts";
import {
  analystKills,
  errorsAtEveryStep,
  killsAtEveryStep,
  lastingErrors,
  randomKills,
} from "./kills.ts";
import { closedFolder, savedBeforeUndo, savedMeanwhile, twins } from "./meddling.ts";
import { orphans } from "./orphans.ts";
import { wrongPassphrase } from "./passphrases.ts";
import { powerCuts } from "./power-cut.ts";
import type { Effort, Report } from "./report.ts";

export type Fault = (report: Report, effort: Effort) => Promise<void>;

/** Something stops and starts again. */
export const INTERRUPTIONS: Readonly<Record<string, Fault>> = {
  "kill -9 before each disk call": killsAtEveryStep,
  "kill -9 of analysts": analystKills,
  "kill -9 at random instants": randomKills,
  "analysts that outlive their engine": orphans,
  "power cuts": powerCuts,
};

/** It goes on, but not as it should. */
export const TROUBLES: Readonly<Record<string, Fault>> = {
  "one failed disk call": errorsAtEveryStep,
  "disk calls that fail for good": lastingErrors,
  "full disks": fullDisks,
  "saved by another program meanwhile": savedMeanwhile,
  "saved by another program before the undo": savedBeforeUndo,
  "folder closed in the middle": closedFolder,
  "two command lines at once": twins,
  "photos of odd times": oddTimes,
  "clock set back": clockSetBack,
  "harmed data folder": harmedData,
  "wrong key": wrongKey,
  "wrong passphrase": wrongPassphrase,
  "a whole album and back": albumsBack,
};
