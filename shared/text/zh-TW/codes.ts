import type { Translation } from "../shape.ts";

type English = typeof import("../en/codes.ts");

const LETS_IN = "掃到它的人就能進入或接管，請像對待密碼一樣對待它。";
const TRAVEL = "裡面有乘客姓名和訂座資訊，陌生人可以據此檢視甚至更改行程。";
const PAYS = "能看出錢付到哪裡，往往也能看出付給誰。";
const REACHES = "掃到它的人可以聯絡到對方，或知道那是誰。";

export const codeFinding: Translation<English["codeFinding"]> = {
  "id-card-code": {
    name: "證件上的碼",
    why: "證件上的內容都在裡面：姓名、號碼、生日、地址，任何手機都能讀出來。",
  },
  "secret-code": {
    name: "兩步驗證的金鑰",
    why: "掃到它的人能生成同樣的動態驗證碼，從而登入帳戶。",
  },
  "login-code": { name: "登入用的碼", why: LETS_IN },
  "health-code": { name: "健康證明", why: "裡面有姓名、生日和健康資訊。" },
  "boarding-pass-code": { name: "登機牌", why: TRAVEL },
  "ticket-code": { name: "車票或門票", why: "掃到它的人可能用掉這張票，或知道是誰出行。" },
  "wifi-code": { name: "無線網路的密碼", why: LETS_IN },
  "sim-code": { name: "SIM 卡的啟用碼", why: LETS_IN },
  "transfer-code": { name: "銀行轉帳資訊", why: "裡面有姓名、帳號，往往還有金額。" },
  "contact-code": { name: "名片", why: "裡面有姓名、電話和地址。" },
  "payment-code": { name: "收付款碼", why: PAYS },
  "social-code": { name: "加好友的碼", why: REACHES },
  "message-code": { name: "電話或電子郵件", why: REACHES },
  "place-code": { name: "地圖上的位置", why: "能看出某處在哪裡，也可能是誰的住處。" },
  "event-code": { name: "日程", why: "能看出誰在什麼時候、在哪裡。" },
  "wallet-code": { name: "數位貨幣錢包", why: PAYS },
  "parcel-code": {
    name: "快遞單號",
    why: "能查到包裹寄往哪裡。騙子專找正在等快遞的人。",
  },
  "web-token-code": {
    name: "專屬連結",
    why: "網址裡帶著憑據，掃到它的人可能看到只該您看的內容。",
  },
  "web-code": { name: "連結", why: "通往一個網站。" },
  "number-code": { name: "碼裡的號碼", why: "可能是卡號、會員號或訂單號。" },
  "text-code": { name: "碼裡的文字", why: "任何人用手機都能讀出來。" },
  "product-code": { name: "商品條碼", why: "只能看出買了什麼。" },
};
