import type { en } from "./en.ts";
import type { Translation } from "./shape.ts";
import * as actions from "./zh-CN/actions.ts";
import { cli } from "./zh-CN/cli.ts";
import { codeFinding } from "./zh-CN/codes.ts";
import * as desk from "./zh-CN/desk.ts";
import { documentFinding } from "./zh-CN/documents.ts";
import { error, errorShort } from "./zh-CN/errors.ts";
import { finding, kind, severity, stays } from "./zh-CN/findings.ts";
import * as helpTexts from "./zh-CN/help.ts";
import { helpTopic } from "./zh-CN/help-topics.ts";
import { insights } from "./zh-CN/insights.ts";
import { law } from "./zh-CN/law.ts";
import * as page from "./zh-CN/page.ts";
import { findPerson, person } from "./zh-CN/person.ts";
import { printFinding } from "./zh-CN/print.ts";
import * as protect from "./zh-CN/protect.ts";
import { purpose } from "./zh-CN/purposes.ts";
import { report } from "./zh-CN/report.ts";
import { reveal } from "./zh-CN/reveal.ts";
import { risk } from "./zh-CN/risk.ts";
import { shells } from "./zh-CN/shells.ts";
import { simple } from "./zh-CN/simple.ts";
import { tag, tagGroup } from "./zh-CN/tags.ts";
import * as vault from "./zh-CN/vault.ts";

/** Every sentence people read, in Simplified Chinese. */
export const zhCN: Translation<typeof en> = {
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
