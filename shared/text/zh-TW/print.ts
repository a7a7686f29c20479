import type { printFinding as English } from "../en/print.ts";
import type { Translation } from "../shape.ts";

const NUMBER = "一個人終身不變的號碼。有了它再加上姓名，陌生人就能冒充本人。";
const PAPER_NUMBER = "證件上的號碼。造假和詐騙的人會利用真實的號碼。";
const ACCOUNT = "通向一個帳戶，再加上姓名就可能被冒用。";
const REACH = "陌生人可以打來電話或發來訊息，裝作是您認識的人。";
const CAR = "把車和車主連在一起：車是誰的，去過哪裡。";
const REFERENCE = "知道它的人可以冒用本人名義查詢資料。";
const OPENS = "看到它的人就能進去。照片如果給外人看過，請儘快更換。";

export const printFinding: Translation<typeof English> = {
  "cn-resident-id": { name: "身分證號碼", why: NUMBER },
  "cn-resident-id-15": { name: "舊版身分證號碼（15 位）", why: NUMBER },
  "cn-resident-id-masked": {
    name: "部分遮住的身分證號碼",
    why: "中間幾位遮住了，但其餘的數字仍能縮小範圍，猜出是誰。",
  },
  mrz: {
    name: "證件上的機讀碼",
    why: "短短兩三行，姓名、號碼、生日、國籍全在裡面。",
  },
  "passport-number": { name: "護照號碼", why: PAPER_NUMBER },
  "travel-permit": { name: "通行證號碼", why: PAPER_NUMBER },
  "hk-id": { name: "香港身分證號碼", why: NUMBER },
  "macau-id": { name: "澳門身分證號碼", why: NUMBER },
  "tw-id": { name: "台灣身分證號碼", why: NUMBER },
  aadhaar: { name: "印度 Aadhaar 號碼", why: NUMBER },
  "pan-in": { name: "印度稅號（PAN）", why: NUMBER },
  ssn: { name: "美國社會安全號碼", why: NUMBER },
  nino: { name: "英國國民保險號碼", why: NUMBER },
  "dni-es": { name: "西班牙身分證號碼（DNI）", why: NUMBER },
  "nie-es": { name: "西班牙外國人號碼（NIE）", why: NUMBER },
  "de-id": { name: "德國身分證號碼", why: PAPER_NUMBER },
  cpf: { name: "巴西稅號（CPF）", why: NUMBER },
  "nir-fr": { name: "法國社會保險號碼", why: NUMBER },
  "pesel-pl": { name: "波蘭身分號碼（PESEL）", why: NUMBER },
  "tckn-tr": { name: "土耳其身分號碼", why: NUMBER },
  "nric-sg": { name: "新加坡身分證號碼", why: NUMBER },
  "rrn-kr": { name: "韓國居民登記號碼", why: NUMBER },
  "id-number": { name: "證件號碼", why: NUMBER },
  "licence-number": { name: "駕照號碼", why: PAPER_NUMBER },
  "bank-card": { name: "銀行卡號", why: "再加上卡上的有效期和安全碼，陌生人就能刷卡付款。" },
  "bank-account": { name: "銀行帳號", why: ACCOUNT },
  iban: { name: "國際銀行帳號（IBAN）", why: ACCOUNT },
  uscc: { name: "統一社會信用程式碼", why: "這是公司的程式碼，不是個人的，本來就是公開的。" },
  "full-name": { name: "姓名", why: "讓陌生人知道這是誰。" },
  "birth-date": { name: "出生日期", why: "銀行和辦事機構常用它來核對來電的人是不是本人。" },
  "home-address": { name: "家庭住址", why: "陌生人能由此知道住在哪裡，精確到門牌。" },
  "street-address": { name: "街道地址", why: "透露了這是什麼地方。" },
  phone: { name: "電話號碼", why: REACH },
  email: { name: "電子電子郵件", why: REACH },
  "social-handle": { name: "社交帳號", why: REACH },
  "licence-plate": { name: "車牌號碼", why: CAR },
  vin: { name: "車輛識別代號", why: CAR },
  "student-number": { name: "學號或考號", why: REFERENCE },
  "medical-number": { name: "門診號或住院號", why: REFERENCE },
  "member-number": { name: "保險號或會員號", why: REFERENCE },
  "medical-value": { name: "診斷或檢驗結果", why: "透露了一個人的健康狀況，這不關別人的事。" },
  salary: { name: "工資收入", why: "透露了一個人掙多少錢，騙子會據此挑選目標。" },
  "wifi-password": { name: "Wi-Fi 密碼", why: OPENS },
  password: { name: "密碼", why: OPENS },
  "one-time-code": {
    name: "驗證碼",
    why: "帳號往往就是靠這樣的驗證碼被盜走的，有效期內千萬不要給人看。",
  },
};
