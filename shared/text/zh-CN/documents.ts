import type { documentFinding as English } from "../en/documents.ts";
import type { Translation } from "../shape.ts";

const IDENTITY = "有了这张证件的照片，陌生人就可能冒用本人身份开户、贷款或租东西。";
const TRAVEL = "写明了这个人是谁、能去哪里。造假和诈骗的人会花钱买这样的照片。";
const VEHICLE = "把一辆车和车主本人、住址连在了一起。";
const SCHOOL = "写有学生姓名和学校，常常还有家长信息，骗子会借此取得家长的信任。";
const HEALTH = "病情是最私密的事情之一。保险公司、用人单位和卖假药的人都想知道。";
const OLD_AGE = "说明这位老人领着养老金，而骗子专找这样的人下手。";
const MONEY = "凭这些号码，就可能冒用本人名义扣款或要钱。";
const FAMILY = "写有父母、子女或配偶的姓名和号码，足够让人冒充其中一位。";
const HOME = "把姓名和住处连在了一起，还透露了家里的财产。";
const TRIP = "透露了谁在什么时候去哪里，也就是什么时候家里没人。";
const WORK = "透露了这个人在哪里工作，骗子打电话时就能说得像真的一样。";
const FILLED = "一个人的多项信息写在一起，拿来就能用。";

export const documentFinding: Translation<typeof English> = {
  "cn-resident-id-front": { name: "居民身份证（人像面）", why: IDENTITY },
  "cn-resident-id-back": { name: "居民身份证（国徽面）", why: IDENTITY },
  "cn-temp-id": { name: "临时居民身份证", why: IDENTITY },
  "household-register-cn": { name: "户口簿", why: FAMILY },
  "driving-licence-cn": { name: "机动车驾驶证", why: IDENTITY },
  "vehicle-licence-cn": { name: "机动车行驶证", why: VEHICLE },
  passport: { name: "护照", why: TRAVEL },
  visa: { name: "签证", why: TRAVEL },
  "hk-macau-permit": { name: "往来港澳通行证", why: TRAVEL },
  "taiwan-permit": { name: "往来台湾通行证", why: TRAVEL },
  "home-return-permit": { name: "回乡证或台胞证", why: TRAVEL },
  "hkmt-residence": { name: "港澳台居民居住证或永久居留身份证", why: IDENTITY },
  "hk-id": { name: "香港身份证", why: IDENTITY },
  "macau-id": { name: "澳门身份证", why: IDENTITY },
  "tw-id": { name: "台湾身份证", why: IDENTITY },
  "social-security-cn": { name: "社会保障卡", why: IDENTITY },
  "medical-insurance": { name: "医保卡（医疗）", why: HEALTH },
  "bank-card": { name: "银行卡", why: MONEY },
  "bank-slip": { name: "支票、回单或银行对账单", why: MONEY },
  "student-card": { name: "学生证（教育）", why: SCHOOL },
  "school-document": { name: "录取通知书、成绩单等学校材料（教育）", why: SCHOOL },
  "medical-report": { name: "病历、检验报告或处方（医疗）", why: HEALTH },
  "medical-image": { name: "X 光片、CT 或超声影像（医疗）", why: HEALTH },
  vaccination: { name: "预防接种证（医疗）", why: HEALTH },
  "birth-cert": { name: "出生证明", why: FAMILY },
  "marriage-cert": { name: "结婚证或离婚证", why: FAMILY },
  "property-cert": { name: "房产证或租房合同", why: HOME },
  "business-licence": {
    name: "营业执照",
    why: "写有公司名称和法定代表人，其中多数本来就是公开的。",
  },
  "pension-document": { name: "退休证、养老金等老年证件（养老）", why: OLD_AGE },
  "disability-cert": { name: "残疾人证（医疗）", why: HEALTH },
  "work-or-service-card": { name: "工作证", why: WORK },
  "driving-licence": { name: "外国驾照", why: IDENTITY },
  "national-id": { name: "外国身份证", why: IDENTITY },
  "aadhaar-in": { name: "印度 Aadhaar 身份卡", why: IDENTITY },
  "pan-card-in": { name: "印度税号卡（PAN）", why: IDENTITY },
  "ssn-card-us": { name: "美国社会安全卡", why: IDENTITY },
  "residence-permit": { name: "居留许可", why: IDENTITY },
  "tax-form": { name: "税单", why: MONEY },
  payslip: { name: "工资单", why: MONEY },
  resume: { name: "简历", why: FILLED },
  "boarding-pass": { name: "登机牌", why: TRIP },
  "train-ticket": { name: "火车票", why: TRIP },
  waybill: { name: "快递单", why: HOME },
  "vehicle-registration": { name: "外国行驶证", why: VEHICLE },
  "business-card": {
    name: "名片",
    why: "名片是给您的，不是给陌生人的，上面写着怎样联系到本人。",
  },
  "form-with-identity": { name: "填有个人信息的表格", why: FILLED },
};
