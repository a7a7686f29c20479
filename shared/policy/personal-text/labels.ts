import { type Folded, plainLatin } from "../numbers/fold.ts";

/** What a printed label asks for. */
export type Field =
  | "full-name"
  | "birth-date"
  | "home-address"
  | "phone"
  | "email"
  | "id-number"
  | "passport-number"
  | "licence-number"
  | "travel-permit"
  | "bank-card"
  | "bank-account"
  | "student-number"
  | "medical-number"
  | "member-number"
  | "vin"
  | "licence-plate"
  | "medical-value"
  | "salary"
  | "social-handle"
  | "wifi-password"
  | "password"
  | "one-time-code"
  /** Asks for something that is nobody's; where it stands, a value of another label ends. */
  | "other";

/** Labels by field, in capitals without accents. In each language as forms and cards print them. */
const LABELS: Readonly<Record<Field, string>> = {
  "full-name":
    "姓名|中文姓名|学生姓名|儿童姓名|患者姓名|病人姓名|被保险人|投保人|新生儿姓名|母亲姓名|父亲姓名|监护人姓名|纳税人姓名|经办人姓名|持证人|持卡人|法定代表人|权利人|所有人|户主姓名|联系人|收件人|收货人|寄件人|申请人|乘客姓名|旅客姓名|名字|收款人|付款人|户名|账户名|氏名|성명|NAME|FULL NAME|SURNAME|LAST NAME|FAMILY NAME|FIRST NAME|GIVEN NAME|GIVEN NAMES|MIDDLE NAME|PATIENT NAME|PATIENT|STUDENT NAME|STUDENT|EMPLOYEE NAME|EMPLOYEE|APPLICANT|APPLICANT NAME|ACCOUNT HOLDER|CARDHOLDER|CARDHOLDER NAME|CARD HOLDER|CUSTOMER NAME|PASSENGER|PASSENGER NAME|NAME OF PASSENGER|MEMBER NAME|MEMBER|SUBSCRIBER NAME|SUBSCRIBER|EMERGENCY CONTACT|CONTACT NAME|SHIP TO|VORNAME|VORNAMEN|NACHNAME|FAMILIENNAME|NOM|PRENOM|PRENOMS|NOM DE FAMILLE|APELLIDOS|NOMBRE|NOMBRES|COGNOME|NOME|APELIDO|ACHTERNAAM|VOORNAMEN|NAAM|NAZWISKO|IMIE|IMIONA|ADI|SOYADI|FATHER'S NAME|MOTHER'S NAME|NAME AND SURNAME|NAME AND ADDRESS OF APPLICANT|NAME AND ADDRESS OF EMPLOYER|NAME AND ADDRESS OF EMPLOYEE|NAME AND ADDRESS OF LENDER|NAME AND ADDRESS|NAME IN FULL",
  "birth-date":
    "出生日期|出生年月日|出生年月|出生时间|出生|生日|生年月日|DATE OF BIRTH|BIRTH DATE|BIRTHDATE|DOB|D.O.B|BORN|YEAR OF BIRTH|GEBURTSDATUM|GEBURTSTAG|GEBOREN AM|GEB|DATE DE NAISSANCE|DATE DE NAISS|NE LE|NEE LE|NE(E) LE|FECHA DE NACIMIENTO|DATA DI NASCITA|DATA DE NASCIMENTO|GEBOORTEDATUM|DATA URODZENIA|DOGUM TARIHI|FODELSEDATUM",
  "home-address":
    "住址|家庭住址|家庭地址|现住址|居住地址|户籍地址|户籍住址|通讯地址|通信地址|联系地址|收货地址|收件地址|寄件地址|详细地址|地址|坐落|ADDRESS|HOME ADDRESS|MAILING ADDRESS|STREET ADDRESS|RESIDENTIAL ADDRESS|PERMANENT ADDRESS|DELIVERY ADDRESS|SHIPPING ADDRESS|BILLING ADDRESS|ANSCHRIFT|ADRESSE|WOHNORT|DOMICILE|DOMICILIO|DIRECCION|INDIRIZZO|RESIDENZA|ENDERECO|MORADA|ADRES",
  phone:
    "联系电话|联系方式|固定电话|固话|座机|办公电话|家庭电话|紧急联系电话|手机号码|手机号|手机|移动电话|电话号码|电话|家长电话|经办人手机|聯絡電話|電話|TEL|PHONE|PHONE NUMBER|PHONE NO|TELEPHONE|MOBILE|MOBILE NO|CELL|CELL PHONE|HOME PHONE|WORK PHONE|CONTACT NO|CONTACT NUMBER|TELEFON|HANDY|MOBIL|TELEPHONE PORTABLE|TELEFONO|MOVIL|CELLULARE|TELEFONE|TELEFOON",
  email: "电子邮箱|电子邮件|邮箱|EMAIL|E-MAIL|EMAIL ADDRESS|MAIL|CORREO ELECTRONICO|COURRIEL",
  "id-number":
    "公民身份号码|公民身份证件编号|身份证号码|身份证件号|身份证号|身份证|证件号码|证件编号|社会保障号码|残疾证号|证号|身份證號碼|身份證編號|身分證字號|統一編號|纳税人识别号|ID NUMBER|ID NO|ID CARD NO|IDENTITY NO|IDENTITY NUMBER|IDENTIFICATION NUMBER|NATIONAL ID|NATIONAL ID NO|SOCIAL SECURITY NUMBER|SOCIAL SECURITY NO|SSN|SOC SEC NO|NATIONAL INSURANCE NUMBER|NI NUMBER|NINO|TAX ID|TIN|AADHAAR NO|AADHAAR NUMBER|PAN|PERMANENT ACCOUNT NUMBER|UID|DNI|NIE|NIF|NUM SOPORT|CPF|PESEL|BSN|NRIC|AUSWEISNUMMER|AUSWEIS-NR|PERSONALAUSWEISNUMMER|STEUER-ID|N DU DOCUMENT|DOCUMENT NO|DOCUMENT NUMBER|NUMERO DE SECURITE SOCIALE|CODICE FISCALE|T.C. KIMLIK NO|KIMLIK NO|PERSONNUMMER|CARD NUMBER|DOC NO",
  "passport-number":
    "护照号|护照号码|護照號碼|PASSPORT NO|PASSPORT NUMBER|PASSPORT N|PASSEPORT NO|N DU PASSEPORT|PASS-NR|PASSNUMMER|NUMERO DE PASAPORTE|PASAPORTE NO|PASSAPORTO N",
  "licence-number":
    "驾驶证号|档案编号|LICENSE NO|LICENCE NO|LICENSE NUMBER|LICENCE NUMBER|DRIVER LICENSE NO|DL NO|DLN|LIC#|LIC NO|DL|FUHRERSCHEINNUMMER",
  "travel-permit": "通行证号码|通行证号|PERMIT NO|PERMIT NUMBER|CARD NO",
  "bank-card":
    "银行卡号|银行卡|信用卡号|卡号|CREDIT CARD|CREDIT CARD NO|CARD NO|CARD NUMBER|KARTENNUMMER|NUMERO DE CARTE",
  "bank-account":
    "银行账号|银行帐号|账号|帐号|收款账号|开户账号|ACCOUNT NUMBER|ACCOUNT NO|ACCT NO|A/C NO|ACCOUNT #|KONTONUMMER|KONTO-NR|NUMERO DE COMPTE|NUMERO DE CUENTA|IBAN",
  "student-number":
    "学号|学籍号|考生号|准考证号|考试号|STUDENT ID|STUDENT NO|STUDENT NUMBER|MATRIKELNUMMER|REGISTRATION NO|ROLL NO|ENROLLMENT NO",
  "medical-number":
    "门诊号|住院号|病历号|病案号|就诊卡号|检查号|PATIENT ID|PATIENT NO|MRN|MEDICAL RECORD NO|MEDICAL RECORD NUMBER|CASE NO",
  "member-number":
    "医保卡号|医保号|工号|员工编号|EMPLOYEE ID|EMPLOYEE NO|STAFF ID|STAFF NO|保单号|会员号|MEMBER ID|MEMBER NO|MEMBER NUMBER|SUBSCRIBER ID|IDENTIFICATION NO|POLICY NO|POLICY NUMBER|GROUP NUMBER|GROUP NO|GROUP #|VERSICHERTENNUMMER",
  vin: "车辆识别代号|车架号|VIN|VEHICLE IDENTIFICATION NUMBER|FAHRZEUG-IDENT",
  "licence-plate":
    "号牌号码|车牌号码|LICENCE PLATE|NUMBER PLATE|REGISTRATION MARK|车牌号|车牌|LICENSE PLATE|PLATE NO|REGISTRATION NO|KENNZEICHEN",
  "medical-value":
    "血型|过敏史|药物过敏史|既往史|现病史|家族史|BLOOD TYPE|BLOOD GROUP|BLOOD PRESSURE|ALLERGIES|MEDICAL HISTORY|MEDICAL CONDITIONS|MEDICATIONS|CURRENT MEDICATIONS|BLUTGRUPPE|GROUPE SANGUIN|临床诊断|出院诊断|入院诊断|诊断|诊断结果|病史|DIAGNOSIS|DIAGNOSES|DIAGNOSE|DIAGNOSTIC|DIAGNOSTICO",
  salary:
    "工资总额|到手工资|ANNUAL SALARY|MONTHLY SALARY|BASE SALARY|TAKE-HOME PAY|应发工资|实发工资|应发合计|实发合计|税前工资|税后工资|基本工资|月薪|年薪|工资|收入额|年收入|月收入|GROSS PAY|NET PAY|GROSS SALARY|NET SALARY|SALARY|ANNUAL INCOME|MONTHLY INCOME|TOTAL PAY|GEHALT|BRUTTO|NETTO|AUSZAHLUNGSBETRAG|NET A PAYER|SALAIRE BRUT|SALARIO|WAGES, TIPS, OTHER COMPENSATION",
  "social-handle":
    "用户名|用户ID|USERNAME|USER NAME|USER ID|微信号|微信|QQ号|QQ|抖音号|小红书号|微博|WECHAT|WECHAT ID|INSTAGRAM|TELEGRAM|TWITTER|LINE ID|SNAPCHAT|TIKTOK|FACEBOOK|WHATSAPP|SKYPE|DISCORD",
  "wifi-password":
    "WIFI密码|WI-FI密码|无线密码|无线网密码|WLAN密码|WIFI PASSWORD|WI-FI PASSWORD|WIFI KEY|WLAN-SCHLUSSEL|WLAN PASSWORT|NETWORK KEY|WPA KEY|WPA2 KEY|CLE WIFI",
  password:
    "登录密码|支付密码|初始密码|密码|口令|PASSWORD|PASSWORT|KENNWORT|PASSCODE|MOT DE PASSE|CONTRASENA",
  "one-time-code":
    "短信验证码|动态密码|校验码|验证码|取件码|取货码|VERIFICATION CODE|SECURITY CODE|ONE-TIME CODE|ONE TIME PASSWORD|OTP|LOGIN CODE|CONFIRMATION CODE|BESTATIGUNGSCODE|CODE DE VERIFICATION",
  other:
    "持卡人存根|持卡人签名|性别|性別|民族|国籍|籍贯|职业|年龄|签发机关|有效期限|有效期至|签发日期|发证日期|专业|院系|班级|科室|床号|部门|职务|编号|备注|金额|户别|曾用名|婚姻状况|文化程度|服务处所|出生地|出生地点|标本|SEX|GENDER|NATIONALITY|DATE OF ISSUE|DATE OF EXPIRY|EXPIRY|EXPIRES|EXP|ISS|AUTHORITY|PLACE OF BIRTH|TYPE|COUNTRY CODE|CODE|HEIGHT|HGT|EYES|CLASS|AGE|DATE|CITY|STATE|ZIP|ZIP CODE|COUNTRY|SIGNATURE|STAATSANGEHORIGKEIT|GULTIG BIS|GEBURTSORT|AUGENFARBE|GROSSE|BEHORDE|SEXE|NATIONALITE|LIEU DE NAISSANCE|SEXO|NACIONALIDAD|VALIDO HASTA|LUGAR DE NACIMIENTO|CITTADINANZA|SCADENZA|SESSO|COMUNE DI|GENRE|SEAT|FLIGHT|FROM|GATE|VALID THRU|MONTH/YEAR|GROUP|PLAN|SPECIALTY|DEPARTMENT|TITLE|POSITION|COMPANY|EMPLOYER",
};

/** A label and where it stands in a folded line. */
export interface LabelHit {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

const IDEOGRAPHS = /^[\u2e80-\u9fff\uac00-\ud7af]/u;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Signs of a Chinese label may be set apart; words of a Latin one may be run together. */
const pattern = (label: string): string =>
  IDEOGRAPHS.test(label)
    ? [...label].map(escaped).join(" ?")
    : escaped(label).replaceAll(" ", "[ .']*");
const bare = (label: string): string => label.replace(/[ .']/g, "");

const ALL: readonly (readonly [label: string, field: Field])[] = Object.entries(LABELS).flatMap(
  ([field, labels]) => labels.split("|").map((label) => [label, field as Field] as const),
);
/** Fields by label; of two fields that share one, the one that comes first in the table. */
const FIELDS: ReadonlyMap<string, Field> = new Map(
  ALL.toReversed().map(([label, field]) => [bare(label), field]),
);
/** The longer before the shorter, so that "身份证号码" is not read as "身份证". */
const ANY = new RegExp(
  ALL.map(([label]) => label)
    .sort((a, b) => b.length - a.length)
    .map(pattern)
    .join("|"),
  "gu",
);

/**
 * The labels of a line, from the left. A Latin one must begin and end a word; readers run words
 * together, so "SurnameNom" has two: a capital after a small letter begins one.
 */
export function labelsIn(folded: Folded, raw: string): readonly LabelHit[] {
  const text = plainLatin(folded.text);
  const starts = (at: number) => {
    const [before, here] = [folded.from[at - 1], folded.from[at]].map(
      (from) => raw[from ?? -1] ?? " ",
    );
    return (
      !/\p{L}/u.test(before ?? " ") ||
      !/\p{L}/u.test(here ?? " ") ||
      (/\p{Ll}/u.test(before ?? "") && /\p{Lu}/u.test(here ?? ""))
    );
  };
  const hits: LabelHit[] = [];
  const shape = new RegExp(ANY);
  for (let hit = shape.exec(text); hit; hit = shape.exec(text)) {
    const [start, end] = [hit.index, hit.index + hit[0].length];
    const field = FIELDS.get(bare(hit[0]));
    const isWord = IDEOGRAPHS.test(hit[0]) || (starts(start) && starts(end));
    if (field && isWord) hits.push({ field, start, end });
    else shape.lastIndex = start + 1;
  }
  return hits;
}
