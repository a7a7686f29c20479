const LETS_IN = "Whoever scans it gets in, or takes over. Treat it like a password.";
const TRAVEL =
  "Holds the traveller's name and booking. With it, strangers can look into the trip or change it.";
const PAYS = "Tells where money goes, and often to whom.";
const REACHES = "Whoever scans it can write or call, or knows who it is.";

/** Codes that can be scanned off a picture, by what they are for. */
export const codeFinding = {
  "id-card-code": {
    name: "The code of an identity card",
    why: "Holds all that the card says: name, number, birth date, address. Any phone reads it.",
  },
  "secret-code": {
    name: "The secret of a second factor",
    why: "Whoever scans it can make the same one-time codes and get into the account.",
  },
  "login-code": { name: "A code to log in", why: LETS_IN },
  "health-code": {
    name: "A health certificate",
    why: "Holds a name, a birth date and facts about health.",
  },
  "boarding-pass-code": { name: "A boarding pass", why: TRAVEL },
  "ticket-code": {
    name: "A ticket",
    why: "Whoever scans it can use the ticket, or learn who travels.",
  },
  "wifi-code": { name: "The key to a wireless network", why: LETS_IN },
  "sim-code": { name: "The activation of a SIM card", why: LETS_IN },
  "transfer-code": {
    name: "A bank transfer",
    why: "Holds a name, an account and often an amount.",
  },
  "contact-code": { name: "A contact card", why: "Holds a name, phone numbers and addresses." },
  "payment-code": { name: "A code to pay with", why: PAYS },
  "social-code": { name: "A code to become friends", why: REACHES },
  "message-code": { name: "A phone number or e-mail address", why: REACHES },
  "place-code": {
    name: "A place on the map",
    why: "Tells where something is, or where somebody lives.",
  },
  "event-code": { name: "An appointment", why: "Tells who is where, and when." },
  "wallet-code": { name: "A wallet for digital money", why: PAYS },
  "parcel-code": {
    name: "A parcel's number",
    why: "Shows where the parcel goes. Swindlers write to people who wait for one.",
  },
  "web-token-code": {
    name: "A link made for one person",
    why: "The address holds a key. Whoever scans it may see what was meant for you.",
  },
  "web-code": { name: "A link", why: "Leads to a website." },
  "number-code": {
    name: "A number in a code",
    why: "May be the number of a card, a member or an order.",
  },
  "text-code": { name: "A text in a code", why: "Anyone with a phone can read what it says." },
  "product-code": { name: "The code of goods", why: "Tells only what was bought." },
} as const;
