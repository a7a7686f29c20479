import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Converter, CustomConverter } from "opencc-js/cn2t";
import { ROOT } from "../../electron/start/build.ts";

const TEXT = join(ROOT, "shared", "text");

/** Words that Taiwan says in another way than the phrase tables of OpenCC know, or that they turn wrongly. */
const TAIWAN: readonly (readonly [opencc: string, taiwan: string])[] = [
  ["“", "「"],
  ["”", "」"],
  ["臺", "台"],
  ["身份", "身分"],
  ["賬", "帳"],
  ["許可權", "權限"],
  ["畫素", "像素"],
  ["證件或檔案", "證件或文件"],
  ["證件和檔案", "證件和文件"],
  ["Doc 9303 檔案", "Doc 9303 文件"],
  ["撤銷", "復原"],
  ["口令", "密碼"],
  ["鑰匙串", "鑰匙圈"],
  ["鑰匙環", "鑰匙圈"],
  ["：二維碼", "：QR 碼"],
  ["二維碼", " QR 碼"],
  ["數字貨幣", "數位貨幣"],
  ["程式程式碼", "程式碼"],
  ["郵箱", "電子郵件"],
  ["寫明瞭", "寫明了"],
  ["點明瞭", "點明了"],
  ["最多隻", "最多只"],
  ["髮卡行", "發卡行"],
  ["簡歷", "履歷"],
  ["工資單", "薪資單"],
  ["工資條", "薪資單"],
  ["網上", "網路上"],
  ["聯網", "連網"],
  ["幫助", "說明"],
  ["快捷鍵", "快速鍵"],
  ["回車", "Enter 鍵"],
  ["空格", "空白鍵"],
  ["質量", "品質"],
  ["實況照片", "原況照片"],
  ["列表", "清單"],
  ["當前", "目前"],
  ["示例", "範例"],
  ["只讀", "唯讀"],
  ["窗口", "視窗"],
  ["用人單位", "雇主"],
];

const toTaiwan = Converter({ from: "cn", to: "twp" });
const inTaiwansWords = CustomConverter(TAIWAN.map(([from, to]) => [from, to]));

/** A source file of Simplified Chinese texts, as the one of Traditional Chinese must be. */
const traditional = (source: string): string =>
  inTaiwansWords(toTaiwan(source))
    .replaceAll("zh-CN", "zh-TW")
    .replaceAll("zhCN", "zhTW")
    .replaceAll("Simplified", "Traditional");

/** Every file of Traditional Chinese texts, by its path below the project: made from the Simplified ones. */
export function traditionalTexts(): ReadonlyMap<string, string> {
  const parts = readdirSync(join(TEXT, "zh-CN")).map((name) => join("zh-CN", name));
  return new Map(
    ["zh-CN.ts", ...parts].sort().map((name) => {
      const source = readFileSync(join(TEXT, name), "utf8");
      return [join(TEXT, name.replace("zh-CN", "zh-TW")), traditional(source)];
    }),
  );
}
