import { expect, it } from "vitest";
import { findDocuments } from "../documents/find-documents.ts";
import { sheetsOf } from "../print/sheet.ts";
import type { TextLine } from "../print/text-line.ts";
import { findPersonalText } from "./find-personal-text.ts";

const TODAY = "20261125";
const SIZE = { width: 1000, height: 600 };

/** Lines one below the other, as a reader sees a note or a screen. */
function lineAt(text: string, at: number): TextLine {
  const [top, bottom] = [(30 + at * 60) / SIZE.height, (62 + at * 60) / SIZE.height];
  const right = 0.04 + [...text].length * (/[\u3400-\u9fff]/u.test(text) ? 0.03 : 0.018);
  const quad = [
    { x: 0.04, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: 0.04, y: bottom },
  ] as const;
  return { text, score: 0.95, quad, characters: [] };
}

const told = (...lines: readonly string[]): readonly string[] =>
  sheetsOf(lines.map(lineAt), SIZE).flatMap((sheet) => {
    const finds = findDocuments(sheet, TODAY, [], null);
    return findPersonalText(sheet, finds, TODAY).map(({ type, value }) => `${type} ${value}`);
  });

it.each([
  ["License plate: 7ABC123", "licence-plate 7ABC123"],
  ["Kennzeichen: B-MW 1234", "licence-plate B-MW 1234"],
  ["车牌号码 港 AB 1234", "licence-plate 港 AB 1234"],
  ["Your verification code is 482913", "one-time-code 482913"],
  ["482913 is your Sample code", "one-time-code 482913"],
  ["Use code 5821 to sign in", "one-time-code 5821"],
  ["PIN code: 4821", "one-time-code 4821"],
  ["【样本】验证码：482913", "one-time-code 482913"],
  ["用户名：zhangsan88", "social-handle zhangsan88"],
  ["Username: jane.roe88", "social-handle jane.roe88"],
  ["Blood pressure: 128/85", "medical-value 128/85"],
  ["Blood type: O+", "medical-value O+"],
  ["Allergies: penicillin", "medical-value penicillin"],
  ["血型：A型", "medical-value A型"],
  ["过敏史：青霉素", "medical-value 青霉素"],
  ["HIV抗体 阳性", "medical-value HIV抗体 阳性"],
  ["Annual salary $85,000", "salary $85,000"],
  ["工资总额：85,000.00元", "salary 85,000.00元"],
  ["固话：021-62345678", "phone 02162345678"],
  ["工号：A10234", "member-number A10234"],
  ["Dear Ms. Jane Roe,", "full-name Jane Roe"],
  ["姓名‧李测", "full-name 李测"],
  ["香港九龙样本道100号12楼A室", "home-address 香港九龙样本道100号12楼A室"],
  ["台北市信義區樣本路100號5樓", "home-address 台北市信義區樣本路100號5樓"],
  ["朝阳区样本路88号示例城A座1201", "home-address 朝阳区样本路88号示例城A座1201"],
  ["12 High St Apt 4B, Austin, TX 78701", "home-address 12 High St Apt 4B, Austin, TX 78701"],
  ["PO Box 1234, Springfield, IL 62701", "home-address PO Box 1234, Springfield, IL 62701"],
  ["Kungsgatan 12, 111 43 Stockholm", "home-address Kungsgatan 12, 111 43 Stockholm"],
  [
    "Av. Exemplo 1578, Recife - PE, 01310-200",
    "home-address Av. Exemplo 1578, Recife - PE, 01310-200",
  ],
])("%s tells: %s", (line, wanted) => {
  expect(told(line)).toEqual([wanted]);
});

it.each([
  "ZIP code 12345",
  "Postal code: 20500",
  "area code 2065",
  "promo code 123456",
  "Error code 404040",
  "BAR CODE 12345678",
  "const code = 12345678;",
  "Price: $85,000",
  "Password: ********",
  "Dear Customer,",
  "Registration open 2026",
  "HIV抗体检测用于判断是否感染，阳性结果应当复查，不代表最终诊断",
])("%s tells nothing", (line) => {
  expect(told(line)).toEqual([]);
});

it("an address goes on below its street", () => {
  expect(told("Jane Roe", "1600 Sample Avenue NW", "Washington, DC 20500")).toEqual([
    "home-address 1600 Sample Avenue NWWashington, DC 20500",
  ]);
});
