import * as actions from "./en/actions.ts";
import { cli } from "./en/cli.ts";
import { codeFinding } from "./en/codes.ts";
import * as desk from "./en/desk.ts";
import { documentFinding } from "./en/documents.ts";
import { error, errorShort } from "./en/errors.ts";
import { finding, kind, severity, stays } from "./en/findings.ts";
import * as helpTexts from "./en/help.ts";
import { helpTopic } from "./en/help-topics.ts";
import { insights } from "./en/insights.ts";
import { law } from "./en/law.ts";
import * as page from "./en/page.ts";
import { findPerson, person } from "./en/person.ts";
import { printFinding } from "./en/print.ts";
import * as protect from "./en/protect.ts";
import { purpose } from "./en/purposes.ts";
import { report } from "./en/report.ts";
import { reveal } from "./en/reveal.ts";
import { risk } from "./en/risk.ts";
import { shells } from "./en/shells.ts";
import { simple } from "./en/simple.ts";
import { tag, tagGroup } from "./en/tags.ts";
import * as vault from "./en/vault.ts";

/** Every sentence people read, in English. The other languages must have the same keys. */
export const en = {
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
} as const;
