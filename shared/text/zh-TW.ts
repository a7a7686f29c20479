import type { en } from "./en.ts";
import type { Translation } from "./shape.ts";
import * as actions from "./zh-TW/actions.ts";
import { cli } from "./zh-TW/cli.ts";
import { codeFinding } from "./zh-TW/codes.ts";
import * as desk from "./zh-TW/desk.ts";
import { documentFinding } from "./zh-TW/documents.ts";
import { error, errorShort } from "./zh-TW/errors.ts";
import { finding, kind, severity, stays } from "./zh-TW/findings.ts";
import * as helpTexts from "./zh-TW/help.ts";
import { helpTopic } from "./zh-TW/help-topics.ts";
import { insights } from "./zh-TW/insights.ts";
import { law } from "./zh-TW/law.ts";
import * as page from "./zh-TW/page.ts";
import { findPerson, person } from "./zh-TW/person.ts";
import { printFinding } from "./zh-TW/print.ts";
import * as protect from "./zh-TW/protect.ts";
import { purpose } from "./zh-TW/purposes.ts";
import { report } from "./zh-TW/report.ts";
import { reveal } from "./zh-TW/reveal.ts";
import { risk } from "./zh-TW/risk.ts";
import { shells } from "./zh-TW/shells.ts";
import { simple } from "./zh-TW/simple.ts";
import { tag, tagGroup } from "./zh-TW/tags.ts";
import * as vault from "./zh-TW/vault.ts";

/** Every sentence people read, in Traditional Chinese. */
export const zhTW: Translation<typeof en> = {
  ...page,
  ...actions,
  ...desk,
  ...protect,
  ...vault,
  ...helpTexts,
  helpTopic,
  insights,
  simple,
  severity,
  kind,
  paper: documentFinding,
  finding: { ...finding, ...documentFinding, ...printFinding, ...codeFinding },
  risk,
  law,
  purpose,
  report,
  reveal,
  stays,
  tag,
  tagGroup,
  error,
  errorShort,
  cli,
  person,
  findPerson,
  shells,
};
