import type { documentFinding as English } from "../en/documents.ts";
import type { Translation } from "../shape.ts";

const IDENTITY = "有了這張證件的照片，陌生人就可能冒用本人身分開戶、貸款或租東西。";
const TRAVEL = "寫明了這個人是誰、能去哪裡。造假和詐騙的人會花錢買這樣的照片。";
const VEHICLE = "把一輛車和車主本人、住址連在了一起。";
const SCHOOL = "寫有學生姓名和學校，常常還有家長資訊，騙子會藉此取得家長的信任。";
const HEALTH = "病情是最私密的事情之一。保險公司、雇主和賣假藥的人都想知道。";
const OLD_AGE = "說明這位老人領著養老金，而騙子專找這樣的人下手。";
const MONEY = "憑這些號碼，就可能冒用本人名義扣款或要錢。";
const FAMILY = "寫有父母、子女或配偶的姓名和號碼，足夠讓人冒充其中一位。";
const HOME = "把姓名和住處連在了一起，還透露了家裡的財產。";
const TRIP = "透露了誰在什麼時候去哪裡，也就是什麼時候家裡沒人。";
const WORK = "透露了這個人在哪裡工作，騙子打電話時就能說得像真的一樣。";
const FILLED = "一個人的多項資訊寫在一起，拿來就能用。";

export const documentFinding: Translation<typeof English> = {
  "cn-resident-id-front": { name: "居民身分證（人像面）", why: IDENTITY },
  "cn-resident-id-back": { name: "居民身分證（國徽面）", why: IDENTITY },
  "cn-temp-id": { name: "臨時居民身分證", why: IDENTITY },
  "household-register-cn": { name: "戶口簿", why: FAMILY },
  "driving-licence-cn": { name: "機動車駕駛證", why: IDENTITY },
  "vehicle-licence-cn": { name: "機動車行駛證", why: VEHICLE },
  passport: { name: "護照", why: TRAVEL },
  visa: { name: "簽證", why: TRAVEL },
  "hk-macau-permit": { name: "往來港澳通行證", why: TRAVEL },
  "taiwan-permit": { name: "往來台灣通行證", why: TRAVEL },
  "home-return-permit": { name: "回鄉證或台胞證", why: TRAVEL },
  "hkmt-residence": { name: "港澳台居民居住證或永久居留身分證", why: IDENTITY },
  "hk-id": { name: "香港身分證", why: IDENTITY },
  "macau-id": { name: "澳門身分證", why: IDENTITY },
  "tw-id": { name: "台灣身分證", why: IDENTITY },
  "social-security-cn": { name: "社會保障卡", why: IDENTITY },
  "medical-insurance": { name: "醫保卡（醫療）", why: HEALTH },
  "bank-card": { name: "銀行卡", why: MONEY },
  "bank-slip": { name: "支票、回單或銀行對帳單", why: MONEY },
  "student-card": { name: "學生證（教育）", why: SCHOOL },
  "school-document": { name: "錄取通知書、成績單等學校材料（教育）", why: SCHOOL },
  "medical-report": { name: "病歷、檢驗報告或處方（醫療）", why: HEALTH },
  "medical-image": { name: "X 光片、CT 或超聲影像（醫療）", why: HEALTH },
  vaccination: { name: "預防接種證（醫療）", why: HEALTH },
  "birth-cert": { name: "出生證明", why: FAMILY },
  "marriage-cert": { name: "結婚證或離婚證", why: FAMILY },
  "property-cert": { name: "房產證或租房合同", why: HOME },
  "business-licence": {
    name: "營業執照",
    why: "寫有公司名稱和法定代表人，其中多數本來就是公開的。",
  },
  "pension-document": { name: "退休證、養老金等老年證件（養老）", why: OLD_AGE },
  "disability-cert": { name: "殘疾人證（醫療）", why: HEALTH },
  "work-or-service-card": { name: "工作證", why: WORK },
  "driving-licence": { name: "外國駕照", why: IDENTITY },
  "national-id": { name: "外國身分證", why: IDENTITY },
  "aadhaar-in": { name: "印度 Aadhaar 身分卡", why: IDENTITY },
  "pan-card-in": { name: "印度稅號卡（PAN）", why: IDENTITY },
  "ssn-card-us": { name: "美國社會安全卡", why: IDENTITY },
  "residence-permit": { name: "居留許可", why: IDENTITY },
  "tax-form": { name: "稅單", why: MONEY },
  payslip: { name: "薪資單", why: MONEY },
  resume: { name: "履歷", why: FILLED },
  "boarding-pass": { name: "登機牌", why: TRIP },
  "train-ticket": { name: "火車票", why: TRIP },
  waybill: { name: "快遞單", why: HOME },
  "vehicle-registration": { name: "外國行駛證", why: VEHICLE },
  "business-card": {
    name: "名片",
    why: "名片是給您的，不是給陌生人的，上面寫著怎樣聯絡到本人。",
  },
  "form-with-identity": { name: "填有個人資訊的表格", why: FILLED },
};
