const NUMBER =
  "A number that belongs to one person for life. With it and a name, a stranger can pose as that person.";
const PAPER_NUMBER = "The number of an official paper. Forgers and swindlers use real ones.";
const ACCOUNT = "Leads to an account. Together with a name it can be misused.";
const REACH = "Strangers can write or call, and pretend to be somebody you know.";
const CAR = "Ties a car to its owner: who owns it and where it was.";
const REFERENCE = "Whoever knows it can ask for records in this person's name.";
const OPENS = "Whoever reads it can get in. Change it if strangers have seen the photo.";

/** Personal text that can be read in a picture, by type. */
export const printFinding = {
  "cn-resident-id": { name: "A Chinese identity number", why: NUMBER },
  "cn-resident-id-15": { name: "An old Chinese identity number", why: NUMBER },
  "cn-resident-id-masked": {
    name: "A partly hidden identity number",
    why: "Its middle is hidden, but the rest narrows down who it is.",
  },
  mrz: {
    name: "The machine-readable lines of a passport or card",
    why: "Two or three lines that hold everything: name, number, birth date, nationality.",
  },
  "passport-number": { name: "A passport number", why: PAPER_NUMBER },
  "travel-permit": { name: "A travel permit's number", why: PAPER_NUMBER },
  "hk-id": { name: "A Hong Kong identity number", why: NUMBER },
  "macau-id": { name: "A Macau identity number", why: NUMBER },
  "tw-id": { name: "A Taiwan identity number", why: NUMBER },
  aadhaar: { name: "An Aadhaar number", why: NUMBER },
  "pan-in": { name: "An Indian tax number (PAN)", why: NUMBER },
  ssn: { name: "A US social security number", why: NUMBER },
  nino: { name: "A UK national insurance number", why: NUMBER },
  "dni-es": { name: "A Spanish identity number (DNI)", why: NUMBER },
  "nie-es": { name: "A Spanish foreigner's number (NIE)", why: NUMBER },
  "de-id": { name: "A German identity card's number", why: PAPER_NUMBER },
  cpf: { name: "A Brazilian tax number (CPF)", why: NUMBER },
  "nir-fr": { name: "A French social security number", why: NUMBER },
  "pesel-pl": { name: "A Polish identity number (PESEL)", why: NUMBER },
  "tckn-tr": { name: "A Turkish identity number", why: NUMBER },
  "nric-sg": { name: "A Singapore identity number", why: NUMBER },
  "rrn-kr": { name: "A Korean resident number", why: NUMBER },
  "id-number": { name: "An identity number", why: NUMBER },
  "licence-number": { name: "A driving licence's number", why: PAPER_NUMBER },
  "bank-card": {
    name: "A bank card number",
    why: "With the date and the code on the card, strangers can pay with it.",
  },
  "bank-account": { name: "A bank account number", why: ACCOUNT },
  iban: { name: "An account number (IBAN)", why: ACCOUNT },
  uscc: { name: "A company's number", why: "Names a company, not a person. It is public." },
  "full-name": { name: "A name", why: "Tells strangers who this is about." },
  "birth-date": {
    name: "A birth date",
    why: "Banks and offices ask for it to make sure who is calling.",
  },
  "home-address": {
    name: "A home address",
    why: "Tells strangers where somebody lives, down to the door.",
  },
  "street-address": { name: "A street address", why: "Tells where this is." },
  phone: { name: "A phone number", why: REACH },
  email: { name: "An e-mail address", why: REACH },
  "social-handle": { name: "A name on a social network", why: REACH },
  "licence-plate": { name: "A licence plate", why: CAR },
  vin: { name: "A vehicle's identification number", why: CAR },
  "student-number": { name: "A student or exam number", why: REFERENCE },
  "medical-number": { name: "A patient number", why: REFERENCE },
  "member-number": { name: "An insurance or member number", why: REFERENCE },
  "medical-value": {
    name: "A diagnosis or test result",
    why: "Tells about somebody's health. That is nobody else's business.",
  },
  salary: { name: "A salary", why: "Tells what somebody earns, and whether a swindle would pay." },
  "wifi-password": { name: "A Wi-Fi password", why: OPENS },
  password: { name: "A password", why: OPENS },
  "one-time-code": {
    name: "A one-time code",
    why: "With a code like this accounts are taken over. Never show one while it is valid.",
  },
} as const;
