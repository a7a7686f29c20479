const IDENTITY =
  "With a picture of it, a stranger can open accounts, take out loans or rent things in this person's name.";
const TRAVEL =
  "It says who somebody is and where they may go. Forgers and swindlers pay for such pictures.";
const VEHICLE = "It ties a car to a person and an address.";
const SCHOOL =
  "It names a pupil, a school and often the parents. Swindlers use that to win a family's trust.";
const HEALTH =
  "Illness is among the most private things there are. Insurers, employers and sellers of false cures would like to know.";
const OLD_AGE =
  "It shows that somebody is old and draws a pension. Swindlers look for just these people.";
const MONEY = "With these numbers money can be charged or asked for in this person's name.";
const FAMILY =
  "It names parents, children or spouses with their numbers: all that is needed to pose as one of them.";
const HOME = "It ties a name to a home, and tells what somebody owns.";
const TRIP = "It tells who travels where and when, and so when nobody is at home.";
const WORK = "It tells who works where. That is enough for a call that sounds genuine.";
const FILLED = "Several details of one person stand together, ready to be copied.";

/** Documents, by type. The areas of education, medical care and old-age care are named in brackets. */
export const documentFinding = {
  "cn-resident-id-front": { name: "A Chinese identity card, front", why: IDENTITY },
  "cn-resident-id-back": { name: "A Chinese identity card, back", why: IDENTITY },
  "cn-temp-id": { name: "A temporary Chinese identity card", why: IDENTITY },
  "household-register-cn": { name: "A household register", why: FAMILY },
  "driving-licence-cn": { name: "A Chinese driving licence", why: IDENTITY },
  "vehicle-licence-cn": { name: "A Chinese vehicle licence", why: VEHICLE },
  passport: { name: "A passport", why: TRAVEL },
  visa: { name: "A visa", why: TRAVEL },
  "hk-macau-permit": { name: "A travel permit to Hong Kong and Macau", why: TRAVEL },
  "taiwan-permit": { name: "A travel permit to Taiwan", why: TRAVEL },
  "home-return-permit": { name: "A home-return permit", why: TRAVEL },
  "hkmt-residence": { name: "A residence permit for China", why: IDENTITY },
  "hk-id": { name: "A Hong Kong identity card", why: IDENTITY },
  "macau-id": { name: "A Macau identity card", why: IDENTITY },
  "tw-id": { name: "A Taiwan identity card", why: IDENTITY },
  "social-security-cn": { name: "A Chinese social security card", why: IDENTITY },
  "medical-insurance": { name: "A health insurance card (medical care)", why: HEALTH },
  "bank-card": { name: "A bank card", why: MONEY },
  "bank-slip": { name: "A cheque, slip or bank statement", why: MONEY },
  "student-card": { name: "A student card (education)", why: SCHOOL },
  "school-document": {
    name: "An admission letter, school report or certificate (education)",
    why: SCHOOL,
  },
  "medical-report": {
    name: "A medical report, record or prescription (medical care)",
    why: HEALTH,
  },
  "medical-image": { name: "An X-ray, scan or ultrasound picture (medical care)", why: HEALTH },
  vaccination: { name: "A vaccination record (medical care)", why: HEALTH },
  "birth-cert": { name: "A birth certificate", why: FAMILY },
  "marriage-cert": { name: "A marriage or divorce certificate", why: FAMILY },
  "property-cert": { name: "A property certificate or lease", why: HOME },
  "business-licence": {
    name: "A business licence",
    why: "It names a company and who stands for it. Much of that is public anyway.",
  },
  "pension-document": {
    name: "A pension or senior citizen's document (old-age care)",
    why: OLD_AGE,
  },
  "disability-cert": { name: "A disability card (medical care)", why: HEALTH },
  "work-or-service-card": { name: "A staff or service card", why: WORK },
  "driving-licence": { name: "A driving licence", why: IDENTITY },
  "national-id": { name: "An identity card", why: IDENTITY },
  "aadhaar-in": { name: "An Aadhaar card", why: IDENTITY },
  "pan-card-in": { name: "An Indian tax card (PAN)", why: IDENTITY },
  "ssn-card-us": { name: "A US social security card", why: IDENTITY },
  "residence-permit": { name: "A residence permit", why: IDENTITY },
  "tax-form": { name: "A tax form", why: MONEY },
  payslip: { name: "A payslip", why: MONEY },
  resume: { name: "A résumé", why: FILLED },
  "boarding-pass": { name: "A boarding pass", why: TRIP },
  "train-ticket": { name: "A train ticket", why: TRIP },
  waybill: { name: "A shipping label", why: HOME },
  "vehicle-registration": { name: "A vehicle registration", why: VEHICLE },
  "business-card": {
    name: "A calling card",
    why: "Its owner gave it to you, not to strangers: it says how to reach them.",
  },
  "form-with-identity": { name: "A form with personal details", why: FILLED },
} as const;
