import type { Translation } from "../shape.ts";

type English = typeof import("../en/law.ts");

export const law: Translation<English["law"]> = {
  title: "法律特别保护的信息",
  cited: "{{name}}（{{articles}}）",
  pipl: "《个人信息保护法》第 {{article}} 条",
  gdpr: "GDPR 第 {{article}} 条",
  note: "GDPR 指欧盟《通用数据保护条例》。这两部法律约束的是单位和企业，不是家庭自己的相册。这里的说明不是法律意见。",
  category: {
    biometric: "人脸（生物识别）",
    "official-identity": "身份证件",
    "specific-identity": "特定身份（残障）",
    health: "医疗健康",
    financial: "金融账户",
    whereabouts: "行踪",
    minors: "未成年人",
  },
};
