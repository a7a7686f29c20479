import type { Translation } from "../shape.ts";

type English = typeof import("../en/risk.ts");

export const risk: Translation<English["risk"]> = {
  "many-people": "这一张照片里列着许多人的号码。小偷可以把整份名单卖掉，或者一个一个地去骗。",
  "identity-kit": "人脸、号码和证件都在这里。小偷有可能通过银行的身份核验，用本人的名义借钱。",
  "identity-paper": "凭这些就足以冒充一个人。小偷可以用本人的名义开户、租房或签合同。",
  bank: "这里透露了怎样动用一个人的钱。小偷可以盗刷银行卡，或者打电话冒充银行。",
  "child-known": "这里把孩子和姓名或地点连在了一起。陌生人可以到那里等着，或者打电话吓唬家长。",
  account: "看到它的人就能登录账号或连上网络。小偷会趁您更换之前马上用掉。",
  health: "这里透露了一个人的健康状况。骗子会来卖假药，也有人会拿它来为难本人。",
  "old-age": "这里说明一位老人领着养老金。骗子专给这样的人打电话，冒充办事人员或遇到急事的孙辈。",
  education: "这里有学生的姓名和学校。骗子会冒充学校，向家长要钱。",
  "home-known": "这里透露了一个人住在哪里。等下一张旅游照片发出来，小偷就知道家里没人。",
  whereabouts: "这里透露了一个人去过哪里。许多这样的照片放在一起，就能看出在哪里住、在哪里上班。",
  reachable: "这里透露了怎样联系到一个人。骗子可以打来电话或发来消息，说得像熟人一样。",
  face: "机器能凭一张脸，在别的照片里和街上再认出这个人。",
  paper: "这是一份写有个人生活细节的材料，最好自己留着。",
};

export const riskCategory: Translation<English["riskCategory"]> = {
  biometric: "生物识别信息",
  "specific-identity": "特定身份信息",
  health: "医疗健康信息",
  financial: "金融账户信息",
  whereabouts: "行踪信息",
  minors: "不满十四周岁未成年人的信息",
};
