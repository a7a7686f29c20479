import { plainLatin } from "../numbers/fold.ts";
import { isDay } from "../numbers/rule.ts";

/** The commonest family names: 95 % of the people of China, and those of two signs. @see 公安部, 2020年全国姓名报告 */
const SURNAMES =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文张陳劉楊趙黃吳孫馬羅鄭謝韓馮蕭許鄧蘇盧蔣賈葉閻鍾譚鄒陸顧龍萬錢湯賀賴龔庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺";
const DOUBLE_SURNAMES =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|端木|夏侯|南宫)/u;

/** What stands where a name could and is none. */
const NO_NAMES =
  /先生|女士|小姐|同学|公司|银行|医院|学校|大学|有限|中国|签名|盖章|性别|民族|身份|号码|电话|地址|日期|部门|职务|科室|证件|信息|登记|合计|备注|编号|年级|专业|学院|订单|商品|金额|数量|单价|价格|菜单|公告|通知/;

/** Two to four Chinese signs, or more around a middle dot (names of other peoples). */
const CHINESE_NAME = /^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]{1,10}[·•.][\u3400-\u9fff·•.]{1,12}$/u;

/** Under a label, anything of the shape is a name. */
export const isChineseName = (text: string): boolean =>
  CHINESE_NAME.test(text) && !NO_NAMES.test(text) && !/[省市区县路街号村镇]$/u.test(text);

/** Without a label it must begin with a family name. */
export const hasSurname = (text: string): boolean =>
  isChineseName(text) &&
  (DOUBLE_SURNAMES.test(text) || (text.length <= 3 && SURNAMES.includes(text.charAt(0))));

const LATIN_WORD = "[A-Z][A-Z'’.-]*";
const LATIN_NAME = new RegExp(`^${LATIN_WORD}(?:[ ,/<]+${LATIN_WORD}){0,5}$`, "u");
const NO_LATIN_NAMES =
  /\b(?:STREET|ROAD|AVENUE|CITY|STATE|BANK|CARD|LICEN[CS]E|PASSPORT|NUMBER|DATE|SEX|MALE|FEMALE|ADDRESS|PHONE|EMAIL|SIGNATURE|AUTHORITY|SAMPLE ONLY|NONE|N\/A|TOTAL|PLEASE|THE|AND|FOR|OF|PRINT|REQUIRED|OPTIONAL|SECTION|PART|CODE|NAME|TYPE|INFORMATION|DETAILS|FORM|DATA|HISTORY|RECORD|REPORT|CENTER|CENTRE|HOSPITAL|CLINIC|DEPARTMENT|SERVICES|INSURANCE|PORTAL|CARE|LIST|COMPANY|LTD|INC|GMBH|UNIVERSITY|SCHOOL|COLLEGE|MINISTRY|GOVERNMENT|REPUBLIC)\b/;

/** @param folded capitals */
export const isLatinName = (folded: string): boolean => {
  const text = plainLatin(folded).trim();
  return (
    text.length >= 2 && text.length <= 60 && LATIN_NAME.test(text) && !NO_LATIN_NAMES.test(text)
  );
};

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const two = (text: string): string => text.padStart(2, "0");

/** Dates as people and cards write them, each with the order of its parts. */
const DATES: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [
    /(?<!\d)((?:18|19|20)\d\d) ?[)\]|]? ?[年./-] ?(\d{1,2}) ?[月./-] ?(\d{1,2}) ?日?(?!\d)/gu,
    ([y = "", m = "", d = ""]) => y + two(m) + two(d),
  ],
  [
    /民國 ?(\d{1,3}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?/gu,
    ([y = "", m = "", d = ""]) => `${Number(y) + 1911}${two(m)}${two(d)}`,
  ],
  [
    /(?<!\d)(\d{1,2}) ?[./ -] ?(\d{1,2}) ?[./ -] ?((?:18|19|20)\d\d)(?!\d)/gu,
    ([a = "", b = "", y = ""]) => (Number(b) > 12 ? y + two(a) + two(b) : y + two(b) + two(a)),
  ],
  [
    /(?<!\d)(\d{1,2}) ?[./ -]? ?(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*[./ ,-]*(?:\/ ?[A-Z]{3,9} ?)?((?:18|19|20)?\d\d)(?!\d)/gu,
    ([d = "", m = "", y = ""]) => fourDigits(y) + two(String(MONTHS.indexOf(m) + 1)) + two(d),
  ],
  [
    /(?<![A-Z])(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*[ .]*(\d{1,2}),? ?((?:18|19|20)\d\d)(?!\d)/gu,
    ([m = "", d = "", y = ""]) => y + two(String(MONTHS.indexOf(m) + 1)) + two(d),
  ],
  [/(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/gu, ([y = "", m = "", d = ""]) => y + m + d],
  [
    /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d\d)(?!\d)/gu,
    ([a = "", b = "", y = ""]) =>
      fourDigits(y) + (Number(b) > 12 ? two(a) + two(b) : two(b) + two(a)),
  ],
  [
    /(?<!\d)((?:19|20)\d\d) ?[年./-] ?(\d{1,2}) ?月?(?!\d)/gu,
    ([y = "", m = ""]) => `${y}${two(m)}01`,
  ],
];

const fourDigits = (year: string): string =>
  year.length === 4 ? year : `${Number(year) > 30 ? "19" : "20"}${year}`;

/** A day and where it is written. */
export interface FoundDate {
  /** YYYYMMDD */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The first date of a folded text. */
export function dateIn(folded: string): FoundDate | null {
  for (const [shape, order] of DATES) {
    for (const hit of folded.matchAll(shape)) {
      const date = order(hit.slice(1));
      if (isDay(date)) return { date, start: hit.index, end: hit.index + hit[0].length };
    }
  }
  return null;
}
