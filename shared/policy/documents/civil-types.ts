import { type DocumentType, words } from "./document-type.ts";

/** Certificates, papers of a household, tickets and forms. */
export const CIVIL_TYPES: readonly DocumentType[] = [
  {
    id: "bank-card",
    severity: "critical",
    shape: "card",
    strong: words(
      "借记卡|储蓄卡|信用卡|贷记卡|金融IC卡|UNIONPAY|银联|銀聯|VALIDTHRU|GOODTHRU|VALIDFROM|MASTERCARD|MAESTRO|AMERICANEXPRESS|DEBITCARD|CREDITCARD|GIROCARD|CARTEBANCAIRE",
    ),
    weak: words("VISA|DEBIT|银行|BANK|VALID|THRU|MONTHYEAR|持卡人|卡号|EXPIRES|CVV"),
    weakOnly: 3,
    numbers: words("bank-card"),
  },
  {
    id: "bank-slip",
    severity: "high",
    shape: "paper",
    strong: words(
      "持卡人存根|CARDHOLDERSIGNATURE|商户存根|签购单|银行回单|电子回单|转账凭证|存折|现金支票|转账支票|PAYTOTHEORDEROF|RELEVEDECOMPTE|BANKSTATEMENT|ACCOUNTSTATEMENT|KONTOAUSZUG|EXTRACTODECUENTA|ESTRATTOCONTO|RELEVEDIDENTITEBANCAIRE",
    ),
    weak: words(
      "卡号|商户名称|终端号|交易日期|PAYTOTHE|DOLLARS|MEMO|CHEQUE|CHECKNO|ACCOUNTNUMBER|ROUTINGNUMBER|ORDEROF|PAY|CHECKS|IBAN|BIC|SWIFT",
    ),
    weakOnly: 3,
    numbers: words("bank-card|iban"),
  },
  {
    id: "birth-cert",
    severity: "critical",
    shape: "paper",
    strong: words(
      "出生医学证明|出生證明書|BIRTHCERTIFICATE|CERTIFICATEOFBIRTH|CERTIFICATEOFLIVEBIRTH|GEBURTSURKUNDE|ACTEDENAISSANCE|PARTIDADENACIMIENTO|CERTIFICADODENACIMIENTO|ATTODINASCITA",
    ),
    weak: words("新生儿姓名|母亲姓名|父亲姓名|接生机构|出生孕周"),
    weakOnly: 3,
    numbers: words("cn-resident-id"),
  },
  {
    id: "marriage-cert",
    severity: "high",
    shape: "paper",
    strong: words(
      "结婚证|离婚证|結婚證書|離婚證書|MARRIAGECERTIFICATE|CERTIFICATEOFMARRIAGE|EHEURKUNDE|HEIRATSURKUNDE|LIVRETDEFAMILLE|ACTEDEMARIAGE|LIBRODEFAMILIA",
    ),
    weak: words("持证人|登记日期|结婚证字号|离婚证字号|备注"),
    weakOnly: 3,
    numbers: words("cn-resident-id"),
  },
  {
    id: "property-cert",
    severity: "high",
    shape: "paper",
    strong: words(
      "不动产权证书|不动产权证|房屋所有权证|房产证|土地使用证|不动产登记证明|商品房买卖合同|房屋租赁合同|TITLEDEED|GRUNDBUCHAUSZUG|LANDREGISTRY",
    ),
    weak: words("权利人|共有情况|坐落|不动产单元号|权利类型|使用期限|产权证号"),
    weakOnly: 3,
    numbers: [],
  },
  {
    id: "business-licence",
    severity: "low",
    shape: "paper",
    strong: words("营业执照|BUSINESSLICENSE|HANDELSREGISTER|EXTRAITKBIS"),
    weak: words("统一社会信用代码|法定代表人|注册资本|经营范围|成立日期|登记机关|住所"),
    weakOnly: 4,
    numbers: words("uscc"),
  },
  {
    id: "work-or-service-card",
    severity: "medium",
    shape: "card",
    strong: words(
      "工作证|军官证|士兵证|警官证|退役军人优待证|居住证|记者证|从业资格证|EMPLOYEEID|EMPLOYEECARD|STAFFCARD|DIENSTAUSWEIS|MITARBEITERAUSWEIS|CARTEPROFESSIONNELLE",
    ),
    weak: words("部门|职务|编号|工号"),
    numbers: [],
  },
  {
    id: "tax-form",
    severity: "high",
    shape: "paper",
    strong: words(
      "WAGEANDTAXSTATEMENT|REQUESTFORTAXPAYER|USINDIVIDUALINCOMETAXRETURN|完税证明|个人所得税|纳税记录|扣繳憑單|LOHNSTEUERBESCHEINIGUNG|STEUERBESCHEID|EINKOMMENSTEUERBESCHEID|AVISDIMPOT|DECLARACIONDELARENTA",
    ),
    weak: words(
      "EMPLOYEESSOCSECNO|EMPLOYEESSOCIALSECURITYNUMBER|EMPLOYERIDNUMBER|SOCIALSECURITYNUMBER|TAXPAYERIDENTIFICATIONNUMBER|纳税人识别号",
    ),
    numbers: words("ssn"),
  },
  {
    id: "payslip",
    severity: "high",
    shape: "paper",
    strong: words(
      "EARNINGSSTATEMENT|BULLETINDEPAIE|FICHEDEPAIE|PAYSLIP|PAYSTUB|工资条|工资单|薪资单|薪資單|GEHALTSABRECHNUNG|LOHNABRECHNUNG|ENTGELTABRECHNUNG|BUSTAPAGA",
    ),
    weak: words("NETPAY|GROSSPAY|NETAPAYER|实发|应发|实发工资|应发工资|YEARTODATE"),
    weakOnly: 2,
    numbers: words("ssn"),
  },
  {
    id: "resume",
    severity: "medium",
    shape: "paper",
    strong: words("RESUME|CURRICULUMVITAE|LEBENSLAUF|个人简历|求职简历|履歷表"),
    weak: words(
      "EDUCATION|EXPERIENCE|WORKEXPERIENCE|SKILL|SKILLS|教育经历|教育背景|工作经历|实习经历|CERTIFICATIONS|LANGUAGES|SUMMARY|HOBBIES|SKILLHIGHLIGHTS|REFERENCES",
    ),
    weakOnly: 3,
    numbers: words("cn-mobile|cn-landline|email"),
    isVague: true,
  },
  {
    id: "boarding-pass",
    severity: "medium",
    shape: "paper",
    strong: words(
      "BOARDINGPASS|登机牌|登機證|BORDKARTE|CARTEDEMBARQUEMENT|TARJETADEEMBARQUE|CARTADIMBARCO",
    ),
    weak: words("FLIGHT|GATE|SEAT|BOARDINGTIME|航班|座位号|登机口|ETKT"),
    weakOnly: 4,
    numbers: [],
  },
  {
    id: "train-ticket",
    severity: "medium",
    shape: "card",
    strong: words("限乘当日当次车|检票口|仅供报销使用"),
    weak: words("和谐号|复兴号|二等座|一等座|车号|次"),
    numbers: [],
  },
  {
    id: "waybill",
    severity: "medium",
    shape: "paper",
    strong: words("收件人|寄件人|收货人|运单号|快递单号|TRACKINGNUMBER|SHIPTO|AIRWAYBILL"),
    weak: words("快递|物品|付款方式|SHIPFROM|WEIGHT"),
    numbers: words("cn-mobile|cn-landline"),
  },
  {
    id: "vehicle-registration",
    severity: "high",
    shape: "paper",
    strong: words(
      "CERTIFICATDIMMATRICULATION|VEHICLEREGISTRATION|REGISTRATIONCERTIFICATE|FAHRZEUGSCHEIN|ZULASSUNGSBESCHEINIGUNG|PERMISODECIRCULACION|CARTADICIRCOLAZIONE|IMMATRICULATION",
    ),
    weak: words("VEHICLEIDENTIFICATIONNUMBER"),
    numbers: words("vin|licence-plate"),
  },
  {
    id: "business-card",
    severity: "medium",
    shape: "card",
    strong: [],
    weak: words(
      "TEL|MOB|MOBILE|PHONE|FAX|EMAIL|WWW|HTTP|HTTPS|MANAGER|DIRECTOR|RESEARCHER|ENGINEER|PRESIDENT|CONSULTANT|PROFESSOR|手机|电话|传真|邮箱|网址|总经理|经理|总监|工程师|律师|教授",
    ),
    weakOnly: 3,
    numbers: words("cn-mobile|email"),
    isVague: true,
  },
  {
    id: "form-with-identity",
    severity: "medium",
    shape: "paper",
    strong: words(
      "身份证号|证件号码|身份证号码|身份證字號|身份證號碼|APPLICANTINFORMATION|NAMEANDADDRESSOFAPPLICANT|APPLICATIONFORM|VERIFICATIONOFEMPLOYMENT|REQUESTFORVERIFICATION|EMPLOYMENTVERIFICATION|REGISTRATIONFORM|PERSONALINFORMATION|登记表|申请表|报名表",
    ),
    weak: words(
      "姓名|性别|电子邮箱|家庭住址|家庭地址|现住址|银行卡号|银行卡|开户银行|地址|联系电话|出生年月|经办人手机|法定代表人|FULLNAME|HOMEADDRESS|PHONENUMBER|SOCIALSECURITYNUMBER|DATEOFBIRTH|HOMEPHONE|EMAILADDRESS|号码|电话|经办人姓名|证件有效期|DATUM|UNTERSCHRIFT|GEBURTSDATUM",
    ),
    weakOnly: 3,
    numbers: words("cn-resident-id|cn-mobile|cn-landline|email|ssn"),
    isVague: true,
  },
];
