import type { printFinding as English } from "../en/print.ts";
import type { Translation } from "../shape.ts";

const NUMBER = "一个人终身不变的号码。有了它再加上姓名，陌生人就能冒充本人。";
const PAPER_NUMBER = "证件上的号码。造假和诈骗的人会利用真实的号码。";
const ACCOUNT = "通向一个账户，再加上姓名就可能被冒用。";
const REACH = "陌生人可以打来电话或发来消息，装作是您认识的人。";
const CAR = "把车和车主连在一起：车是谁的，去过哪里。";
const REFERENCE = "知道它的人可以冒用本人名义查询资料。";
const OPENS = "看到它的人就能进去。照片如果给外人看过，请尽快更换。";

export const printFinding: Translation<typeof English> = {
  "cn-resident-id": { name: "身份证号码", why: NUMBER },
  "cn-resident-id-15": { name: "旧版身份证号码（15 位）", why: NUMBER },
  "cn-resident-id-masked": {
    name: "部分遮住的身份证号码",
    why: "中间几位遮住了，但其余的数字仍能缩小范围，猜出是谁。",
  },
  mrz: {
    name: "证件上的机读码",
    why: "短短两三行，姓名、号码、生日、国籍全在里面。",
  },
  "passport-number": { name: "护照号码", why: PAPER_NUMBER },
  "travel-permit": { name: "通行证号码", why: PAPER_NUMBER },
  "hk-id": { name: "香港身份证号码", why: NUMBER },
  "macau-id": { name: "澳门身份证号码", why: NUMBER },
  "tw-id": { name: "台湾身份证号码", why: NUMBER },
  aadhaar: { name: "印度 Aadhaar 号码", why: NUMBER },
  "pan-in": { name: "印度税号（PAN）", why: NUMBER },
  ssn: { name: "美国社会安全号码", why: NUMBER },
  nino: { name: "英国国民保险号码", why: NUMBER },
  "dni-es": { name: "西班牙身份证号码（DNI）", why: NUMBER },
  "nie-es": { name: "西班牙外国人号码（NIE）", why: NUMBER },
  "de-id": { name: "德国身份证号码", why: PAPER_NUMBER },
  cpf: { name: "巴西税号（CPF）", why: NUMBER },
  "nir-fr": { name: "法国社会保险号码", why: NUMBER },
  "pesel-pl": { name: "波兰身份号码（PESEL）", why: NUMBER },
  "tckn-tr": { name: "土耳其身份号码", why: NUMBER },
  "nric-sg": { name: "新加坡身份证号码", why: NUMBER },
  "rrn-kr": { name: "韩国居民登记号码", why: NUMBER },
  "id-number": { name: "证件号码", why: NUMBER },
  "licence-number": { name: "驾照号码", why: PAPER_NUMBER },
  "bank-card": { name: "银行卡号", why: "再加上卡上的有效期和安全码，陌生人就能刷卡付款。" },
  "bank-account": { name: "银行账号", why: ACCOUNT },
  iban: { name: "国际银行账号（IBAN）", why: ACCOUNT },
  uscc: { name: "统一社会信用代码", why: "这是公司的代码，不是个人的，本来就是公开的。" },
  "full-name": { name: "姓名", why: "让陌生人知道这是谁。" },
  "birth-date": { name: "出生日期", why: "银行和办事机构常用它来核对来电的人是不是本人。" },
  "home-address": { name: "家庭住址", why: "陌生人能由此知道住在哪里，精确到门牌。" },
  "street-address": { name: "街道地址", why: "透露了这是什么地方。" },
  phone: { name: "电话号码", why: REACH },
  email: { name: "电子邮箱", why: REACH },
  "social-handle": { name: "社交账号", why: REACH },
  "licence-plate": { name: "车牌号码", why: CAR },
  vin: { name: "车辆识别代号", why: CAR },
  "student-number": { name: "学号或考号", why: REFERENCE },
  "medical-number": { name: "门诊号或住院号", why: REFERENCE },
  "member-number": { name: "保险号或会员号", why: REFERENCE },
  "medical-value": { name: "诊断或检验结果", why: "透露了一个人的健康状况，这不关别人的事。" },
  salary: { name: "工资收入", why: "透露了一个人挣多少钱，骗子会据此挑选目标。" },
  "wifi-password": { name: "Wi-Fi 密码", why: OPENS },
  password: { name: "密码", why: OPENS },
  "one-time-code": {
    name: "验证码",
    why: "账号往往就是靠这样的验证码被盗走的，有效期内千万不要给人看。",
  },
};
