import type { Translation } from "../shape.ts";

type English = typeof import("../en/law.ts");

export const law: Translation<English["law"]> = {
  title: "法律特別保護的資訊",
  cited: "{{name}}（{{articles}}）",
  pipl: "《個人資訊保護法》第 {{article}} 條",
  gdpr: "GDPR 第 {{article}} 條",
  note: "GDPR 指歐盟《通用資料保護條例》。這兩部法律約束的是單位和企業，不是家庭自己的相簿。這裡的說明不是法律意見。",
  category: {
    biometric: "人臉（生物識別）",
    "official-identity": "身分證件",
    "specific-identity": "特定身分（殘障）",
    health: "醫療健康",
    financial: "金融帳戶",
    whereabouts: "行蹤",
    minors: "未成年人",
  },
};
