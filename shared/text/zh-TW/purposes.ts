import type { Translation } from "../shape.ts";

type English = typeof import("../en/purposes.ts");

export const purpose: Translation<English["purpose"]> = {
  title: "副本做什麼用？",
  social: "發到網路上或發給別人",
  socialText:
    "隱藏資訊全部清除，畫面裡的證件、號碼和條碼都遮住。縮小到適合螢幕，檔名換成普通名字。",
  form: "交材料、填表用",
  formText: "畫面完整保留，看得清楚；畫面以外的資訊全部清除。檔名換成普通名字。",
  drive: "放到共享資料夾",
  driveText: "保留檔名和日期，方便別人查詢；地點、人物和裝置資訊清除。",
};
