import type { AppError } from "../../../shared/model/errors.ts";
import { map, type Result } from "../../../shared/result.ts";
import { Columns } from "./columns.ts";
import { Contents } from "./contents.ts";
import { type Db, openDatabase, type TellUpdate } from "./database.ts";
import { Folders } from "./folders.ts";
import { History } from "./history.ts";
import { Insights } from "./insights.ts";
import { Journal } from "./journal.ts";
import { Kept } from "./kept.ts";
import { Owner } from "./owner.ts";
import { People } from "./people.ts";
import { Photos } from "./photos.ts";
import { Questions } from "./questions.ts";
import { ReportRows } from "./report-rows.ts";
import { SettingsStore } from "./settings.ts";
import { Verdicts } from "./verdicts.ts";

/** All that is remembered between two starts, by meaning. The only folder that speaks SQL. */
export interface Catalogue {
  readonly folders: Folders;
  readonly photos: Photos;
  readonly contents: Contents;
  readonly verdicts: Verdicts;
  readonly questions: Questions;
  readonly insights: Insights;
  /** Kept nowhere: gone when the program ends. */
  readonly people: People;
  readonly journal: Journal;
  readonly history: History;
  readonly kept: Kept;
  readonly reportRows: ReportRows;
  readonly settings: SettingsStore;
  /** Was another Safelight killed since the last start? */
  readonly foundDead: boolean;
  /** Is another Safelight open on this data folder? */
  isShared(): boolean;
  close(): void;
}

export const openCatalogue = (
  dataDir: string,
  tellUpdate?: TellUpdate,
): Result<Catalogue, AppError> =>
  map(openDatabase(dataDir, tellUpdate), (db: Db) => {
    const folders = new Folders(db);
    const columns = new Columns(db);
    const insights = new Insights(db, columns);
    const people = new People();
    const verdicts = new Verdicts(db);
    const owner = db.transaction(() => new Owner(dataDir)).immediate();
    return {
      folders,
      photos: new Photos(db, verdicts),
      contents: new Contents(db, verdicts),
      verdicts,
      questions: new Questions(db, folders, columns, insights, people),
      insights,
      people,
      journal: new Journal(db, owner),
      history: new History(db),
      kept: new Kept(db, owner),
      reportRows: new ReportRows(db),
      settings: new SettingsStore(db),
      foundDead: owner.foundDead,
      isShared: () => owner.others().length > 0,
      close: () => {
        owner.release();
        db.close();
      },
    };
  });
