import type { Translation } from "../shape.ts";

type English = typeof import("../en/codes.ts");

const LETS_IN = "扫到它的人就能进入或接管，请像对待密码一样对待它。";
const TRAVEL = "里面有乘客姓名和订座信息，陌生人可以据此查看甚至更改行程。";
const PAYS = "能看出钱付到哪里，往往也能看出付给谁。";
const REACHES = "扫到它的人可以联系到对方，或知道那是谁。";

export const codeFinding: Translation<English["codeFinding"]> = {
  "id-card-code": {
    name: "证件上的码",
    why: "证件上的内容都在里面：姓名、号码、生日、地址，任何手机都能读出来。",
  },
  "secret-code": {
    name: "两步验证的密钥",
    why: "扫到它的人能生成同样的动态验证码，从而登录账户。",
  },
  "login-code": { name: "登录用的码", why: LETS_IN },
  "health-code": { name: "健康证明", why: "里面有姓名、生日和健康信息。" },
  "boarding-pass-code": { name: "登机牌", why: TRAVEL },
  "ticket-code": { name: "车票或门票", why: "扫到它的人可能用掉这张票，或知道是谁出行。" },
  "wifi-code": { name: "无线网络的密码", why: LETS_IN },
  "sim-code": { name: "SIM 卡的激活码", why: LETS_IN },
  "transfer-code": { name: "银行转账信息", why: "里面有姓名、账号，往往还有金额。" },
  "contact-code": { name: "名片", why: "里面有姓名、电话和地址。" },
  "payment-code": { name: "收付款码", why: PAYS },
  "social-code": { name: "加好友的码", why: REACHES },
  "message-code": { name: "电话或邮箱", why: REACHES },
  "place-code": { name: "地图上的位置", why: "能看出某处在哪里，也可能是谁的住处。" },
  "event-code": { name: "日程", why: "能看出谁在什么时候、在哪里。" },
  "wallet-code": { name: "数字货币钱包", why: PAYS },
  "parcel-code": {
    name: "快递单号",
    why: "能查到包裹寄往哪里。骗子专找正在等快递的人。",
  },
  "web-token-code": {
    name: "专属链接",
    why: "网址里带着凭据，扫到它的人可能看到只该您看的内容。",
  },
  "web-code": { name: "链接", why: "通往一个网站。" },
  "number-code": { name: "码里的号码", why: "可能是卡号、会员号或订单号。" },
  "text-code": { name: "码里的文字", why: "任何人用手机都能读出来。" },
  "product-code": { name: "商品条码", why: "只能看出买了什么。" },
};
